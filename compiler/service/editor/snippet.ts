// Snippets in the syntax of TextMate, which editors fill in place by place; and the same text without places.

/** A place with what stands in it until something is typed. */
export function field(number: number, text: string): string {
  return `\${${number}:${escaped(text)}}`;
}

/** A place with words to choose from. */
export function choiceField(number: number, words: readonly string[]): string {
  return `\${${number}|${words.map((word) => word.replace(/[\\,|]/g, "\\$&")).join(",")}|}`;
}

/** Text that holds no places. */
export function escaped(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

/** What a snippet comes to where nothing is filled in. */
export function withoutFields(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|((?:\\.|[^,|\\])*)[^}]*\|\}/g, (_, first: string) => first)
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, (_, text: string) => text)
    .replace(/\$\d+/g, "")
    .replace(/\\([\\$},|])/g, "$1");
}
