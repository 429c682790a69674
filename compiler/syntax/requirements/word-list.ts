// apt and CRAN lines hold as many packages as one likes, with blanks between them.

import type { LineRange } from "./requirement.ts";

/** The stretches of a line that have no blanks in them. */
export function splitWords(line: string): readonly LineRange[] {
  const words: LineRange[] = [];
  for (const { 0: word, index } of line.matchAll(/\S+/g)) words.push({ start: index, end: index + word.length });
  return words;
}
