// Numbers as people group their digits, `4,000`, or write their fractions, `1,5`: the language takes a comma for the end of an item.

import type { Token } from "./tokens.ts";

/** A number with a comma in it, and what it most likely is. */
export interface CommaNumber {
  readonly written: string;
  readonly start: number;
  readonly number: string;
}

/** The tokens around a comma that touch each other, where together they read as one number; `1,2,3` is a list. */
export function numberAround(tokens: readonly Token[], comma: Token): CommaNumber | undefined {
  let [from, to] = [tokens.indexOf(comma), tokens.indexOf(comma)];
  while (from > 0 && tokens[from - 1]?.end === tokens[from]?.start) from--;
  while (to + 1 < tokens.length && tokens[to + 1]?.start === tokens[to]?.end) to++;
  while (to > from && /^[,;]$/.test(tokens[to]?.image ?? "")) to--;
  const run = tokens.slice(from, to + 1);
  const written = run.map(({ image }) => image).join("");
  const start = run[0]?.start ?? comma.start;
  if (/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?(?:[A-Za-z]+|%)?$/.test(written))
    return { written, start, number: written.replaceAll(",", "") };
  return /^-?\d+,\d+(?:[A-Za-z]+|%)?$/.test(written)
    ? { written, start, number: written.replace(",", ".") }
    : undefined;
}
