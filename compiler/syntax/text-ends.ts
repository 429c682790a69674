// Where a text over several lines ends, or is taken to end when its quotes are not closed.

import { isLineEndCode } from "./characters.ts";
import { declarationKinds } from "./tokens.ts";

/**
 * The text between `"""` that begins at `start`. Where the `"""` of a file don't come in pairs, one that reaches past a line
 * that declares something is taken for the one that is not closed.
 */
export function longText(text: string, start: number): [string] | null {
  if (!text.startsWith('"""', start)) return null;
  const close = closingQuotes(text, start + 3);
  if (close === undefined) return null;
  const isCut = declarationIn(text, start, close) !== undefined && !quotesArePaired(text);
  return isCut ? null : [text.slice(start, close + 3)];
}

/** What follows a `"""` that is not closed, up to a line that declares something. */
export function unterminatedLongText(text: string, start: number): [string] | null {
  if (!text.startsWith('"""', start)) return null;
  const declaration = declarationIn(text, start, closingQuotes(text, start + 3) ?? text.length);
  return [text.slice(start, endBefore(text, start, declaration ?? text.length))];
}

/** Where a text that is not closed is cut: what is left out are line ends. */
function endBefore(text: string, start: number, limit: number): number {
  let end = limit;
  while (end > start && isLineEndCode(text.charCodeAt(end - 1))) end--;
  return end;
}

function closingQuotes(text: string, from: number): number | undefined {
  let at = text.indexOf('"""', from);
  while (at >= 0 && isEscaped(text, at, from)) at = text.indexOf('"""', at + 1);
  if (at < 0) return undefined;
  while (text[at + 3] === '"') at++;
  return at;
}

function isEscaped(text: string, at: number, from: number): boolean {
  let slashes = 0;
  while (at - 1 - slashes >= from && text[at - 1 - slashes] === "\\") slashes++;
  return slashes % 2 === 1;
}

const header = new RegExp(`^(?:abstract[ \\t]+)?(?:${declarationKinds.join("|")})[ \\t]+[A-Za-z][^\\n\\r"]*\\{`, "m");

/** Where the first line between two offsets that declares something begins. */
function declarationIn(text: string, start: number, end: number): number | undefined {
  const at = header.exec(text.slice(start, end))?.index;
  return at === undefined ? undefined : start + at;
}

function quotesArePaired(text: string): boolean {
  let paired = true;
  for (let at = text.indexOf('"""'); at >= 0; at = text.indexOf('"""', at + 3)) paired = !paired;
  return paired;
}
