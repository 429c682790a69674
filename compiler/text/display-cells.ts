// How a line of text lies in the columns of a terminal: tabs, wide letters, emoji and marks that take no room. Carets are
// put under what they mean by this, and characters that nobody sees stand there by their codes, so that no text can forge a message.

import { codeEscape, unseenCharacters } from "./unseen-characters.ts";

/** One character as people see it. `start` and `end` are UTF-16 offsets into the line; `column` counts terminal cells from 0. */
export interface Cell {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly column: number;
  readonly width: number;
}

/** A stretch of a line, in UTF-16 offsets, that is shown as something else. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The cells of one line. Replacements are in order and do not overlap; each becomes one cell, and so does each character that nobody
 * sees outside of them.
 */
export function displayCells(line: string, replacements: readonly Replacement[] = []): readonly Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  const push = (start: number, end: number, text: string) => {
    const width = displayWidth(text);
    cells.push({ start, end, text, column, width });
    column += width;
  };
  let offset = 0;
  const shown = withEscapes(line, replacements);
  for (const replacement of [...shown, { start: line.length, end: line.length, text: "" }]) {
    for (const character of characters(line.slice(offset, replacement.start))) {
      const end = offset + character.length;
      push(offset, end, character === "\t" ? " ".repeat(TAB - (column % TAB)) : character);
      offset = end;
    }
    if (replacement.text !== "") push(replacement.start, replacement.end, replacement.text);
    offset = replacement.end;
  }
  return cells;
}

/** The cells that a printable text takes in a terminal. */
export function displayWidth(text: string): number {
  if (isPlain(text)) return text.length;
  let width = 0;
  for (const character of characters(text)) width += characterWidth(character);
  return width;
}

/** The replacements, and between them one for each character that has to be shown by its code. */
function withEscapes(line: string, replacements: readonly Replacement[]): readonly Replacement[] {
  let next = 0;
  const escapes = unseenCharacters(line, "prose").flatMap(({ start, end, code }) => {
    while ((replacements[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    return start >= (replacements[next]?.start ?? Number.POSITIVE_INFINITY)
      ? []
      : [{ start, end, text: codeEscape(code) }];
  });
  return escapes.length === 0 ? replacements : [...replacements, ...escapes].sort((a, b) => a.start - b.start);
}

const TAB = 4;

function isPlain(text: string): boolean {
  return /^[\x20-\x7E]*$/.test(text);
}

/** Characters as people count them: a letter with its marks, an emoji with its joiners. */
function* characters(text: string): Iterable<string> {
  if (isPlain(text.replaceAll("\t", ""))) yield* text;
  // A segmenter takes longer for each character the longer its text is: a line that nobody reads whole may be cut in a character.
  else
    for (const [part] of text.matchAll(/[\s\S]{1,1000}/gu))
      for (const { segment } of segmenter().segment(part)) yield segment;
}

let made: Intl.Segmenter | undefined;

function segmenter(): Intl.Segmenter {
  made ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return made;
}

const EMOJI = /\p{Emoji_Presentation}|\uFE0F/u;
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6]/u;
const NO_ROOM = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

function characterWidth(character: string): number {
  if (NO_ROOM.test(character)) return 0;
  return EMOJI.test(character) || WIDE.test(character) ? 2 : 1;
}
