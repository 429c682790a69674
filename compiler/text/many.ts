// Lists of any length. `Math.max(...list)` and `list.push(...items)` put every item on the stack, which overflows at some hundred
// thousand: what a user writes may have more lines, comments or edits than that.

/** The largest of the numbers; `least` where there are none. */
export function largest(numbers: Iterable<number>, least = Number.NEGATIVE_INFINITY): number {
  let most = least;
  for (const number of numbers) if (number > most) most = number;
  return most;
}

/** The smallest of the numbers; `most` where there are none. */
export function smallest(numbers: Iterable<number>, most = Number.POSITIVE_INFINITY): number {
  let least = most;
  for (const number of numbers) if (number < least) least = number;
  return least;
}

/** Adds items to the end of a list. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}
