// What is open around a cursor: declaration, blocks, brackets, and the statement that is being typed. Read from the tokens before
// it, line by line, so that a file which is half typed or broken elsewhere gives the same answer as a whole one.

import {
  isAssignment,
  isCloseBrace,
  isComma,
  isDeclarationStart,
  isLineEnd,
  isOpenBrace,
  isPackageLine,
  isSemicolon,
  isUnterminated,
  isWord,
  startsBlock,
  startsSetting,
  type Token,
} from "../../syntax/tokens.ts";
import type { SourceFile } from "../../text/source-file.ts";
import { tokensOf } from "./file-trees.ts";

export interface Frame {
  readonly sign: "file" | "{" | "[" | "(";
  /** The tokens before its sign: a header, `key =`, or the word before a parenthesis. */
  readonly head: readonly Token[];
  /** First words of the statements that are complete, before the cursor and, where the braces allow, after it. */
  readonly keys: Set<string>;
  /** Tokens of the statement at the cursor, without what is being typed. */
  statement: Token[];
}

export interface Frames {
  /** The outermost, which is the file, first. */
  readonly open: readonly Frame[];
  /** The word, number, date or text that the cursor is in or at the end of. */
  readonly typed: TypedStretch | undefined;
  /** The token after the cursor on its line. */
  readonly next: Token | undefined;
}

/** A stretch that is being typed, whole or not. */
export interface TypedStretch {
  readonly start: number;
  readonly end: number;
  /** A text whose quotes are not closed. */
  readonly isOpen: boolean;
}

const memory = new WeakMap<SourceFile, { readonly offset: number; readonly frames: Frames }>();

/** The frames around an offset that is not in a comment. */
export function framesAt(file: SourceFile, offset: number): Frames {
  const before = memory.get(file);
  if (before?.offset === offset) return before.frames;
  const frames = findFrames(file, offset);
  memory.set(file, { offset, frames });
  return frames;
}

function findFrames(file: SourceFile, offset: number): Frames {
  const { tokens } = tokensOf(file);
  const count = firstAtOrAfter(tokens, offset);
  const typed = datePart(file, offset, tokens[count - 1]) ?? stretchOf(tokens[count - 1], offset);
  const cut = typed ? firstAtOrAfter(tokens, typed.start) : count;
  const walk = new FrameWalk(tokens, file);
  for (let at = segmentStart(file, tokens, cut); at < cut; at++) walk.take(at);
  if (typed) walk.settle(cut);
  walk.keysAfter(count);
  const next = tokens[count];
  return { open: walk.open, typed, next: next && !isLineEnd(next) ? next : undefined };
}

/** `2026-`, `2026-08-`: no token yet, and what the tokens of it are does not matter. */
function datePart(file: SourceFile, offset: number, last: Token | undefined): TypedStretch | undefined {
  if (last === undefined || last.image.startsWith('"') || isPackageLine(last)) return undefined;
  const [, , digits] = /(^|[^\w.-])(\d+[-:][\d:-]*)$/.exec(file.text.slice(Math.max(0, offset - 24), offset)) ?? [];
  if (digits === undefined) return undefined;
  return { start: offset - digits.length, end: Math.max(offset, last.end), isOpen: false };
}

function stretchOf(token: Token | undefined, offset: number): TypedStretch | undefined {
  if (token === undefined || isLineEnd(token) || !touches(token, offset)) return undefined;
  return { start: token.start, end: token.end, isOpen: isUnterminated(token) };
}

/** Is the token one that a cursor at `offset` goes on with? A text does until its quotes are closed. */
function touches(token: Token, offset: number): boolean {
  const end = token.end;
  if (token.image.startsWith('"')) return offset < end || isUnterminated(token);
  return end >= offset && (isWord(token) || isPackageLine(token) || /^[-\d]/.test(token.image));
}

/** The index of the first token that begins at the offset or later. */
function firstAtOrAfter(tokens: readonly Token[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last declaration that begins in the first column before the token `cut`: what is wrong above it does not matter. */
function segmentStart(file: SourceFile, tokens: readonly Token[], cut: number): number {
  for (let at = cut - 1; at > 0; at--) {
    const token = tokens[at];
    if (token && isInFirstColumn(file, token) && isDeclarationStart(tokens, at)) return at;
  }
  return 0;
}

/** Does the token stand in the first column? */
function isInFirstColumn({ text }: SourceFile, { start }: Token): boolean {
  return start === 0 || text[start - 1] === "\n" || text[start - 1] === "\r";
}

/** Walks over tokens and holds what is open. */
class FrameWalk {
  readonly open: Frame[] = [{ sign: "file", head: [], keys: new Set(), statement: [] }];
  private readonly tokens: readonly Token[];
  private readonly file: SourceFile;

  constructor(tokens: readonly Token[], file: SourceFile) {
    this.tokens = tokens;
    this.file = file;
  }

  take(at: number): void {
    const token = this.tokens[at];
    if (token === undefined) return;
    if (isLineEnd(token)) {
      // A line ends a statement but inside brackets.
      const { sign } = this.top();
      if (sign === "{" || sign === "file") this.endStatement(this.top());
      return;
    }
    this.settle(at);
    const top = this.top();
    if (isOpenBrace(token)) this.push("{");
    else if (token.image === "[" || token.image === "(") this.push(token.image);
    else if (isCloseBrace(token)) this.close("{");
    else if (token.image === "]") this.close("[", token);
    else if (token.image === ")") this.close("(", token);
    else if (isComma(token) || isSemicolon(token)) this.endStatement(top);
    else top.statement.push(token);
  }

  /** Where a setting or block begins, what was open in brackets before it is over, and so is the value before it. */
  settle(at: number): void {
    const top = this.top();
    const isFirst = at === 0 || this.isLineEndAt(at - 1);
    const begins = startsSetting(this.tokens, at) || startsBlock(this.tokens, at);
    if (begins && isFirst && (top.sign === "[" || top.sign === "(")) this.dropBrackets();
    const now = this.top();
    if (begins && now.sign === "{" && now.statement.some(isAssignment)) this.endStatement(now);
  }

  /** Notes the settings and blocks of the innermost body that stand after the cursor. */
  keysAfter(from: number): void {
    const body = this.open.findLast(({ sign }) => sign === "{");
    if (body === undefined) return;
    let depth = 0;
    let begins = false;
    for (let at = from; at < this.tokens.length; at++) {
      const token = this.tokens[at];
      if (token === undefined) return;
      if (isOpenBrace(token)) depth++;
      if (isCloseBrace(token)) depth--;
      if (depth < 0 || (isInFirstColumn(this.file, token) && isDeclarationStart(this.tokens, at))) return;
      const isItem = depth === 0 && begins && isWord(token);
      if (isItem && (startsSetting(this.tokens, at) || startsBlock(this.tokens, at))) body.keys.add(token.image);
      begins = isLineEnd(token);
    }
  }

  private top(): Frame {
    const top = this.open.at(-1);
    if (top === undefined) throw new Error("invariant: the file is always open");
    return top;
  }

  private isLineEndAt(at: number): boolean {
    const token = this.tokens[at];
    return token !== undefined && isLineEnd(token);
  }

  private endStatement(frame: Frame): void {
    const [first] = frame.statement;
    if (first) frame.keys.add(first.image);
    frame.statement = [];
  }

  private push(sign: "{" | "[" | "("): void {
    this.open.push({ sign, head: this.top().statement, keys: new Set(), statement: [] });
  }

  private close(sign: "{" | "[" | "(", token?: Token): void {
    const at = this.open.findLastIndex((frame) => frame.sign === sign);
    const isAcross = sign !== "{" && this.open.slice(at + 1).some((frame) => frame.sign === "{");
    if (at < 1 || isAcross) return;
    this.open.length = at;
    const top = this.top();
    if (token) top.statement.push(token);
    else this.endStatement(top);
  }

  private dropBrackets(): void {
    while (this.open.length > 1 && this.top().sign !== "{") this.open.pop();
    this.endStatement(this.top());
  }
}
