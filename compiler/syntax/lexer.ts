// Text to tokens. Comments are kept beside the tokens; characters that begin no token are told by place.

import { type IToken, Lexer } from "chevrotain";
import { Comment, modes, Name, typeByTerminal, wordTerminals } from "./terminals.ts";
import type { Token } from "./tokens.ts";
import type { Range } from "./tree.ts";

export interface LexedText {
  /** Every token but comments, line ends included, in order. */
  readonly tokens: readonly Token[];
  readonly comments: readonly Token[];
  /** Stretches of text that begin no token. */
  readonly unexpected: readonly Range[];
}

let lexer: Lexer | undefined;

/** Splits `text` into tokens; never throws. */
export function lex(text: string): LexedText {
  lexer ??= createLexer({ validate: false });
  const lexed = lexer.tokenize(text);
  const tokens: Token[] = [];
  const comments: Token[] = [];
  for (const token of lexed.tokens) (token.tokenType === Comment ? comments : tokens).push(tokenOf(token));
  const unexpected = lexed.errors.map(({ offset, length }) => ({ start: offset, end: offset + length }));
  // The tree keeps the comments, so what the list has grown to in vain is not kept with it.
  return { tokens, comments: comments.slice(), unexpected };
}

/** `validate` checks the definition, which a test does once for all. */
export function createLexer({ validate }: { readonly validate: boolean }): Lexer {
  return new Lexer({ modes, defaultMode: "usual" }, { positionTracking: "onlyOffset", skipValidations: !validate });
}

function tokenOf({ image, startOffset, tokenType }: IToken): Token {
  const terminal = tokenType === Name ? (wordTerminals.get(image) ?? Name) : tokenType;
  const { tokenTypeIdx = 0 } = terminal;
  const type = typeByTerminal[tokenTypeIdx] ?? "name";
  const end = startOffset + image.length;
  return { type, image, start: startOffset, end, startOffset, tokenType: terminal, tokenTypeIdx };
}
