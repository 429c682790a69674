// What the tree-sitter grammar takes from the compiler; editor/tree-sitter-hub/grammar.js reads it.

import { tokenPatterns } from "./token-patterns.ts";
import { constants, vocabularyWords } from "./words.ts";

/** `tokens.json`: patterns of tokens, and words that are more than names wherever they stand. */
export function treeSitterTokens(): Readonly<Record<string, string | readonly string[]>> {
  const { name, date, time, number } = tokenPatterns;
  return { name, date, time, number, packages: vocabularyWords().packages, constants };
}
