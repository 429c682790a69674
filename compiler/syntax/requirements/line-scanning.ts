// The few motions by which the readers of this folder go along a line.

import type { LineRange, ParsedRequirement } from "./requirement.ts";

/** The line with the stretch `range` replaced by `text`. */
export function replaceRange(line: string, range: LineRange, text: string): string {
  return line.slice(0, range.start) + text + line.slice(range.end);
}

/** The offset of the first character at or after `at` that is no blank. */
export function skipBlanks(line: string, at: number): number {
  let next = at;
  while (line[next] === " " || line[next] === "\t") next += 1;
  return next;
}

/** The text that a sticky pattern matches at `at`, or an empty text. */
export function matchAt(pattern: RegExp, line: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(line)?.[0] ?? "";
}

/** The same result, its place moved into the line where a reader pointed at the character that is missing at the line's end. */
export function withinLine(line: string, result: ParsedRequirement): ParsedRequirement {
  if (!("error" in result) || result.error.end <= line.length) return result;
  return { error: { ...result.error, start: Math.min(result.error.start, line.length), end: line.length } };
}

/** The stretches of a line that have no blanks in them: apt and CRAN lines hold as many packages as one likes. */
export function splitWords(line: string): readonly LineRange[] {
  const words: LineRange[] = [];
  for (const { 0: word, index } of line.matchAll(/\S+/g)) words.push({ start: index, end: index + word.length });
  return words;
}

/** What people write instead of an operator of versions, and the operator that they mean, in conda as in pip. */
export const misspelledOperators: Readonly<Record<string, string>> = {
  "=>": ">=",
  "=<": "<=",
  "=!": "!=",
  "=~": "~=",
  "~": "~=",
  "<>": "!=",
  "!==": "!=",
  ">==": ">=",
  "<==": "<=",
};
