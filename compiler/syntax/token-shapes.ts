// Questions about tokens that the outline asks: is this a line end, does a setting or a block begin here.

import type { IToken } from "chevrotain";
import {
  CloseBrace,
  CloseBracket,
  CloseParen,
  Comma,
  DateLiteral,
  Dot,
  declarationKinds,
  Equals,
  LongText,
  MinusEquals,
  MisspeltPackageWord,
  Name,
  Newline,
  NumberLiteral,
  OpenBrace,
  PackageBreak,
  PackageClose,
  PackageLine,
  PackageOpen,
  PackageWord,
  PlusEquals,
  Semicolon,
  Text,
  TimeLiteral,
  UnterminatedLongText,
  UnterminatedText,
} from "./tokens.ts";

export const isLineEnd = (token: IToken): boolean => token.tokenType === Newline || token.tokenType === PackageBreak;
export const isOpenBrace = (token: IToken): boolean => token.tokenType === OpenBrace || token.tokenType === PackageOpen;
export const isCloseBrace = (token: IToken): boolean =>
  token.tokenType === CloseBrace || token.tokenType === PackageClose;
export const isComma = (token: IToken): boolean => token.tokenType === Comma;
export const isSemicolon = (token: IToken): boolean => token.tokenType === Semicolon;
export const isPackageLine = (token: IToken): boolean => token.tokenType === PackageLine;
const words = new Set([Name, PackageWord, MisspeltPackageWord]);
export const isWord = (token: IToken): boolean => words.has(token.tokenType);
const isText = (token: IToken): boolean =>
  token.tokenType === Text || token.tokenType === LongText || token.tokenType === UnterminatedText;

const assignments = new Set([Equals, PlusEquals, MinusEquals]);
/** `=`, `+=` or `-=`. */
export const isAssignment = (token: IToken): boolean => assignments.has(token.tokenType);

const valueEnds = new Set([
  Name,
  PackageWord,
  Text,
  LongText,
  UnterminatedText,
  UnterminatedLongText,
  NumberLiteral,
  DateLiteral,
  TimeLiteral,
  CloseBracket,
  CloseParen,
  CloseBrace,
  PackageClose,
]);
/** Can a value end with this token? */
export const endsValue = (token: IToken): boolean => valueEnds.has(token.tokenType);

/** The index after a key path (at most 50 names and texts joined by dots) that begins at `at`; `at` itself if none does. */
export function pathEnd(tokens: readonly IToken[], at: number): number {
  const first = tokens[at];
  if (first === undefined || !(isWord(first) || isText(first))) return at;
  let end = at + 1;
  // The bound keeps a line of nothing but dots from being looked at again from each of its words.
  for (let parts = 1; parts < longestPath; parts++) {
    const dot = tokens[end];
    const next = tokens[end + 1];
    if (dot?.tokenType !== Dot || next === undefined || !(isWord(next) || isText(next))) return end;
    end += 2;
  }
  return end;
}

const longestPath = 50;

/** Does `path =`, `path +=` or `path -=` stand at `at`? */
export function startsSetting(tokens: readonly IToken[], at: number): boolean {
  const end = pathEnd(tokens, at);
  const operator = tokens[end];
  return end > at && operator !== undefined && isAssignment(operator);
}

/** Does `word {`, `word word {`, `word "…" {` or `word DATE` stand at `at`? */
export function startsBlock(tokens: readonly IToken[], at: number): boolean {
  const [first, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (first === undefined || second === undefined || !isWord(first)) return false;
  if (isOpenBrace(second) || second.tokenType === DateLiteral) return true;
  return (isWord(second) || isText(second)) && third !== undefined && isOpenBrace(third);
}

/** Does `word {` stand at `at`? */
export function startsNamelessBlock(tokens: readonly IToken[], at: number): boolean {
  const [first, second] = [tokens[at], tokens[at + 1]];
  return first !== undefined && second !== undefined && isWord(first) && isOpenBrace(second);
}

const kinds = new Set<string>(declarationKinds);

/** Does a declaration or a `let` begin at `at`? */
export function isDeclarationStart(tokens: readonly IToken[], at: number): boolean {
  const first = tokens[at];
  if (first === undefined || !isWord(first)) return false;
  if (first.image === "let") return startsSetting(tokens, at + 1);
  const keyword = first.image === "abstract" ? tokens[at + 1] : first;
  const next = first.image === "abstract" ? tokens[at + 2] : tokens[at + 1];
  if (keyword === undefined || next === undefined || !kinds.has(keyword.image)) return false;
  return isWord(next) || isOpenBrace(next);
}
