// The tokens of the language. A word is a name, whatever it means at some places; it is for the grammar to tell.

import type { IToken } from "chevrotain";

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
