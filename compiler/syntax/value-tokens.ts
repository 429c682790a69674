// How far a value goes: to the end of its line, or to where another setting or block begins on it; inside brackets line ends
// don't count, but a line that begins a setting or a block shows that a bracket was never closed.

import { limits } from "../text/limits.ts";
import type { TokenLines } from "./token-lines.ts";
import {
  endsValue,
  isCloseBrace,
  isComma,
  isLineEnd,
  isOpenBrace,
  isSemicolon,
  startsBlock,
  startsSetting,
  type Token,
} from "./tokens.ts";

/** The tokens among which a value is looked for; `end` is the index after the last. */
export interface TokenStretch {
  readonly tokens: readonly Token[];
  readonly lines: TokenLines;
  readonly end: number;
}

/** How far a value or a bracket goes. Indices are after the last token. */
export interface ValueTokens {
  /** The end of its tokens, among which are line ends. */
  readonly end: number;
  /** Where the outline goes on. */
  readonly next: number;
  /** What the outline has to say of it. */
  readonly problem:
    | { readonly kind: "unclosed-bracket" | "too-deep" | "unbracketed-list"; readonly token: Token }
    | undefined;
}

/** The tokens of the value that begins at `start`. In a map, the words after a value are not taken for a block. */
export function valueTokens(stretch: TokenStretch, start: number, inMap: boolean): ValueTokens {
  const { tokens } = stretch;
  let at = start;
  for (let token = tokenAt(stretch, at); token !== undefined; token = tokenAt(stretch, at)) {
    if (isLineEnd(token) || isCloseBrace(token) || isSemicolon(token)) break;
    if (isComma(token)) {
      if (at === start || !(isInNumber(stretch, at) || continuesList(stretch, at + 1))) break;
      const end = endOfList(stretch, at);
      return { end, next: end, problem: { kind: "unbracketed-list", token } };
    }
    const previous = tokens[at - 1];
    const mayEnd = at > start && previous !== undefined && endsValue(previous);
    if (mayEnd && (startsSetting(tokens, at) || (!inMap && startsBlock(tokens, at)))) break;
    if (isOpenBrace(token)) {
      const close = closingOnLine(stretch, at);
      if (close === undefined) break;
      at = close + 1;
    } else if (opensBracket(token)) {
      const group = bracketTokens(stretch, at);
      if (group.problem !== undefined) return group;
      at = group.next;
    } else at++;
  }
  return { end: at, next: at, problem: undefined };
}

/** The tokens from the bracket at `start` to its partner, or to where it shows that there is none. */
export function bracketTokens(stretch: TokenStretch, start: number): ValueTokens {
  const { tokens, lines } = stretch;
  const open: Token[] = [];
  let cutShort = false;
  let at = start;
  for (let token = tokenAt(stretch, at); token !== undefined; token = tokenAt(stretch, at)) {
    const innermost = open.at(-1);
    if (innermost !== undefined && innermost.image !== "{") {
      const resumes = lines.isFirst(at) && (startsSetting(tokens, at) || startsBlock(tokens, at));
      if (resumes || isCloseBrace(token)) break;
    }
    if (open.length > limits.nesting) return { end: at, next: stretch.end, problem: { kind: "too-deep", token } };
    // A text that lost its closing quotes has swallowed the brackets after it, so nothing is said of those.
    cutShort ||= token.type === "unterminated-text";
    track(open, token);
    at++;
    if (open.length === 0) return { end: at, next: at, problem: undefined };
  }
  const unclosed = open.findLast((token) => token.image !== "{") ?? open[0];
  const problem =
    unclosed === undefined || cutShort ? undefined : ({ kind: "unclosed-bracket", token: unclosed } as const);
  return { end: at, next: at, problem };
}

/**
 * The index after the `]` of a list that begins on the line after `start` without its `[`, or nothing where there is none
 * before the next setting, block or brace.
 */
export function endOfUnopenedList(stretch: TokenStretch, start: number): number | undefined {
  const { tokens } = stretch;
  for (let at = start; ; at++) {
    const token = tokenAt(stretch, at);
    if (token === undefined || opensBracket(token) || isOpenBrace(token) || isCloseBrace(token)) return undefined;
    if (token.image === "]") return at + 1;
    if (stretch.lines.isFirst(at) && (startsSetting(tokens, at) || startsBlock(tokens, at))) return undefined;
  }
}

/**
 * Does this token begin a stretch in which line ends don't count? What is written decides, not the type: a bracket that stands
 * in a package block which was opened by mistake is a bracket still.
 */
export function opensBracket(token: Token): boolean {
  return token.image === "[" || token.image === "(";
}

function tokenAt({ tokens, end }: TokenStretch, at: number): Token | undefined {
  return at < end ? tokens[at] : undefined;
}

function track(open: Token[], token: Token): void {
  if (opensBracket(token) || token.image === "{") open.push(token);
  else if (token.image === "]" || token.image === ")" || token.image === "}") open.pop();
}

/** The index of the brace that closes the one at `at`, where it stands on the same line. */
function closingOnLine(stretch: TokenStretch, at: number): number | undefined {
  let depth = 0;
  for (let i = at; ; i++) {
    const token = tokenAt(stretch, i);
    if (token === undefined || isLineEnd(token)) return undefined;
    if (isOpenBrace(token)) depth++;
    else if (isCloseBrace(token) && --depth === 0) return i;
  }
}

/** Does a single value stand at `at`, on the line of the comma before it, as in a list without brackets? */
function continuesList(stretch: TokenStretch, at: number): boolean {
  const [item, after] = [tokenAt(stretch, at), tokenAt(stretch, at + 1)];
  if (item === undefined || !endsValue(item) || isCloseBrace(item)) return false;
  return after === undefined || isLineEnd(after) || isComma(after) || isCloseBrace(after) || after.image === "]";
}

/** Does the comma at `at` stand between two digits, as in `4,000`? Whatever comes after, it separates no settings. */
function isInNumber(stretch: TokenStretch, at: number): boolean {
  const [before, comma, after] = [-1, 0, 1].map((step) => tokenAt(stretch, at + step));
  if (before === undefined || comma === undefined || after === undefined) return false;
  const touch = before.end === comma.start && comma.end === after.start;
  return touch && /\d$/.test(before.image) && /^\d/.test(after.image);
}

function endOfList(stretch: TokenStretch, from: number): number {
  for (let at = from; ; at++) {
    const token = tokenAt(stretch, at);
    if (token === undefined || isLineEnd(token) || isCloseBrace(token) || isOpenBrace(token)) return at;
    if (at > from && startsSetting(stretch.tokens, at)) return at;
  }
}
