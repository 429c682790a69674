// Patterns that tell what a word is by what follows it on its line, for editors that colour a line from left to right.

import { numberParts, tokenPatterns } from "./token-patterns.ts";
import { functions, vocabularyWords } from "./words.ts";

const { name, date, time } = tokenPatterns;
const { kinds, packages } = vocabularyWords();
/** What no word can stand before: a pattern that begins with it matches no end of a longer word. */
const start = "(?<![A-Za-z0-9_-])";

export const linePatterns = {
  name,
  date,
  time,
  number: `${numberParts.amount}(?:${numberParts.unit})?`,
  /** The word of a block of requirements and its brace. */
  packages: `${start}(?:${packages.join("|")})[ \\t]*\\{`,
  /** The kind of a declaration; the words up to the brace are its header's. */
  kind: `${start}(?:${kinds.join("|")})(?=[ \\t]+(?:${name}[ \\t]+)?${name}[ \\t]*(?:\\{|\\[|[ \\t]extends))`,
  setting: `${start}${name}(?=(?:\\.(?:${name}|"[^"]*"))*[ \\t]*(?:=(?!=)|\\+=|-=))`,
  block: `${start}${name}(?=[ \\t]*\\{|[ \\t]+(?:${name}|"[^"]*")[ \\t]*\\{|[ \\t]+${date})`,
  call: `${start}(?:${functions.join("|")})(?=[ \\t]*\\()`,
  escape: '\\\\(?:[nt"\\\\$]|u\\{[0-9A-Fa-f]{1,6}\\})',
  interpolation: `\\$\\{[ \\t]*${name}[ \\t]*\\}`,
  /** What is in a line of requirements. */
  link: "[a-z][a-z0-9+.-]*://\\S+",
  quoted: "\"[^\"]*\"|'[^']*'",
  version: "[=!~<>]+[ \\t]*[A-Za-z0-9*][A-Za-z0-9*.+!_-]*",
  package: "[A-Za-z0-9_][A-Za-z0-9_.-]*",
} as const;

/** One of `words`, whole. */
export function oneOf(words: readonly string[]): string {
  return `${start}(?:${words.join("|")})(?![A-Za-z0-9_-])`;
}
