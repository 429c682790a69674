// The tokens of a statement as the grammar goes over them. The first mistake is noted and ends the tokens, so that the rules go
// on to their end without asking, read nothing more, and what they make of it is thrown away.

import type { TextProblem } from "./text-parts.ts";
import { isWord } from "./token-shapes.ts";
import type { Token, TokenType } from "./tokens.ts";
import type { Range } from "./tree.ts";

/** Where a statement stops being one. */
export interface Mistake {
  /** Index of the token that is wrong; the number of tokens where one is missing. */
  readonly at: number;
  /** What should stand there, at the start of a sentence; nothing where the statement should have ended. */
  readonly expected: string | undefined;
}

/** Two items of a list on one line with nothing between them. */
export type MissingComma = Range & { readonly problem: "comma" /** Where it belongs. */; readonly at: number };

/** More brackets, `not`s or `all x in …:` in each other than any statement can need; it is not read. */
export type TooDeep = Range & { readonly problem: "too-deep" };

export type StatementProblem = TextProblem | MissingComma | TooDeep;

/** Advanced in place. */
export interface StatementCursor {
  readonly tokens: readonly Token[];
  /** The text that the tokens come from. */
  readonly source: string;
  /** What is wrong inside texts and lists that stand where they may. */
  readonly problems: StatementProblem[];
  mistake: Mistake | undefined;
  /** Index of the next token. */
  at: number;
}

const end: Token = { type: "end", image: "", start: 0, end: 0 };

export function cursorOver(tokens: readonly Token[], source: string): StatementCursor {
  return { tokens, source, problems: [], mistake: undefined, at: 0 };
}

/** The next token, or one of those after it; `end` behind the last. */
export function peek({ tokens, at }: StatementCursor, ahead = 0): Token {
  return at + ahead < tokens.length ? (tokens[at + ahead] ?? end) : end;
}

/** The next token, which the cursor passes. */
export function take(cursor: StatementCursor): Token {
  const token = peek(cursor);
  cursor.at++;
  return token;
}

/** Passes the next token if it is of this type. */
export function takeIf(cursor: StatementCursor, type: TokenType): boolean {
  const found = peek(cursor).type === type;
  if (found) cursor.at++;
  return found;
}

/** Passes a token of this type; anything else is a mistake. */
export function expect(cursor: StatementCursor, type: TokenType, expected: string): Token {
  return peek(cursor).type === type ? take(cursor) : fail(cursor, expected);
}

export function expectName(cursor: StatementCursor): Token {
  return isWord(peek(cursor)) ? take(cursor) : fail(cursor, "A name");
}

/** The next token is not what is `expected` here, or, without that, there should be none. Gives the end of the statement. */
export function fail(cursor: StatementCursor, expected: string | undefined): Token {
  cursor.mistake ??= { at: cursor.at, expected };
  cursor.at = cursor.tokens.length;
  return end;
}

/** Notes something wrong that the statement can be read past. */
export function note(cursor: StatementCursor, problem: StatementProblem): void {
  if (cursor.mistake === undefined) cursor.problems.push(problem);
}
