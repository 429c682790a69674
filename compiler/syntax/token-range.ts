// Places of tokens in their file.

import type { IToken } from "chevrotain";
import { endOf } from "./lexer.ts";
import type { Range } from "./tree.ts";

/** The place of one token. */
export function tokenRange(token: IToken): Range {
  return { start: token.startOffset, end: endOf(token) };
}

/** From the first to the last of the tokens that are there. */
export function tokensRange(tokens: readonly (IToken | undefined)[]): Range {
  const first = tokens.find((token) => token !== undefined);
  const last = tokens.findLast((token) => token !== undefined);
  return { start: first?.startOffset ?? 0, end: last ? endOf(last) : 0 };
}
