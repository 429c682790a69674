// What a text token says: escapes undone, `${name}` found, and the indent of a `"""` text dropped.

import type { IToken } from "chevrotain";
import type { Range, TextPart } from "./tree.ts";

export type TextProblem = Range & { readonly problem: "escape" | "interpolation" | "unterminated" };

/** The parts of a text token; problems are told by place, and the text goes on after them. */
export function parseTextParts(token: IToken, tell: (problem: TextProblem) => void): TextPart[] {
  const { image, startOffset } = token;
  const long = image.startsWith('"""');
  const quotes = long ? 3 : 1;
  if (!isTerminated(token, quotes)) {
    tell({ start: startOffset, end: startOffset + firstLineLength(image), problem: "unterminated" });
    return [""];
  }
  const parts: TextPart[] = [];
  for (const [start, end] of long ? dedented(image, quotes) : [[quotes, image.length - quotes] as const]) {
    undoEscapes({ image, start, end, base: startOffset }, parts, tell);
  }
  return parts.length > 0 ? parts : [""];
}

function isTerminated(token: IToken, quotes: number): boolean {
  return !token.tokenType.name.startsWith("Unterminated") && token.image.length >= 2 * quotes;
}

function firstLineLength(image: string): number {
  const end = image.search(/[\r\n]/);
  return end < 0 ? image.length : end;
}

/** Stretches of a `"""` text that remain when its first empty line, its last blank one and the common indent are dropped. */
export function dedented(image: string, quotes: number): (readonly [number, number])[] {
  const lines = linesOf(image, quotes, image.length - quotes);
  if (lines.length === 1) return [[quotes, image.length - quotes]];
  const isBlank = ([start, end]: readonly [number, number]) => image.slice(start, end).trim() === "";
  const first = lines[0];
  if (first && isBlank(first)) lines.shift();
  const last = lines.at(-1);
  if (last && isBlank(last)) lines.pop();
  const indents = lines
    .filter((line) => !isBlank(line))
    .map(([start, end]) => image.slice(start, end).search(/[^ \t]/));
  const common = Math.min(...indents, Number.MAX_SAFE_INTEGER);
  return lines.map(([start, end]) => {
    const contentEnd = end - (image.slice(start, end).match(/[\r\n]+$/)?.[0].length ?? 0);
    return [isBlank([start, end]) ? contentEnd : start + common, end] as const;
  });
}

function linesOf(image: string, from: number, to: number): (readonly [number, number])[] {
  const lines: (readonly [number, number])[] = [];
  let start = from;
  for (const end of image.slice(from, to).matchAll(/\r\n|\n|\r/g)) {
    const next = from + end.index + end[0].length;
    lines.push([start, next]);
    start = next;
  }
  lines.push([start, to]);
  return lines;
}

interface Stretch {
  readonly image: string;
  readonly start: number;
  readonly end: number;
  /** Offset of the token in its file. */
  readonly base: number;
}

const simpleEscapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", '"': '"', "\\": "\\", $: "$" };

function undoEscapes(stretch: Stretch, parts: TextPart[], tell: (problem: TextProblem) => void): void {
  const { image, start, end, base } = stretch;
  let literal = "";
  const flush = () => {
    if (literal !== "") appendText(parts, literal);
    literal = "";
  };
  for (let at = start; at < end; ) {
    const c = image[at];
    if (c === "\\") {
      const read = readEscape(image, at, end);
      if (read === undefined) tell({ start: base + at, end: base + Math.min(at + 2, end), problem: "escape" });
      literal += read?.text ?? image[at + 1] ?? "";
      at = read?.end ?? at + 2;
    } else if (c === "$" && image[at + 1] === "{") {
      const name = /^\$\{[ \t]*([A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*)[ \t]*\}/.exec(image.slice(at, end));
      if (name?.[1] === undefined) {
        tell({ start: base + at, end: base + Math.min(at + 2, end), problem: "interpolation" });
        at += 2;
        continue;
      }
      flush();
      const nameStart = base + at + name[0].indexOf(name[1]);
      parts.push({
        kind: "name",
        interpolated: true,
        text: name[1],
        start: nameStart,
        end: nameStart + name[1].length,
      });
      at += name[0].length;
    } else if (c === "\r") {
      literal += "\n";
      at += image[at + 1] === "\n" ? 2 : 1;
    } else {
      literal += c;
      at++;
    }
  }
  flush();
}

function appendText(parts: TextPart[], text: string): void {
  const last = parts.at(-1);
  if (typeof last === "string") parts[parts.length - 1] = last + text;
  else parts.push(text);
}

/** What an escape says and where it ends; nothing where it is none. */
export function readEscape(image: string, at: number, end: number): { text: string; end: number } | undefined {
  const next = image[at + 1] ?? "";
  const simple = at + 1 < end ? simpleEscapes[next] : undefined;
  if (simple !== undefined) return { text: simple, end: at + 2 };
  const code = /^\\u\{([0-9A-Fa-f]{1,6})\}/.exec(image.slice(at, Math.min(at + 12, end)));
  const point = code?.[1] === undefined ? Number.NaN : Number.parseInt(code[1], 16);
  if (!(point <= 0x10ffff) || (point >= 0xd800 && point <= 0xdfff)) return undefined;
  return { text: String.fromCodePoint(point), end: at + (code?.[0].length ?? 0) };
}
