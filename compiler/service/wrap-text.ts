// Text for a terminal of eighty columns.

/** The columns that a line may take. */
export const PAGE_WIDTH = 80;

/** The words of a text in lines of at most `width` characters; a longer word has a line of its own. */
export function wrapText(text: string, width: number = PAGE_WIDTH): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((one) => one !== "")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** Rows of a name and a text, the texts beneath each other and wrapped, everything indented by two. */
export function wrapRows(rows: readonly (readonly [string, string])[]): readonly string[] {
  const column = 4 + Math.max(0, ...rows.map(([name]) => name.length));
  return rows.flatMap(([name, text]) => {
    const [first = "", ...more] = wrapText(text, PAGE_WIDTH - column);
    return [`  ${name}`.padEnd(column) + first, ...more.map((line) => " ".repeat(column) + line)].map((line) =>
      line.trimEnd(),
    );
  });
}
