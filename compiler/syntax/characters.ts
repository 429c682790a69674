// What is asked of a character, by its UTF-16 code. A text's end has the code NaN, for which every answer is no.

export const carriageReturn = 13;
export const dollar = 36;
export const backslash = 92;
export const openBrace = 123;

export function isLineEndCode(code: number): boolean {
  return code === 10 || code === carriageReturn;
}

/** A blank or a tabulator: what indents lines and stands between words. */
export function isIndentCode(code: number): boolean {
  return code === 32 || code === 9;
}

/** Do only blanks stand before it on its line? */
export function beginsLine(text: string, start: number): boolean {
  let before = start - 1;
  while (before >= 0 && isIndentCode(text.charCodeAt(before))) before--;
  return before < 0 || isLineEndCode(text.charCodeAt(before));
}
