// The picture of a place: its lines beside their numbers, with marks under the stretch that is meant.

import { type Cell, displayCells, type Replacement } from "../text/display-cells.ts";
import { lineIndexAt, lineText } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import type { Paint } from "./palette.ts";

export interface FrameStyle {
  /** Repeated under the stretch. */
  readonly mark: string;
  /** Written after the marks; empty for none. */
  readonly label: string;
  readonly paintMark: Paint;
  readonly paintFrame: Paint;
  /** Digits that the widest line number of the message has. */
  readonly gutter: number;
  /** The stretches of a line that hold secrets, in order. */
  readonly secretsIn: (line: string) => readonly Replacement[];
}

/** The lines of a frame: of a stretch over several lines, the first and the last. */
export function sourceFrame(span: Span, style: FrameStyle): readonly string[] {
  const [first, last] = lineIndices(span);
  if (first === last) return [bar(style), ...markedLine({ span, line: first, label: style.label }, style)];
  const gap = last - first > 1 ? [`${" ".repeat(style.gutter)} ${style.paintFrame("⋮")}`] : [];
  return [
    bar(style),
    ...markedLine({ span, line: first, label: "from here" }, style),
    ...gap,
    ...markedLine({ span, line: last, label: `to here${style.label === "" ? "" : `: ${style.label}`}` }, style),
  ];
}

/** A line of text that no file holds (yet), beside a number. */
export function proposedLine(text: string, number: number, style: FrameStyle): string {
  const cells = displayCells(text, style.secretsIn(text));
  return numbered(number, windowOf(cells, { start: 0, end: 0 }).text, style);
}

/** The widest line number, counted from 1, that a frame of `span` shows. */
export function lastLineNumber(span: Span): number {
  return lineIndices(span)[1] + 1;
}

/** An empty line of the gutter. */
export function bar(style: Pick<FrameStyle, "gutter" | "paintFrame">): string {
  return `${" ".repeat(style.gutter)} ${style.paintFrame("|")}`;
}

/** A span that ends at the start of a line means the end of the line before. */
function lineIndices({ file, start, end }: Span): readonly [number, number] {
  const first = lineIndexAt(file, start);
  const last = lineIndexAt(file, Math.max(start, end - 1));
  return [first, last];
}

function markedLine(
  { span, line, label }: { readonly span: Span; readonly line: number; readonly label: string },
  style: FrameStyle,
): readonly string[] {
  const text = lineText(span.file, line);
  const lineStart = span.file.lineStarts[line] ?? 0;
  const indent = text.length - text.trimStart().length;
  const from = span.start < lineStart ? indent : span.start - lineStart;
  const to = Math.min(span.end - lineStart, text.trimEnd().length);
  const part = partAround(text, from);
  const places = style.secretsIn(text).flatMap(({ start, end, text: shown }) => {
    const isOutside = end <= part.start || start >= part.end;
    return isOutside ? [] : [{ start: Math.max(0, start - part.start), end: end - part.start, text: shown }];
  });
  const cells = displayCells(text.slice(part.start, part.end), places);
  const columns = columnsOf(cells, from - part.start, Math.max(from, to) - part.start);
  const shown = windowOf(cells, columns, { before: part.start > 0, after: part.end < text.length });
  const marks = style.mark.repeat(Math.max(1, shown.end - shown.start));
  const labelled = label === "" ? marks : `${marks} ${label}`;
  return [
    numbered(line + 1, shown.text, style),
    `${bar(style)} ${" ".repeat(shown.start)}${style.paintMark(labelled)}`,
  ];
}

function numbered(number: number, text: string, style: FrameStyle): string {
  return `${style.paintFrame(`${String(number).padStart(style.gutter)} |`)} ${text}`.trimEnd();
}

/** UTF-16 units around a mark of which a window is made: a window's cells, each with some marks of its own. */
const AROUND = 1500;

/** The part of a line that is looked at: a line may be a megabyte long, and a thousand things wrong in it. */
function partAround(line: string, mark: number): { readonly start: number; readonly end: number } {
  const isHalf = (at: number) => /[\udc00-\udfff]/.test(line[at] ?? "");
  const start = Math.max(0, mark - AROUND);
  const end = Math.min(line.length, mark + AROUND);
  return { start: isHalf(start) ? start - 1 : start, end: isHalf(end) ? end + 1 : end };
}

interface Columns {
  readonly start: number;
  readonly end: number;
}

/** The terminal columns of a stretch of UTF-16 offsets. */
function columnsOf(cells: readonly Cell[], from: number, to: number): Columns {
  const width = widthOf(cells);
  const start = cells.find((cell) => cell.end > from)?.column ?? width;
  const last = cells.findLast((cell) => cell.start < to && cell.end > from);
  return { start, end: last === undefined ? start : last.column + last.width };
}

function widthOf(cells: readonly Cell[]): number {
  const last = cells.at(-1);
  return last === undefined ? 0 : last.column + last.width;
}

const WIDEST = 140;
const BEFORE = 40;

/** The part of a very long line around the marks, and the marks' columns in it. */
function windowOf(
  cells: readonly Cell[],
  marks: Columns,
  cut = { before: false, after: false },
): Columns & { readonly text: string } {
  if (widthOf(cells) <= WIDEST && !cut.before && !cut.after)
    return { ...marks, text: cells.map((cell) => cell.text).join("") };
  const target = Math.max(0, Math.min(marks.start - BEFORE, widthOf(cells) - WIDEST));
  const left = cells.find((cell) => cell.column >= target)?.column ?? 0;
  const inside = cells.filter((cell) => cell.column >= left && cell.column + cell.width <= left + WIDEST);
  const right = left + widthOf(inside.map((cell) => ({ ...cell, column: cell.column - left })));
  const before = left > 0 || cut.before ? "…" : "";
  const after = right < widthOf(cells) || cut.after ? "…" : "";
  const shift = left - before.length;
  return {
    text: `${before}${inside.map((cell) => cell.text).join("")}${after}`,
    start: marks.start - shift,
    end: Math.min(marks.end, right) - shift,
  };
}
