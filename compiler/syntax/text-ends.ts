// Where a text ends, or is taken to end when its quotes are not closed.

import { backslash, isLineEndCode, quote } from "./characters.ts";
import { declarationKinds } from "./tokens.ts";

/** The text between `"` that begins at `start`; one that is not closed ends with its line. */
export function textAt(
  text: string,
  start: number,
): { readonly type: "text" | "unterminated-text"; readonly end: number } {
  let at = start + 1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return { type: "text", end: at + 1 };
    if (isLineEndCode(code)) break;
    // What a backslash stands before closes nothing, but for a line end.
    if (code === backslash && at + 1 < text.length && !isLineEndCode(text.charCodeAt(at + 1))) at++;
  }
  return { type: "unterminated-text", end: at };
}

/**
 * The text between `"""` that begins at `start`. Where the `"""` of a file don't come in pairs, one that reaches past a line
 * that declares something is taken for the one that is not closed, and ends before that line.
 */
export function longTextAt(
  text: string,
  start: number,
): { readonly type: "long-text" | "unterminated-long-text"; readonly end: number } {
  const close = closingQuotes(text, start + 3);
  const declaration = declarationIn(text, start, close ?? text.length);
  if (close !== undefined && (declaration === undefined || quotesArePaired(text))) {
    return { type: "long-text", end: close + 3 };
  }
  return { type: "unterminated-long-text", end: endBefore(text, start, declaration ?? text.length) };
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
