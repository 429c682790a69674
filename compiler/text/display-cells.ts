// How a line of text lies in the columns of a terminal: tabs, wide letters, emoji and marks that take no room. Carets are
// put under what they mean by this, and control and direction characters are made visible so that no text can forge a message.

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

/** The cells of one line. Replacements are in order and do not overlap; each becomes one cell. */
export function displayCells(line: string, replacements: readonly Replacement[] = []): readonly Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  const push = (start: number, end: number, text: string) => {
    const width = displayWidth(text);
    cells.push({ start, end, text, column, width });
    column += width;
  };
  let offset = 0;
  for (const replacement of [...replacements, { start: line.length, end: line.length, text: "" }]) {
    for (const character of characters(line.slice(offset, replacement.start))) {
      const end = offset + character.length;
      push(offset, end, character === "\t" ? " ".repeat(TAB - (column % TAB)) : visible(character));
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

/** A text with control and direction characters and halves of pairs replaced by signs that show where they stand; line ends and tabs are kept. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (character) => {
    if (character === "\n" || character === "\t") return character;
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(CONTROL_PICTURES + code) : "\uFFFD";
  });
}

/** Controls, halves of surrogate pairs, and the characters that change the direction of what follows (Unicode UAX 9). */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu;
const CONTROL_PICTURES = 0x2400;
const TAB = 4;

function isPlain(text: string): boolean {
  return /^[\x20-\x7E]*$/.test(text);
}

/** Characters as people count them: a letter with its marks, an emoji with its joiners. */
function* characters(text: string): Iterable<string> {
  if (isPlain(text.replaceAll("\t", ""))) yield* text;
  else for (const { segment } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)) yield segment;
}

const EMOJI = /\p{Emoji_Presentation}|\uFE0F/u;
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6]/u;
const NO_ROOM = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

function characterWidth(character: string): number {
  if (NO_ROOM.test(character)) return 0;
  return EMOJI.test(character) || WIDE.test(character) ? 2 : 1;
}
