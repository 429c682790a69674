// Lists in a sentence.

/** The words as a sentence lists them: `a, b and c`. */
export function andList(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

/** At most `most` of the words, and the number of the rest: `a, b, c and 12 more`. A campus has hundreds of courses on a hub. */
export function firstOf(words: readonly string[], most: number): string {
  const rest = words.length - most;
  return rest > 0 ? `${words.slice(0, most).join(", ")} and ${rest} more` : words.join(", ");
}

/** `1 node`, `6 nodes`. */
export function countWords(count: number, one: string, many: string = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
