// What lies between two places of the source: line ends and blank lines are the only things there that layout depends on.

const lineFeed = 10;
const carriageReturn = 13;

/** Does a line end lie in `text` from `from` up to `to`? */
export function hasLineBreak(text: string, from: number, to: number): boolean {
  return lineBreaks(text, { from, to, enough: 1 }) > 0;
}

/** Do two line ends lie in `text` from `from` up to `to`? Where only blanks are between them, that is a blank line. */
export function hasBlankLine(text: string, from: number, to: number): boolean {
  return lineBreaks(text, { from, to, enough: 2 }) > 1;
}

function lineBreaks(text: string, range: { readonly from: number; readonly to: number; readonly enough: number }) {
  let count = 0;
  for (let at = range.from; at < range.to && count < range.enough; at++) {
    const code = text.charCodeAt(at);
    if (code === lineFeed || (code === carriageReturn && text.charCodeAt(at + 1) !== lineFeed)) count++;
  }
  return count;
}
