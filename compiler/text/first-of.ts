// A list in a message: the first few, and how many there are besides. A campus has hundreds of courses on a hub.

/** At most `most` of the words, and the number of the rest: `a, b, c and 12 more`. */
export function firstOf(words: readonly string[], most: number): string {
  const rest = words.length - most;
  return rest > 0 ? `${words.slice(0, most).join(", ")} and ${rest} more` : words.join(", ");
}
