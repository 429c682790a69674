// A place in what a text says, where the text is written out in a program.

import { placeInText } from "../syntax/text-places.ts";
import type { Span } from "../text/span.ts";

/** The span of a part of a text's value; undefined for a text that fills in constants, whose value is made of other places. */
export function spanInText(written: Span, part: { readonly start: number; readonly end: number }): Span | undefined {
  const { file } = written;
  if (file.text[written.start] !== '"') return undefined;
  const [start, end] = [part.start, part.end].map((offset) => placeInText(file.text, written, offset));
  return start === undefined || end === undefined ? undefined : { file, start, end: Math.max(end, start + 1) };
}
