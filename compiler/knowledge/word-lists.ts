// Lists of words in a file of text: `[name]` on a line of its own begins one, and a line that begins with `#` is a comment.

/** The words of a list by its name. */
export function wordLists(text: string): (name: string) => readonly string[] {
  const lists = new Map<string, readonly string[]>();
  for (const part of text
    .replace(/^#.*\n/gm, "")
    .split(/^\[/m)
    .slice(1)) {
    const [name = "", words = ""] = part.split("]\n");
    lists.set(name, words.trim().split(/\s+/));
  }
  return (name) => {
    const found = lists.get(name);
    if (found === undefined) throw new Error(`invariant: there is no list of words ${name}`);
    return found;
  };
}

/** Words of the form `key:value` as a table. */
export function pairsIn(words: readonly string[]): ReadonlyMap<string, string> {
  return new Map(words.map((word) => [word.slice(0, word.indexOf(":")), word.slice(word.indexOf(":") + 1)] as const));
}
