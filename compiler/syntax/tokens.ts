// The tokens of the language. A word is a name, whatever it means at some places; it is for the grammar to tell.

import type { IToken } from "chevrotain";
import { limits } from "../text/limits.ts";
import type { Range } from "./tree.ts";

/** Kinds of declaration, in the order in which LANGUAGE.md presents them. */
export const declarationKinds = [
  "project",
  "provider",
  "storage",
  "image",
  "group",
  "course",
  "hub",
  "policy",
  "expect",
  "machine",
] as const;

export type DeclarationKind = (typeof declarationKinds)[number];

/** Kinds whose `require` holds conditions. */
export const kindsWithConditions: ReadonlySet<string> = new Set<DeclarationKind>(["policy", "expect"]);

/** Tokens that are always written in one way: the type is what is written. */
export type Sign =
  | "+="
  | "-="
  | "=="
  | "!="
  | "<="
  | ">="
  | "<"
  | ">"
  | "="
  | ".."
  | "."
  | ","
  | ";"
  | ":"
  | "{"
  | "}"
  | "["
  | "]"
  | "("
  | ")";

export type TokenType =
  | Sign
  | "line-end"
  | "comment"
  | "text"
  /** Between `"""`. */
  | "long-text"
  /** Up to the end of its line, since its `"` is missing. */
  | "unterminated-text"
  | "unterminated-long-text"
  | "number"
  | "date"
  | "time"
  | "name"
  /** `conda`, `pip`, `apt` or `cran` before a brace. */
  | "package-word"
  /** `cnda {` on a line of its own: a slip of `conda`, or what it holds would be read as if it were settings. */
  | "misspelt-package-word"
  /** The brace after a package word: from here to its partner the text is requirement lines. */
  | "package-open"
  | "package-close"
  | "package-line"
  /** The line end after which something else begins, so that the package block must have been meant to end here. */
  | "package-break";

/** A token, as the grammar reads it, and its place: offsets into its text, the end not included. */
export interface Token extends IToken {
  readonly type: TokenType;
  /** The token as it is written. */
  readonly image: string;
  readonly start: number;
  readonly end: number;
}

// Patterns that are shared with what reads texts without the lexer, such as the grammars of editors. None begins or ends with
// a look at what stands around it.

/** A name. */
export const namePattern = "[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*";
/** Something in the form of a date, which may not exist. */
export const datePattern = String.raw`\d+-\d+-\d+`;
export const timePattern = String.raw`\d+:\d+(?::\d+)?`;
/** A number with or without a unit. */
export const numberPattern = String.raw`-?\d+(?:\.\d+)?(?:[A-Za-z_%][A-Za-z0-9_%]*)?`;

// Questions about tokens that the outline and the grammar ask: is this a line end, does a setting or a block begin here.

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

// Places of tokens in their file.

/** The place of one token. */
export function tokenRange({ start, end }: Token): Range {
  return { start, end };
}

/** From the first to the last of some tokens. */
export function tokensRange(tokens: readonly Token[]): Range {
  return { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 };
}
