// The names in texts are few and repeat by the thousand. One string for all occurrences of a name takes less memory, and two
// that are one object are equal at a glance.

/** Slots of the table; a power of two. */
const size = 4096;
/** Longer ones hardly repeat. */
const longest = 40;

/**
 * What was last asked for, by a number made from its characters. Another name with that number takes its place, so the table
 * never grows, and what it has forgotten is only made again.
 */
const table = new Array<string>(size).fill("");

/** `text.slice(start, end)`, as the same string as before where it can be. */
export function sharedName(text: string, start: number, end: number): string {
  if (end - start > longest) return text.slice(start, end);
  let hash = 0;
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  const slot = (hash ^ (hash >>> 12)) & (size - 1);
  const known = table[slot];
  if (known !== undefined && known.length === end - start && text.startsWith(known, start)) return known;
  const name = ownCopy(text, start, end);
  table[slot] = name;
  return name;
}

/** A string of its own: a slice may be a window onto the text, which the table would then keep as long as the slice. */
function ownCopy(text: string, start: number, end: number): string {
  const codes: number[] = [];
  for (let at = start; at < end; at++) codes.push(text.charCodeAt(at));
  return String.fromCharCode(...codes);
}
