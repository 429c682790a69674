// A text between single quotes that goes on over the ends of its lines.

import { limits } from "../../text/limits.ts";

/** More lines than this are no text of one setting. */
const MOST_LINES = 20;

/** Reads a text that begins at the line `at` and ends with its quote some lines below: one line, with blanks between. */
export function brokenText(
  lines: readonly string[],
  at: number,
): { readonly lines: number; readonly text: string; readonly message: string } | undefined {
  const [, head = "", first = ""] = /^(\s*[\w.-]+\s*=\s*)"([^"\\]*)$/.exec(lines[at] ?? "") ?? [];
  if (head === "") return undefined;
  const words = [first.trim()];
  for (const line of lines.slice(at + 1, at + MOST_LINES)) {
    if (line.length > limits.slipLine) return undefined;
    const [, inside = "", quote = ""] = /^([^"\\={}]*)("?)\s*$/.exec(line) ?? [undefined, undefined, undefined];
    if (inside === "" && quote === "") return undefined;
    words.push(inside.trim());
    if (quote === "") continue;
    const text = `${head}"${words.filter((word) => word !== "").join(" ")}"`;
    const message = 'A text in `"` ends on its own line: write it on one, or between `"""` and `"""`.';
    return { lines: words.length, text, message };
  }
  return undefined;
}
