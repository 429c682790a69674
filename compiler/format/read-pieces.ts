// The tokens of a value as pieces: brackets become lists, maps and enclosures, and comments stay where they were.

import {
  endsValue,
  isCloseBrace,
  isComma,
  isOpenBrace,
  isWord,
  pathEnd,
  startsSetting,
  type Token,
} from "../syntax/tokens.ts";
import { append } from "../text/many.ts";
import {
  blankBefore,
  type CommentCursor,
  commentItem,
  commentsBefore,
  type Draft,
  settleComments,
  takeComments,
} from "./comment-cursor.ts";
import type { Body, EnclosurePiece, Piece, SettingItem } from "./layout.ts";
import { hasLineBreak } from "./source-gaps.ts";

/** A statement's tokens while they are read; `at` is advanced in place. */
export interface TokenCursor {
  readonly cursor: CommentCursor;
  readonly tokens: readonly Token[];
  /** Do `and`, `or`, `not`, `in` and `matches` join conditions here? */
  readonly conditions: boolean;
  at: number;
}

/** The pieces of all tokens from `run.at` on. */
export function readPieces(run: TokenCursor): Piece[] {
  const pieces: Piece[] = [];
  for (let token = run.tokens[run.at]; token; token = run.tokens[run.at]) pieces.push(readPiece(run, token));
  return pieces;
}

/** The tokens of a block's header or a setting's key as text. */
export function joinTokens(tokens: readonly Token[]): string {
  let text = "";
  let before: Token | undefined;
  tokens.forEach((token, i) => {
    const tight =
      token.type === "." ||
      before?.type === "." ||
      (token.type === "[" && before !== undefined && isWord(before)) ||
      before?.type === "[" ||
      token.type === "]" ||
      isIntegerRange(tokens, i) ||
      isIntegerRange(tokens, i - 1);
    text += tight || text === "" ? textOf(token) : ` ${textOf(token)}`;
    before = token;
  });
  return text;
}

/** A token as it is printed. Line ends in long texts become line feeds, which their value already holds. */
function textOf(token: Token): string {
  return token.type === "long-text" ? token.image.replace(/\r\n?/g, "\n") : token.image;
}

function readPiece(run: TokenCursor, token: Token): Piece {
  const { type } = token;
  const before = run.tokens[run.at - 1];
  const tight = before !== undefined && isWord(before) && !isOperator(run, before);
  if (type === "(" || (type === "[" && tight)) return readEnclosure(run, token, tight);
  if (type === "[") return { kind: "list", body: readList(run, token) };
  if (isOpenBrace(token)) return { kind: "map", body: readMap(run, token) };
  const [next, last] = [run.tokens[run.at + 1], run.tokens[run.at + 2]];
  if (last && next && isIntegerRange(run.tokens, run.at + 1) && !commentsBefore(run.cursor, last.start)) {
    for (let i = 0; i < 3; i++) pass(run);
    return { kind: "text", text: `${token.image}..${last.image}`, token };
  }
  pass(run);
  return { kind: "text", text: textOf(token), token };
}

/** Is the token at `at` the `..` between two whole numbers without units? */
function isIntegerRange(tokens: readonly Token[], at: number): boolean {
  const [from, to] = [tokens[at - 1], tokens[at + 1]];
  return tokens[at]?.type === ".." && from !== undefined && to !== undefined && isInteger(from) && isInteger(to);
}

function isInteger(token: Token): boolean {
  return token.type === "number" && /^-?\d+$/.test(token.image);
}

/** Moves past the token at the cursor. */
function pass(run: TokenCursor): void {
  const token = run.tokens[run.at];
  if (token) run.cursor.lastEnd = token.end;
  run.at++;
}

function readEnclosure(run: TokenCursor, open: Token, tight: boolean): EnclosurePiece {
  const closeType = open.type === "(" ? ")" : "]";
  const pieces: Piece[] = [];
  let opening: string | undefined;
  pass(run);
  for (let token = run.tokens[run.at]; token; token = run.tokens[run.at]) {
    for (const { text, ownLine } of takeComments(run.cursor, token.start)) {
      if (pieces.length === 0 && opening === undefined && !ownLine) opening = text;
      else pieces.push({ kind: "comment", text, ownLine });
    }
    if (token.type === closeType) break;
    pieces.push(readPiece(run, token));
  }
  const close = run.tokens[run.at];
  const onOneLine = !hasLineBreak(run.cursor.text, open.start, close?.start ?? open.start);
  pass(run);
  return { kind: "enclosure", open: open.image, close: close?.image ?? "", tight, opening, pieces, onOneLine };
}

function readList(run: TokenCursor, open: Token): Body {
  const draft: Draft = { items: [], opening: undefined };
  pass(run);
  for (let token = run.tokens[run.at]; token; token = run.tokens[run.at]) {
    settleComments(run.cursor, token.start, draft);
    if (token.type === "]") break;
    if (isComma(token)) {
      pass(run);
    } else {
      const blank = blankBefore(run.cursor, token.start);
      draft.items.push({ kind: "value", value: readListItem(run), trailing: undefined, blankBefore: blank });
    }
  }
  return finish(run, open, draft);
}

function readListItem(run: TokenCursor): Piece[] {
  const pieces: Piece[] = [];
  for (let token = run.tokens[run.at]; token; token = run.tokens[run.at]) {
    if (isComma(token) || token.type === "]") break;
    if (pieces.length > 0) {
      const newLine = hasLineBreak(run.cursor.text, run.cursor.lastEnd, token.start);
      const onNewLine = newLine || commentsBefore(run.cursor, token.start);
      if (onNewLine && startsItem(run)) break;
      const keepsBreak = onNewLine && run.conditions;
      if (!addComments(run, token, pieces) && keepsBreak) pieces.push({ kind: "break" });
    }
    pieces.push(readPiece(run, token));
  }
  return pieces;
}

/** Does the token at the cursor, which is the first of its line, begin another item of the list? */
function startsItem(run: TokenCursor): boolean {
  const [before, token, next] = [run.tokens[run.at - 1], run.tokens[run.at], run.tokens[run.at + 1]];
  if (before === undefined || token === undefined || !endsValue(before)) return false;
  if (isOperator(run, before) || isOperator(run, token, ["and", "or", "in", "matches"])) return false;
  if (isWord(before)) {
    if (token.type === "[" || token.type === "(") return false;
    if (run.conditions && /^(?:all|any)$/.test(before.image) && next?.image === "in") return false;
  }
  if (token.type === "time") return before.type !== "date";
  return isWord(token) || isOpenBrace(token) || ["text", "long-text", "number", "date", "[", "("].includes(token.type);
}

function addComments(run: TokenCursor, token: Token, pieces: Piece[]): boolean {
  const comments = takeComments(run.cursor, token.start);
  for (const { text, ownLine } of comments) pieces.push({ kind: "comment", text, ownLine });
  return comments.length > 0;
}

const operatorWords = ["and", "or", "not", "in", "matches"];

function isOperator(run: TokenCursor, token: Token, words: readonly string[] = operatorWords): boolean {
  return run.conditions && isWord(token) && words.includes(token.image);
}

/** A map inside a value, where line ends are no tokens. */
function readMap(run: TokenCursor, open: Token): Body {
  const draft: Draft = { items: [], opening: undefined };
  pass(run);
  for (let token = run.tokens[run.at]; token; token = run.tokens[run.at]) {
    settleComments(run.cursor, token.start, draft);
    if (isCloseBrace(token)) break;
    if (isComma(token)) pass(run);
    else draft.items.push(readEntry(run, token, draft));
  }
  return finish(run, open, draft);
}

function readEntry(run: TokenCursor, first: Token, draft: Draft): SettingItem {
  const keyEnd = Math.max(pathEnd(run.tokens, run.at), run.at + 1);
  const operator = run.tokens[keyEnd];
  const blank = blankBefore(run.cursor, first.start);
  append(draft.items, takeComments(run.cursor, operator?.start ?? 0).map(commentItem));
  const key = joinTokens(run.tokens.slice(run.at, keyEnd));
  run.at = keyEnd;
  pass(run);
  const value: Piece[] = [];
  for (let token = run.tokens[run.at]; token; token = run.tokens[run.at]) {
    const before = run.tokens[run.at - 1];
    if (isComma(token) || isCloseBrace(token)) break;
    if (value.length > 0 && before && endsValue(before) && startsSetting(run.tokens, run.at)) break;
    addComments(run, token, value);
    value.push(readPiece(run, token));
  }
  return { kind: "setting", key, operator: operator?.image ?? "", value, trailing: undefined, blankBefore: blank };
}

/** Passes the closing sign. */
function finish(run: TokenCursor, open: Token, draft: Draft): Body {
  const close = run.tokens[run.at];
  const onOneLine = !hasLineBreak(run.cursor.text, open.start, close?.start ?? open.start);
  pass(run);
  return { items: draft.items, opening: draft.opening, onOneLine };
}

/** Is no blank written between these two pieces? */
export function isTight(before: Piece, after: Piece): boolean {
  if (after.kind === "enclosure") return after.tight;
  if (after.kind === "text" && (after.token.type === "." || after.token.type === ":")) return true;
  return before.kind === "text" && before.token.type === ".";
}
