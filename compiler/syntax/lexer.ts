// Text to tokens. Comments are kept beside the tokens; characters that begin no token are told by place.
// The terminals are Chevrotain's, and are tried here: its own lexer makes a token of a class of its own for each of ours, which
// costs a check of a thousand courses 5 % of its time. A test holds that both read the same.

import { Lexer, type TokenType as Terminal } from "chevrotain";
import { Comment, modes, Name, typeByTerminal, wordTerminals } from "./terminals.ts";
import type { Token, TokenType } from "./tokens.ts";
import type { Range } from "./tree.ts";

export interface LexedText {
  /** Every token but comments, line ends included, in order. */
  readonly tokens: readonly Token[];
  readonly comments: readonly Token[];
  /** Stretches of text that begin no token. */
  readonly unexpected: readonly Range[];
}

/** Splits `text` into tokens; never throws. */
export function lex(text: string): LexedText {
  tables ??= tablesOf();
  const tokens: Token[] = [];
  const comments: Token[] = [];
  const unexpected: { start: number; end: number }[] = [];
  const open: Mode[] = ["usual"];
  let table = tables.usual;
  for (let at = 0; at < text.length; ) {
    const trials = table[Math.min(text.charCodeAt(at), ASCII)] ?? [];
    let image: string | undefined;
    let trial: Trial | undefined;
    for (trial of trials) {
      image = trial.read(text, at);
      if (image !== undefined) break;
    }
    if (trial === undefined || image === undefined) {
      passUnexpected(at++, unexpected);
      continue;
    }
    if (!trial.isSkipped) (trial.terminal === Comment ? comments : tokens).push(tokenOf(trial, image, at));
    if (trial.changesMode) table = tables[modeAfter(trial, open)];
    at += image.length;
  }
  // The tree keeps the comments, so what the list has grown to in vain is not kept with it.
  return { tokens, comments: comments.slice(), unexpected };
}

type Mode = keyof typeof modes;

/** A terminal that is tried where a character stands with which it can begin. */
interface Trial {
  readonly terminal: Terminal;
  readonly type: TokenType;
  /** What it reads at an offset; nothing where it does not stand there. */
  readonly read: (text: string, at: number) => string | undefined;
  readonly isSkipped: boolean;
  readonly changesMode: boolean;
}

/** What is tried at a character, in order, by its code; at the last index for every code that is no ASCII. */
type Table = readonly (readonly Trial[])[];

let tables: Readonly<Record<Mode, Table>> | undefined;

const ASCII = 128;

function tablesOf(): Readonly<Record<Mode, Table>> {
  const { usual, packageHead, packageLines } = modes;
  return { usual: tableOf(usual), packageHead: tableOf(packageHead), packageLines: tableOf(packageLines) };
}

function tableOf(terminals: readonly Terminal[]): Table {
  const table: Trial[][] = Array.from({ length: ASCII + 1 }, () => []);
  for (const terminal of terminals) {
    const trial = trialOf(terminal);
    for (const code of new Set(firstCodes(terminal).map((first) => Math.min(first, ASCII)))) table[code]?.push(trial);
  }
  return table;
}

/** Codes that a terminal can begin with: all where neither a hint nor its text says it. */
function firstCodes({ PATTERN, START_CHARS_HINT }: Terminal): readonly number[] {
  const hints = START_CHARS_HINT ?? (typeof PATTERN === "string" ? [PATTERN] : undefined);
  if (hints === undefined) return Array.from({ length: ASCII + 1 }, (_, code) => code);
  return hints.map((hint) => (typeof hint === "string" ? hint.charCodeAt(0) : hint));
}

function trialOf(terminal: Terminal): Trial {
  const { GROUP, POP_MODE, PUSH_MODE, tokenTypeIdx = 0 } = terminal;
  return {
    terminal,
    type: typeByTerminal[tokenTypeIdx] ?? "name",
    read: readerOf(terminal),
    isSkipped: GROUP === Lexer.SKIPPED,
    changesMode: POP_MODE === true || PUSH_MODE !== undefined,
  };
}

function readerOf({ PATTERN, name }: Terminal): Trial["read"] {
  if (typeof PATTERN === "string") return (text, at) => (text.startsWith(PATTERN, at) ? PATTERN : undefined);
  if (PATTERN instanceof RegExp) {
    const sticky = new RegExp(PATTERN, "y");
    return (text, at) => {
      sticky.lastIndex = at;
      return sticky.test(text) ? text.slice(at, sticky.lastIndex) : undefined;
    };
  }
  if (typeof PATTERN !== "object") throw new Error(`the terminal ${name} has no pattern`);
  return (text, at) => PATTERN.exec(text, at, before, groups)?.[0];
}

// What a terminal may ask for beside the text. None does.
const before: never[] = [];
const groups = {};

/** The mode that holds behind a terminal; `open` are those that have begun, from the outside in. */
function modeAfter({ terminal: { POP_MODE, PUSH_MODE } }: Trial, open: Mode[]): Mode {
  if (POP_MODE === true) open.pop();
  if (PUSH_MODE !== undefined) open.push(PUSH_MODE as Mode); // The terminals name no other.
  return open.at(-1) ?? "usual";
}

function passUnexpected(at: number, unexpected: { start: number; end: number }[]): void {
  const last = unexpected.at(-1);
  if (last?.end === at) last.end++;
  else unexpected.push({ start: at, end: at + 1 });
}

function tokenOf({ terminal, type }: Trial, image: string, start: number): Token {
  const tokenType = terminal === Name ? (wordTerminals.get(image) ?? Name) : terminal;
  const { tokenTypeIdx = 0 } = tokenType;
  return { type, image, start, end: start + image.length, startOffset: start, tokenType, tokenTypeIdx };
}
