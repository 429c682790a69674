// What the lexer asks of a character, by its UTF-16 code. A text's end has the code NaN, for which every answer is no.

export const lineFeed = 10;
export const carriageReturn = 13;
export const quote = 34;
export const hash = 35;
export const dollar = 36;
export const percent = 37;
export const minus = 45;
export const dot = 46;
export const colon = 58;
export const equals = 61;
export const backslash = 92;
export const openBrace = 123;
export const closeBrace = 125;

export function isLineEndCode(code: number): boolean {
  return code === lineFeed || code === carriageReturn;
}

/** A blank or a tabulator: what indents lines and stands between words. */
export function isIndentCode(code: number): boolean {
  return code === 32 || code === 9;
}

/** What is skipped between tokens: form feeds, no-break spaces and byte order marks too. */
export function isBlankCode(code: number): boolean {
  return code === 32 || code === 9 || code === 12 || code === 0xa0 || code === 0xfeff;
}

export function isDigitCode(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isLetterCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** A letter, a digit or `_`. */
export function isWordCode(code: number): boolean {
  return isLetterCode(code) || isDigitCode(code) || code === 95;
}
