// The files that targets hand on to be written, and the simplest way to make one: line by line.

import { printJson } from "../text/print-json.ts";
import type { Span } from "../text/span.ts";

/** One output file. `path` is relative to the output folder, with `/` as separator. */
export interface OutputFile extends PrintedText {
  readonly path: string;
  readonly executable?: boolean;
}

/** One line of a line-oriented file, without its line end. */
export interface OutputLine {
  readonly text: string;
  readonly origin?: Span | undefined;
}

/**
 * A file made of a text or of lines; those without an origin have `defaultOrigin`.
 * @throws Error where a line holds a line end: it would smuggle a second line in, so the caller must have ruled it out.
 */
export function textFile(
  path: string,
  content: string | readonly (OutputLine | string)[],
  defaultOrigin: Span | undefined,
): OutputFile {
  const out = lineBuffer();
  for (const line of typeof content === "string" ? content.trimEnd().split("\n") : content) {
    const { text, origin = defaultOrigin } = typeof line === "string" ? { text: line } : line;
    if (/[\n\r]/.test(text)) throw new Error(`invariant: a line of ${path} holds a line end: ${JSON.stringify(text)}`);
    pushLine(out, text, origin);
  }
  return { path, ...printedText(out) };
}

/** A file of JSON, all lines of which come from one source. */
export function jsonFile(path: string, data: object, origin: Span): OutputFile {
  return textFile(path, printJson(data), origin);
}

// What every printer hands on: a text and, for each of its lines, the source it came from.

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
