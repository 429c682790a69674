// Places of tokens in their file.

import type { Token } from "./tokens.ts";
import type { Range } from "./tree.ts";

/** The place of one token. */
export function tokenRange({ start, end }: Token): Range {
  return { start, end };
}

/** From the first to the last of some tokens. */
export function tokensRange(tokens: readonly Token[]): Range {
  return { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 };
}
