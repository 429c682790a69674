// Characters that no text of a program may hold, since some output forbids each: control characters, halves of surrogate pairs and
// code points that are no characters.

/** A place of a text with such a character. */
export interface ControlCharacter {
  readonly start: number;
  readonly end: number;
  /** As `U+001B`. */
  readonly name: string;
  readonly what: "a control character" | "half of a surrogate pair" | "no character";
}

/**
 * All of them but tabs, line ends and form feeds. YAML 1.2.2 (section 5.1), XML 1.0 (section 2.2) and HTML forbid most of these, and
 * a half of a pair has no UTF-8 form.
 */
export function controlCharacters(text: string): readonly ControlCharacter[] {
  return [...text.matchAll(anywhere)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    name: `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`,
    what: /\p{Cs}/u.test(found)
      ? "half of a surrogate pair"
      : /\p{Cc}/u.test(found)
        ? "a control character"
        : "no character",
  }));
}

/** Is there a zero or half of a surrogate pair, which no file of text has? */
export function holdsNoText(text: string): boolean {
  return /\0|\p{Cs}/u.test(text);
}

const anywhere = /(?![\t\n\f\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;
