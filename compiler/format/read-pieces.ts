// The tokens of a value as pieces: brackets become lists, maps and enclosures, and comments stay where they were.

import type { IToken } from "chevrotain";
import { endOf } from "../syntax/lexer.ts";
import {
  endsValue,
  isCloseBrace,
  isComma,
  isOpenBrace,
  isWord,
  pathEnd,
  startsSetting,
} from "../syntax/token-shapes.ts";
import {
  CloseBracket,
  CloseParen,
  Colon,
  DateLiteral,
  Dot,
  DotDot,
  LongText,
  NumberLiteral,
  OpenBracket,
  OpenParen,
  Text,
  TimeLiteral,
} from "../syntax/tokens.ts";
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
  readonly tokens: readonly IToken[];
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
export function joinTokens(tokens: readonly IToken[]): string {
  let text = "";
  let before: IToken | undefined;
  tokens.forEach((token, i) => {
    const tight =
      token.tokenType === Dot ||
      before?.tokenType === Dot ||
      (token.tokenType === OpenBracket && before !== undefined && isWord(before)) ||
      before?.tokenType === OpenBracket ||
      token.tokenType === CloseBracket ||
      isIntegerRange(tokens, i) ||
      isIntegerRange(tokens, i - 1);
    text += tight || text === "" ? textOf(token) : ` ${textOf(token)}`;
    before = token;
  });
  return text;
}

/** A token as it is printed. Line ends in long texts become line feeds, which their value already holds. */
function textOf(token: IToken): string {
  return token.tokenType === LongText ? token.image.replace(/\r\n?/g, "\n") : token.image;
}

function readPiece(run: TokenCursor, token: IToken): Piece {
  const type = token.tokenType;
  const before = run.tokens[run.at - 1];
  const tight = before !== undefined && isWord(before) && !isOperator(run, before);
  if (type === OpenParen || (type === OpenBracket && tight)) return readEnclosure(run, token, tight);
  if (type === OpenBracket) return { kind: "list", body: readList(run, token) };
  if (isOpenBrace(token)) return { kind: "map", body: readMap(run, token) };
  const [next, last] = [run.tokens[run.at + 1], run.tokens[run.at + 2]];
  if (last && next && isIntegerRange(run.tokens, run.at + 1) && !commentsBefore(run.cursor, last.startOffset)) {
    for (let i = 0; i < 3; i++) pass(run);
    return { kind: "text", text: `${token.image}..${last.image}`, token };
  }
  pass(run);
  return { kind: "text", text: textOf(token), token };
}

/** Is the token at `at` the `..` between two whole numbers without units? */
function isIntegerRange(tokens: readonly IToken[], at: number): boolean {
  const [from, to] = [tokens[at - 1], tokens[at + 1]];
  return tokens[at]?.tokenType === DotDot && from !== undefined && to !== undefined && isInteger(from) && isInteger(to);
}

function isInteger(token: IToken): boolean {
  return token.tokenType === NumberLiteral && /^-?\d+$/.test(token.image);
}

/** Moves past the token at the cursor. */
function pass(run: TokenCursor): void {
  const token = run.tokens[run.at];
  if (token) run.cursor.lastEnd = endOf(token);
  run.at++;
}

function readEnclosure(run: TokenCursor, open: IToken, tight: boolean): EnclosurePiece {
  const closeType = open.tokenType === OpenParen ? CloseParen : CloseBracket;
  const pieces: Piece[] = [];
  let opening: string | undefined;
  pass(run);
  for (let token = run.tokens[run.at]; token; token = run.tokens[run.at]) {
    for (const { text, ownLine } of takeComments(run.cursor, token.startOffset)) {
      if (pieces.length === 0 && opening === undefined && !ownLine) opening = text;
      else pieces.push({ kind: "comment", text, ownLine });
    }
    if (token.tokenType === closeType) break;
    pieces.push(readPiece(run, token));
  }
  const close = run.tokens[run.at];
  const onOneLine = !hasLineBreak(run.cursor.text, open.startOffset, close?.startOffset ?? open.startOffset);
  pass(run);
  return { kind: "enclosure", open: open.image, close: close?.image ?? "", tight, opening, pieces, onOneLine };
}

function readList(run: TokenCursor, open: IToken): Body {
  const draft: Draft = { items: [], opening: undefined };
  pass(run);
  for (let token = run.tokens[run.at]; token; token = run.tokens[run.at]) {
    settleComments(run.cursor, token.startOffset, draft);
    if (token.tokenType === CloseBracket) break;
    if (isComma(token)) {
      pass(run);
    } else {
      const blank = blankBefore(run.cursor, token.startOffset);
      draft.items.push({ kind: "value", value: readListItem(run), trailing: undefined, blankBefore: blank });
    }
  }
  return finish(run, open, draft);
}

function readListItem(run: TokenCursor): Piece[] {
  const pieces: Piece[] = [];
  for (let token = run.tokens[run.at]; token; token = run.tokens[run.at]) {
    if (isComma(token) || token.tokenType === CloseBracket) break;
    if (pieces.length > 0) {
      const newLine = hasLineBreak(run.cursor.text, run.cursor.lastEnd, token.startOffset);
      const onNewLine = newLine || commentsBefore(run.cursor, token.startOffset);
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
    if (token.tokenType === OpenBracket || token.tokenType === OpenParen) return false;
    if (run.conditions && /^(?:all|any)$/.test(before.image) && next?.image === "in") return false;
  }
  if (token.tokenType === TimeLiteral) return before.tokenType !== DateLiteral;
  return (
    isWord(token) ||
    isOpenBrace(token) ||
    [Text, LongText, NumberLiteral, DateLiteral, OpenBracket, OpenParen].includes(token.tokenType)
  );
}

function addComments(run: TokenCursor, token: IToken, pieces: Piece[]): boolean {
  const comments = takeComments(run.cursor, token.startOffset);
  for (const { text, ownLine } of comments) pieces.push({ kind: "comment", text, ownLine });
  return comments.length > 0;
}

const operatorWords = ["and", "or", "not", "in", "matches"];

function isOperator(run: TokenCursor, token: IToken, words: readonly string[] = operatorWords): boolean {
  return run.conditions && isWord(token) && words.includes(token.image);
}

/** A map inside a value, where line ends are no tokens. */
function readMap(run: TokenCursor, open: IToken): Body {
  const draft: Draft = { items: [], opening: undefined };
  pass(run);
  for (let token = run.tokens[run.at]; token; token = run.tokens[run.at]) {
    settleComments(run.cursor, token.startOffset, draft);
    if (isCloseBrace(token)) break;
    if (isComma(token)) pass(run);
    else draft.items.push(readEntry(run, token, draft));
  }
  return finish(run, open, draft);
}

function readEntry(run: TokenCursor, first: IToken, draft: Draft): SettingItem {
  const keyEnd = Math.max(pathEnd(run.tokens, run.at), run.at + 1);
  const operator = run.tokens[keyEnd];
  const blank = blankBefore(run.cursor, first.startOffset);
  draft.items.push(...takeComments(run.cursor, operator?.startOffset ?? 0).map(commentItem));
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
function finish(run: TokenCursor, open: IToken, draft: Draft): Body {
  const close = run.tokens[run.at];
  const onOneLine = !hasLineBreak(run.cursor.text, open.startOffset, close?.startOffset ?? open.startOffset);
  pass(run);
  return { items: draft.items, opening: draft.opening, onOneLine };
}

/** Is no blank written between these two pieces? */
export function isTight(before: Piece, after: Piece): boolean {
  if (after.kind === "enclosure") return after.tight;
  if (after.kind === "text" && (after.token.tokenType === Dot || after.token.tokenType === Colon)) return true;
  return before.kind === "text" && before.token.tokenType === Dot;
}
