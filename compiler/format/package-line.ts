// Lines of package blocks are kept as written. Two things need care: YAML's list mark, which people paste along, and lines
// that would be taken for something else if they were moved.

import type { Chunk } from "../syntax/chunk.ts";
import { isPackageLine, type Token } from "../syntax/tokens.ts";

/** The text of a line without `- ` at its start. `apt` and `cran` lines hold any number of names and stay as they are. */
export function withoutListMark(text: string, block: string): string {
  return block === "conda" || block === "pip" ? text.replace(/^(?:-[ \t]+)+/, "") : text;
}

/**
 * Does `chunk` hold a package line that the lexer, which looks at the start of lines for the end of an unclosed package
 * block, might read otherwise once it begins its line, or does so without its list mark?
 */
export function holdsTouchyLine(chunk: Chunk, text: string): boolean {
  if (chunk.kind === "block") return chunk.children.some((child) => holdsTouchyLine(child, text));
  const line = chunk.tokens[0];
  if (line === undefined || !isPackageLine(line)) return false;
  return /\{|^[^"]*=[ \t]*"|[+-]=/.test(line.image) && (line.image.startsWith("-") || !beginsLine(line, text));
}

function beginsLine(token: Token, text: string): boolean {
  let at = token.start - 1;
  while (text[at] === " " || text[at] === "\t") at--;
  return at < 0 || text[at] === "\n" || text[at] === "\r";
}
