// From an offset in what a text says back to the place where it was written, for languages inside texts.

import { dedented, readEscape } from "./text-parts.ts";
import type { Range } from "./tree.ts";

/**
 * The offset in `source` at which the character `offset` of a text's value is written; `written` is the text with its quotes.
 * Nothing for a text that fills in constants: its value is made of other places.
 */
export function placeInText(source: string, written: Range, offset: number): number | undefined {
  return placesInText(source, written, [offset])[0];
}

/** The same for several offsets, which ascend: the text is gone through once. */
export function placesInText(
  source: string,
  written: Range,
  offsets: readonly number[],
): readonly (number | undefined)[] {
  const image = source.slice(written.start, written.end);
  const quotes = image.startsWith('"""') ? 3 : 1;
  const stretches = quotes === 3 ? dedented(image, quotes) : [[quotes, image.length - quotes] as const];
  const places: (number | undefined)[] = [];
  let value = 0;
  for (const [start, end] of stretches) {
    for (let at = start; at < end && places.length < offsets.length; ) {
      if (image.startsWith("${", at)) return offsets.map((_, i) => places[i]);
      const piece = pieceAt(image, at, end);
      value += piece.length;
      while ((offsets[places.length] ?? value) < value) places.push(written.start + at);
      at = piece.end;
    }
  }
  return offsets.map((offset, i) => places[i] ?? (offset === value ? written.end - quotes : undefined));
}

/** How much of the value one character, line end or escape is, and where it ends. */
function pieceAt(image: string, at: number, end: number): { readonly length: number; readonly end: number } {
  if (image[at] === "\\") {
    const read = readEscape(image, at, end);
    return { length: read?.text.length ?? 1, end: read?.end ?? at + 2 };
  }
  return { length: 1, end: image.startsWith("\r\n", at) ? at + 2 : at + 1 };
}
