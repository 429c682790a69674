// What a text token says: escapes undone, `${name}` found, and the indent of a `"""` text dropped.

import { smallest } from "../text/many.ts";
import { backslash, carriageReturn, dollar, openBrace } from "./characters.ts";
import { namePattern } from "./tokens.ts";
import type { Range, TextPart } from "./tree.ts";

export type TextProblem = Range & { readonly problem: "escape" | "interpolation" | "unterminated" };

/** A text with its quotes, as it is written at an offset of its file; not `closed` where those at its end are missing. */
export interface WrittenText {
  readonly image: string;
  readonly start: number;
  readonly closed: boolean;
}

/** The parts of a text; problems are told by place, and the text goes on after them. */
export function parseTextParts(text: WrittenText, tell: (problem: TextProblem) => void): readonly TextPart[] {
  const { image, start, closed } = text;
  const quotes = image.startsWith('"""') ? 3 : 1;
  if (!closed || image.length < 2 * quotes) {
    tell({ start, end: start + firstLineLength(image), problem: "unterminated" });
    return [""];
  }
  if (quotes === 1 && isPlain(image)) return [image.slice(1, -1)];
  const parts = new PartList();
  for (const [from, to] of quotes === 3 ? dedented(image, quotes) : [[quotes, image.length - quotes] as const]) {
    undoEscapes({ image, start: from, end: to, base: start }, parts, tell);
  }
  return parts.all();
}

/** Does the text between two `"` say just what is written there? */
function isPlain(image: string): boolean {
  return !image.includes("\\") && !image.includes("${");
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
  const common = smallest(indents, Number.MAX_SAFE_INTEGER);
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

const interpolation = new RegExp(String.raw`\$\{[ \t]*(${namePattern})[ \t]*\}`, "y");

function undoEscapes(stretch: Stretch, parts: PartList, tell: (problem: TextProblem) => void): void {
  const { image, end, base } = stretch;
  let at = stretch.start;
  while (at < end) {
    const plainEnd = endOfPlain(image, at, end);
    parts.literal(image.slice(at, plainEnd));
    at = plainEnd;
    if (at >= end) return;
    const code = image.charCodeAt(at);
    if (code === backslash) {
      const read = readEscape(image, at, end);
      if (read === undefined) tell({ start: base + at, end: base + Math.min(at + 2, end), problem: "escape" });
      parts.literal(read?.text ?? image[at + 1] ?? "");
      at = read?.end ?? at + 2;
    } else if (code === dollar) {
      interpolation.lastIndex = at;
      const [written, text] = interpolation.exec(image) ?? [];
      if (written === undefined || text === undefined) {
        tell({ start: base + at, end: base + Math.min(at + 2, end), problem: "interpolation" });
        at += 2;
      } else {
        const start = base + at + written.indexOf(text);
        parts.name({ kind: "name", interpolated: true, text, start, end: start + text.length });
        at += written.length;
      }
    } else {
      parts.literal("\n");
      at += image[at + 1] === "\n" ? 2 : 1;
    }
  }
}

/** The first offset from `at` on at which something else is written than what is meant: a backslash, a `${` or a `\r`. */
function endOfPlain(image: string, start: number, end: number): number {
  let at = start;
  for (; at < end; at++) {
    const code = image.charCodeAt(at);
    if (code === backslash || code === carriageReturn) return at;
    if (code === dollar && image.charCodeAt(at + 1) === openBrace) return at;
  }
  return at;
}

/** Parts while they are found: stretches with nothing to fill in between them become one string. */
class PartList {
  private readonly parts: TextPart[] = [];
  private stretches: string[] = [];

  literal(text: string): void {
    this.stretches.push(text);
  }

  name(part: TextPart): void {
    this.endLiteral();
    this.parts.push(part);
  }

  /** A text without parts is the empty string. */
  all(): readonly TextPart[] {
    this.endLiteral();
    return this.parts.length > 0 ? this.parts.slice() : [""];
  }

  private endLiteral(): void {
    const text = this.stretches.join("");
    if (text !== "") this.parts.push(text);
    this.stretches = [];
  }
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
