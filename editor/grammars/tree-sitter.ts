// What the tree-sitter grammar takes from the compiler; editor/tree-sitter-hub/grammar.js reads it.

import { tokenPatterns } from "./token-patterns.ts";
import { constants, quantifiers, vocabularyWords } from "./words.ts";
import { writtenIn } from "./written-grammar.ts";

/** `tokens.json`: patterns of tokens, words that are more than names wherever they stand, and what statements and conditions are joined by. */
export function treeSitterTokens(): Readonly<Record<string, string | readonly string[]>> {
  const { name, date, time, number } = tokenPatterns;
  const signs = {
    setters: writtenIn("settingHead").filter((sign) => sign !== "."),
    comparators: writtenIn("comparator"),
  };
  return { name, date, time, number, packages: vocabularyWords().packages, constants, quantifiers, ...signs };
}
