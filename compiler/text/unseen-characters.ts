// The characters that people do not see, or that change how they see others: which they are, where a script needs one of them, and
// how one is shown. Checks of texts and whatever is printed decide by this file alone.
//
// Source: the Unicode Character Database by its properties (General_Category, Bidi_Control, Default_Ignorable_Code_Point,
// Noncharacter_Code_Point), in the version that Node brings: 15.1 in Node 20. Where joiners, marks of direction and selectors are part of
// how a script or an emoji is written: UAX #9 section 2.6, UAX #31 section 2.3, UTS #51 section 1.4.9, UTS #37, and the Unicode Standard 15,
// chapters 9, 12, 13, 16 and 23.2.

/**
 * What a text is for, which decides what it may hold. `name`: something is found by it, letter by letter, as a person, a group or a
 * path is. `prose`: people read it, on several lines too. `code`: programs and people read it. `contents`: a file, whatever is in it.
 */
export type TextUse = "name" | "prose" | "code" | "contents";

/** A control character, one that turns the direction of others, one without any look, or a blank that is not the usual one. */
export type UnseenKind = "control" | "direction" | "invisible" | "blank";

/** One such character; `start` and `end` are UTF-16 offsets into the text. */
export interface UnseenCharacter {
  readonly start: number;
  readonly end: number;
  readonly kind: UnseenKind;
  readonly code: number;
}

/** The characters of `text` that have no place in a text for that use, in order. */
export function unseenCharacters(text: string, use: TextUse): readonly UnseenCharacter[] {
  if (use === "contents" || isPlain(text)) return [];
  const characters: UnseenCharacter[] = [];
  const whole = wholeText(text);
  for (const match of text.matchAll(use === "name" ? notInNames : unseen)) {
    const start = match.index;
    const end = start + match[0].length;
    const code = match[0].codePointAt(0) ?? 0;
    if (!isInPlace({ text, whole, start, end, code }, use))
      characters.push({ start, end, kind: kindOf(match[0]), code });
  }
  return characters;
}

/**
 * The text as people may see it: what has no place in prose is written as its code, such as `\u{200b}`. Line ends and tabs stay, and
 * so does what a script or an emoji needs. `escaped` writes one character otherwise.
 */
export function visible(text: string, escaped: (code: number) => string = codeEscape): string {
  const characters = unseenCharacters(text, "prose");
  if (characters.length === 0) return text;
  let shown = "";
  let at = 0;
  for (const { start, end, code } of characters) {
    shown += text.slice(at, start) + escaped(code);
    at = end;
  }
  return shown + text.slice(at);
}

/** A character by its code, as the texts of a program may write it. */
export function codeEscape(code: number): string {
  return `\\u{${code.toString(16).padStart(2, "0")}}`;
}

/** The same as JSON writes it. */
export function jsonEscape(code: number): string {
  const text = String.fromCodePoint(code);
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}

/** A character by its number, and its name where it is a common one: `U+200B (zero width space)`. */
export function unseenName(code: number): string {
  const number = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  const name = commonNames.get(code);
  return name === undefined ? number : `${number} (${name})`;
}

const commonNames: ReadonlyMap<number, string> = new Map([
  [0x00, "null"],
  [0x07, "bell"],
  [0x08, "backspace"],
  [0x09, "tab"],
  [0x0a, "line feed"],
  [0x0d, "carriage return"],
  [0x1b, "escape"],
  [0x7f, "delete"],
  [0xa0, "no-break space"],
  [0xad, "soft hyphen"],
  [0x200b, "zero width space"],
  [0x200c, "zero width non-joiner"],
  [0x200d, "zero width joiner"],
  [0x200e, "left-to-right mark"],
  [0x200f, "right-to-left mark"],
  [0x2028, "line separator"],
  [0x2029, "paragraph separator"],
  [0x202a, "left-to-right embedding"],
  [0x202b, "right-to-left embedding"],
  [0x202c, "pop directional formatting"],
  [0x202d, "left-to-right override"],
  [0x202e, "right-to-left override"],
  [0x2060, "word joiner"],
  [0x2066, "left-to-right isolate"],
  [0x2067, "right-to-left isolate"],
  [0x2068, "first strong isolate"],
  [0x2069, "pop directional isolate"],
  [0x3000, "ideographic space"],
  [0x3164, "hangul filler"],
  [0xfe0f, "variation selector 16"],
  [0xfeff, "byte order mark"],
]);

/** Is it of blanks and visible ASCII alone? */
export function isPlain(text: string): boolean {
  return /^[\x20-\x7E]*$/.test(text);
}

const control = String.raw`\p{Cc}`;
const direction = String.raw`\p{Bidi_Control}`;
// Beside what Unicode says to ignore: halves of surrogate pairs, separators of lines, the blank of Braille, and what sets off annotations.
const invisible = String.raw`\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{Cs}\p{Zl}\p{Zp}\u2800\ufff9-\ufffb`;
const blank = String.raw`\p{Zs}`;

const unseen = new RegExp(`[${control}${direction}${invisible}]`, "gu");
const notInNames = new RegExp(`(?! )[${control}${direction}${invisible}${blank}]`, "gu");
const isControl = new RegExp(`^[${control}]`, "u");
const isDirection = new RegExp(`^[${direction}]`, "u");
const isInvisible = new RegExp(`^[${invisible}]`, "u");

function kindOf(character: string): UnseenKind {
  if (isControl.test(character)) return "control";
  if (isDirection.test(character)) return "direction";
  return isInvisible.test(character) ? "invisible" : "blank";
}

/** What is asked of a text as a whole, once for all of its characters, and only where one depends on it. */
interface WholeText {
  readonly isRightToLeft: () => boolean;
  /** The UTF-16 units inside of flags of regions. */
  readonly inFlags: () => ReadonlySet<number>;
}

function wholeText(text: string): WholeText {
  let isRightToLeft: boolean | undefined;
  let inFlags: ReadonlySet<number> | undefined;
  return {
    isRightToLeft: () => {
      isRightToLeft ??= rightToLeft.test(text);
      return isRightToLeft;
    },
    inFlags: () => {
      inFlags ??= unitsInFlags(text);
      return inFlags;
    },
  };
}

interface Place {
  readonly text: string;
  readonly whole: WholeText;
  readonly start: number;
  readonly end: number;
  readonly code: number;
}

/** Does the character stand where people who write well put one? */
function isInPlace(place: Place, use: TextUse): boolean {
  const { code, text, whole, start } = place;
  if (code < 0x20) return use !== "name" && isLayout(place, use);
  if (code === 0x200c || code === 0x200d) return isJoiner(place, use);
  if (code === 0x200e || code === 0x200f || code === 0x61c) return use !== "name" && whole.isRightToLeft();
  if (code >= 0xfe00 && code <= 0xfe0f) return isSelector(place);
  if (code >= 0xe0100 && code <= 0xe01ef) return endsWith(text, start, /\p{Script=Han}$/u);
  if (code >= 0xe0020 && code <= 0xe007f) return whole.inFlags().has(start);
  if (code >= 0x180b && code <= 0x180f) return endsWith(text, start, /\p{Script=Mongolian}$/u);
  if (code === 0x115f || code === 0x1160) return isOldHangul(place);
  if (use === "name") return false;
  if (code === 0x200b) return endsWith(text, start, /[\p{L}\p{M}]$/u) && endsWith(text, start, withoutBlanks);
  return code === 0x34f && endsWith(text, start, /\p{M}$/u) && beginsWith(place, /^\p{M}/u);
}

/** Tabs and line ends; in code also what terminals and old printers take. */
function isLayout({ text, end, code }: Place, use: TextUse): boolean {
  if (code === 0x09 || code === 0x0a) return true;
  if (code === 0x0d) return text[end] === "\n";
  return use === "code" && (code === 0x0c || code === 0x1b);
}

const rightToLeft =
  /(?=\p{L})[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/u;

// Scripts whose letters change their form beside others, and those of India and their relatives, where a joiner chooses a conjunct.
const joining = String.raw`\u0640\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mandaic}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Phags_Pa}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}\p{Script=Sogdian}\p{Script=Manichaean}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Balinese}\p{Script=Javanese}\p{Script=Chakma}\p{Script=Grantha}\p{Script=Newa}\p{Script=Tirhuta}\p{Script=Meetei_Mayek}\p{Script=Kaithi}\p{Script=Limbu}`;
const joiningEnd = new RegExp(`[${joining}]\\p{Mn}*$`, "u");
const joiningStart = new RegExp(`^[${joining}]`, "u");
/** Scripts that put no blanks between words, so that a zero width space says where a line may end. */
const withoutBlanks =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Tai_Le}\p{Script=New_Tai_Lue}\p{Script=Tai_Tham}\p{Script=Tai_Viet}\p{Script=Javanese}\p{Script=Balinese}]$/u;

/** Between two letters of a script that joins them, or inside of an emoji. Prose may end a word with one. */
function isJoiner(place: Place, use: TextUse): boolean {
  const { text, start, code } = place;
  if (endsWith(text, start, joiningEnd)) return use !== "name" || beginsWith(place, joiningStart);
  const emoji = /\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?$/u;
  return code === 0x200d && endsWith(text, start, emoji) && beginsWith(place, /^\p{Extended_Pictographic}/u);
}

/** Behind a sign that has two looks; behind a digit only in a keycap. */
function isSelector(place: Place): boolean {
  const { text, start } = place;
  if (endsWith(text, start, /[0-9#*]$/)) return beginsWith(place, /^\u20e3/);
  return endsWith(
    text,
    start,
    /[\p{Emoji}\p{S}\p{Script=Han}\p{Script=Mongolian}\p{Script=Myanmar}\p{Script=Phags_Pa}]$/u,
  );
}

/** A flag of a region begins with a black flag and ends with the tag that cancels it. */
function unitsInFlags(text: string): ReadonlySet<number> {
  const flags = /\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f}/gu;
  return new Set(
    [...text.matchAll(flags)].flatMap(({ index, 0: flag }) =>
      Array.from({ length: flag.length - 1 }, (_, i) => index + 1 + i),
    ),
  );
}

/** Beside another letter of a syllable that is written by its parts. */
function isOldHangul(place: Place): boolean {
  const part = /[\u1100-\u115e\u1161-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]/;
  return part.test(place.text[place.start - 1] ?? "") || part.test(place.text[place.end] ?? "");
}

/** How far back a decision looks: a letter with its marks, in UTF-16 units. */
const NEAR = 12;

function endsWith(text: string, at: number, pattern: RegExp): boolean {
  return pattern.test(text.slice(Math.max(0, at - NEAR), at));
}

function beginsWith({ text, end }: Place, pattern: RegExp): boolean {
  return pattern.test(text.slice(end, end + NEAR));
}
