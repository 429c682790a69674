// Text to tokens. Comments are kept beside the tokens; characters that begin no token are reported by place.

import { type IToken, Lexer } from "chevrotain";
import { lexerModes } from "./tokens.ts";

export interface LexedText {
  /** Every token but comments, line ends included, in order. */
  readonly tokens: readonly IToken[];
  readonly comments: readonly IToken[];
  /** Stretches of text that begin no token. */
  readonly unexpected: readonly { readonly start: number; readonly end: number }[];
}

let lexer: Lexer | undefined;

/** Splits `text` into tokens; never throws. */
export function lex(text: string): LexedText {
  lexer ??= createLexer({ validate: false });
  const result = lexer.tokenize(text);
  return {
    tokens: result.tokens,
    comments: result.groups["comments"] ?? [],
    unexpected: result.errors.map((error) => ({ start: error.offset, end: error.offset + error.length })),
  };
}

/** A lexer; `validate` checks the token definitions, which a test does once for all. */
export function createLexer(options: { readonly validate: boolean }): Lexer {
  return new Lexer(
    { modes: lexerModes, defaultMode: "usual" },
    { positionTracking: "onlyOffset", skipValidations: !options.validate, ensureOptimizations: false },
  );
}

/** The offset after a token. */
export function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}
