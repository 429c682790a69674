// What every printer hands on: a text and, for each of its lines, the source it came from.

import type { Span } from "../text/span.ts";

/** A printed text. Every line ends in "\n"; `origins` has exactly one element a line, undefined where no source is known. */
export interface PrintedText {
  readonly text: string;
  readonly origins: readonly (Span | undefined)[];
}

/** Lines under construction; printers push to both arrays alike, through `pushLine`. */
export interface LineBuffer {
  readonly lines: string[];
  readonly origins: (Span | undefined)[];
}

/** An empty buffer. */
export function lineBuffer(): LineBuffer {
  return { lines: [], origins: [] };
}

/** Adds one line. `line` must not hold a line end: the printer has escaped or split it before. */
export function pushLine(buffer: LineBuffer, line: string, origin: Span | undefined): void {
  buffer.lines.push(line);
  buffer.origins.push(origin);
}

/** The finished text of a buffer. */
export function printedText(buffer: LineBuffer): PrintedText {
  return { text: buffer.lines.length === 0 ? "" : `${buffer.lines.join("\n")}\n`, origins: buffer.origins };
}
