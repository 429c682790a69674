// Whether a word looks like a slip of the hand for another one. A distance of one says only that two words are near: `parsel` and `parse`
// are, and are two programs. What fingers do is narrower, so that a guess from it is seldom wrong.

/**
 * Is `written` what somebody types who means `meant`: two neighbours swapped, a letter doubled or a double one written once, a letter left out
 * inside, or a key beside the right one hit? The first letter is never taken for a slip, nor a last one left out of a short word.
 */
export function isTypingSlip(written: string, meant: string): boolean {
  const same = sharedEnds(written, meant);
  const mine = written.slice(same.start, written.length - same.end);
  const other = meant.slice(same.start, meant.length - same.end);
  if (same.start === 0) return false;
  switch (`${mine.length} for ${other.length}`) {
    case "2 for 2":
      return mine.charAt(0) === other.charAt(1) && mine.charAt(1) === other.charAt(0);
    case "1 for 0":
      return isAdded(written, same, mine);
    case "0 for 1":
      return isLeftOut(meant, same, other);
    case "1 for 1":
      return areNeighbours(mine, other);
    default:
      return false;
  }
}

/** How many characters two words share at their beginning, and how many after that at their end. */
interface SharedEnds {
  readonly start: number;
  readonly end: number;
}

function sharedEnds(a: string, b: string): SharedEnds {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a.charAt(start) === b.charAt(start)) start += 1;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return { start, end };
}

/** A key struck twice, or one beside it struck along. */
function isAdded(written: string, { start, end }: SharedEnds, letter: string): boolean {
  const around = [written.charAt(start - 1), written.charAt(start + 1)];
  return around.includes(letter) || (end > 0 && around.some((one) => areNeighbours(letter, one)));
}

function isLeftOut(meant: string, { start, end }: SharedEnds, letter: string): boolean {
  const around = [meant.charAt(start - 1), meant.charAt(start + 1)];
  if (around.includes(letter)) return meant.length >= 6;
  // A plural is a word of its own.
  return end > 0 ? meant.length >= 7 : letter !== "s" && meant.length >= 9;
}

/** The rows of a keyboard, and how far each is set in, in widths of a key. */
const rows = [
  { letters: "qwertyuiop", inset: 0 },
  { letters: "asdfghjkl", inset: 0.25 },
  { letters: "zxcvbnm", inset: 0.75 },
];

function areNeighbours(a: string, b: string): boolean {
  const one = keyOf(a);
  const two = keyOf(b);
  if (one === undefined || two === undefined || a === b) return false;
  return Math.abs(one.column - two.column) <= 1 && Math.abs(one.row - two.row) <= 1;
}

function keyOf(letter: string): { readonly row: number; readonly column: number } | undefined {
  const row = rows.findIndex(({ letters }) => letters.includes(letter));
  const at = rows[row];
  return at && letter !== "" ? { row, column: at.letters.indexOf(letter) + at.inset } : undefined;
}
