// Questions about tokens that the outline and the grammar ask: is this a line end, does a setting or a block begin here.

import { limits } from "../text/limits.ts";
import { declarationKinds, type Token, type TokenType } from "./tokens.ts";

export const isLineEnd = ({ type }: Token): boolean => type === "line-end" || type === "package-break";
export const isOpenBrace = ({ type }: Token): boolean => type === "{" || type === "package-open";
export const isCloseBrace = ({ type }: Token): boolean => type === "}" || type === "package-close";
export const isComma = ({ type }: Token): boolean => type === ",";
export const isSemicolon = ({ type }: Token): boolean => type === ";";
export const isPackageLine = ({ type }: Token): boolean => type === "package-line";
export const isWord = ({ type }: Token): boolean =>
  type === "name" || type === "package-word" || type === "misspelt-package-word";
/** A text, closed or not. */
export const isText = ({ type }: Token): boolean =>
  type === "text" || type === "long-text" || type === "unterminated-text" || type === "unterminated-long-text";
export const isUnterminated = ({ type }: Token): boolean =>
  type === "unterminated-text" || type === "unterminated-long-text";

/** `=`, `+=` or `-=`. */
export const isAssignment = ({ type }: Token): boolean => type === "=" || type === "+=" || type === "-=";

const valueEnds: ReadonlySet<TokenType> = new Set<TokenType>([
  "name",
  "package-word",
  "text",
  "long-text",
  "unterminated-text",
  "unterminated-long-text",
  "number",
  "date",
  "time",
  "]",
  ")",
  "}",
  "package-close",
]);
/** Can a value end with this token? */
export const endsValue = ({ type }: Token): boolean => valueEnds.has(type);

/** Can a part of a setting's name be written as this token? */
const isKey = (token: Token): boolean => isWord(token) || (isText(token) && token.type !== "unterminated-long-text");

/** The index after a key path (at most 50 names and texts joined by dots) that begins at `at`; `at` itself if none does. */
export function pathEnd(tokens: readonly Token[], at: number): number {
  const first = tokens[at];
  if (first === undefined || !isKey(first)) return at;
  let end = at + 1;
  // The bound keeps a line of nothing but dots from being looked at again from each of its words.
  for (let parts = 1; parts < limits.keyPath; parts++) {
    const dot = tokens[end];
    const next = tokens[end + 1];
    if (dot?.type !== "." || next === undefined || !isKey(next)) return end;
    end += 2;
  }
  return end;
}

/** Does `path =`, `path +=` or `path -=` stand at `at`? */
export function startsSetting(tokens: readonly Token[], at: number): boolean {
  const end = pathEnd(tokens, at);
  const operator = tokens[end];
  return end > at && operator !== undefined && isAssignment(operator);
}

/** Does `word {`, `"…" {`, `word word {`, `word "…" {` or `word DATE` stand at `at`? */
export function startsBlock(tokens: readonly Token[], at: number): boolean {
  const [first, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (first === undefined || second === undefined) return false;
  if (!isWord(first)) return isKey(first) && isOpenBrace(second);
  if (isOpenBrace(second) || second.type === "date") return true;
  return isKey(second) && third !== undefined && isOpenBrace(third);
}

const kinds = new Set<string>(declarationKinds);

/** Does a declaration or a `let` begin at `at`? */
export function isDeclarationStart(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at];
  if (first === undefined || !isWord(first)) return false;
  if (first.image === "let") return startsSetting(tokens, at + 1);
  const keyword = first.image === "abstract" ? tokens[at + 1] : first;
  const next = first.image === "abstract" ? tokens[at + 2] : tokens[at + 1];
  if (keyword === undefined || next === undefined || !kinds.has(keyword.image)) return false;
  return isWord(next) || isOpenBrace(next);
}
