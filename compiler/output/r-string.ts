// Strings in R source, so that a text stays one string whatever it holds.

/** `text` as an R string literal: printable ASCII as it is, anything else as an escape that R reads alike in every locale. */
export function rString(text: string): string {
  if (text.includes("\0")) throw new Error("invariant: an R string cannot hold a NUL character");
  let quoted = "";
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (character === '"' || character === "\\") quoted += `\\${character}`;
    else if (point >= 0x20 && point < 0x7f) quoted += character;
    else quoted += escaped(point);
  }
  return `"${quoted}"`;
}

function escaped(point: number): string {
  // Half a surrogate pair is no character, and R refuses its escape.
  if (point >= 0xd800 && point < 0xe000) return "\\ufffd";
  return point < 0x10000 ? `\\u{${point.toString(16)}}` : `\\U{${point.toString(16)}}`;
}
