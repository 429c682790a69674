/**
 * Every "did you mean …?" of the compiler rests on one measure of how far apart two spellings are, so that the same slip is
 * forgiven everywhere. The measure is the Damerau–Levenshtein distance (optimal string alignment): one insertion, deletion,
 * substitution or swap of two neighbours counts one.
 */

import { smallest } from "./many.ts";

/**
 * The candidate that `word` is most likely a misspelling of, or undefined when none is near enough. Near enough is a distance of
 * at most 1 for words of up to 4 characters, 2 for up to 8, and 3 beyond; upper and lower case count as equal. Among equally
 * near candidates the first one wins. A candidate that is exactly `word` is returned as it is.
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const folded = word.toLowerCase();
  let best: string | undefined;
  let bound = allowedDistance(word);
  for (const candidate of candidates) {
    if (candidate === word) return candidate;
    const distance = editDistance(folded, candidate.toLowerCase(), bound);
    if (distance > bound) continue;
    best = candidate;
    bound = distance - 1;
    if (bound < 0) break;
  }
  return best;
}

/**
 * The number of single-character edits (in UTF-16 code units) between two strings, counted only up to `bound`: any greater
 * distance is given as `bound + 1`, which is what makes it cheap on long lists of candidates.
 */
export function editDistance(left: string, right: string, bound: number = Number.POSITIVE_INFINITY): number {
  if (left === right) return 0;
  if (Math.abs(left.length - right.length) > bound) return bound + 1;
  let beforePrevious: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current = nextRow({ left, right, row, previous, beforePrevious });
    if (smallest(current) > bound && smallest(previous) > bound) return bound + 1;
    beforePrevious = previous;
    previous = current;
  }
  return Math.min(previous[right.length] ?? 0, bound + 1);
}

/** How many edits a word of this length may be away from what was meant. */
function allowedDistance(word: string): number {
  if (word.length <= 4) return 1;
  return word.length <= 8 ? 2 : 3;
}

interface RowStep {
  readonly left: string;
  readonly right: string;
  readonly row: number;
  readonly previous: readonly number[];
  readonly beforePrevious: readonly number[];
}

/** One line of the table: distances from the first `row` characters of `left` to each beginning of `right`. */
function nextRow({ left, right, row, previous, beforePrevious }: RowStep): readonly number[] {
  const current: number[] = [row];
  let leftOfHere = row;
  for (let column = 1; column <= right.length; column += 1) {
    const here = left.charCodeAt(row - 1);
    const there = right.charCodeAt(column - 1);
    const substituted = (previous[column - 1] ?? 0) + (here === there ? 0 : 1);
    let distance = Math.min(leftOfHere + 1, (previous[column] ?? 0) + 1, substituted);
    const swapped =
      row > 1 &&
      column > 1 &&
      here === right.charCodeAt(column - 2) &&
      left.charCodeAt(row - 2) === there &&
      here !== there;
    if (swapped) distance = Math.min(distance, (beforePrevious[column - 2] ?? 0) + 1);
    current.push(distance);
    leftOfHere = distance;
  }
  return current;
}
