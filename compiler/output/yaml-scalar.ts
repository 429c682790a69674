// How a string or number is written on one line of YAML so that every reader our output meets (YAML 1.1 and 1.2: PyYAML, the Go
// library of helm and kubectl, js-yaml, yaml) reads back exactly it. Plain text is a list of what is surely safe; the rest is quoted.

/** A string on one line: plain, 'single' or "double" quoted. Good as a value and as a key, at any indentation. */
export function yamlString(text: string): string {
  const form = formOf(text);
  if (form === "plain") return text;
  if (form === "single") return `'${text.replaceAll("'", "''")}'`;
  return doubleQuoted(text);
}

/**
 * A number as all readers take it: PyYAML wants a point and a sign in `1.0e+21`.
 * @throws Error for NaN and the infinities, which JSON and so Kubernetes don't have.
 */
export function yamlNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`invariant: ${value} has no place in YAML output`);
  if (Object.is(value, -0)) return "-0.0";
  const text = String(value);
  const exponent = text.indexOf("e");
  if (exponent < 0) return text;
  const mantissa = text.slice(0, exponent);
  return `${mantissa.includes(".") ? mantissa : `${mantissa}.0`}${text.slice(exponent)}`;
}

/** Whether `|` can hold this text of several lines exactly: shown characters, blanks and tabs, with something to see in its first and last lines. */
export function fitsLiteralBlock(text: string): boolean {
  if (!text.includes("\n")) return false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x7f ? code < 0x20 && code !== 0x0a && code !== 0x09 : mustEscape(text, index)) return false;
  }
  return text.charCodeAt(0) !== 0x0a && !blankLastLine.test(text);
}

type Form = "plain" | "single" | "double";

// Classes of ASCII characters, as bits: may start plain text, may be inside it.
const start = 1;
const inside = 2;
const classes = new Uint8Array(128);
for (const code of codesOf("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz/")) classes[code] = start | inside;
for (const code of codesOf("0123456789 _-.,;:+*=!?@#$%&~^|()<>[]{}'\"`\\"))
  classes[code] = (classes[code] ?? 0) | inside;

// Words that some reader takes for null, a truth value or a number, in any case.
const reserved = new Set(["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "infinity"]);
const exponentOnly = /^[eE][0-9]*$/;
// Kubernetes' quantities and the like: a number with a unit which is no part of any reader's numbers.
const quantity = /^[0-9]+(?:\.[0-9]+)?(?:[KMGTP]i|[mkMGTPhs])$/;
const longOption = /^--[a-z]/;
// The text has no line with something to see after its last line end but one, or none at all.
const blankLastLine = /(?:^|\n)[ \t]+\n*$|^\s*$/;

function formOf(text: string): Form {
  const first = text.charCodeAt(0);
  let plain = startsPlain(text, first);
  let quotable = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x7f && ((classes[code] ?? 0) & inside) !== 0) {
      if (code === 0x3a) plain &&= index + 1 < text.length && text.charCodeAt(index + 1) !== 0x20;
      else if (code === 0x23) plain &&= text.charCodeAt(index - 1) !== 0x20;
      else if (code === 0x22 || code === 0x5c) quotable = true;
    } else if (code < 0x7f || mustEscape(text, index)) return "double";
    else plain = false;
  }
  if (plain && text.charCodeAt(text.length - 1) !== 0x20) return "plain";
  return quotable ? "single" : "double";
}

function startsPlain(text: string, first: number): boolean {
  if (Number.isNaN(first) || first > 0x7f) return false;
  if (((classes[first] ?? 0) & start) !== 0) {
    if (text.length <= 8 && reserved.has(text.toLowerCase())) return false;
    return !exponentOnly.test(text);
  }
  return first === 0x2d ? longOption.test(text) : quantity.test(text);
}

function doubleQuoted(text: string): string {
  let result = '"';
  let done = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const hidden = code < 0x20 || code === 0x22 || code === 0x5c || (code >= 0x7f && mustEscape(text, index));
    if (hidden) {
      result += text.slice(done, index);
      const point = text.codePointAt(index) ?? code;
      if (point > 0xffff) index++;
      result += escaped(point);
      done = index + 1;
    } else if (code >= 0xd800 && code < 0xdc00) index++;
  }
  return `${result}${text.slice(done)}"`;
}

/**
 * Whether the character at `index`, U+007F or above, is left unseen, moved or refused by some reader or editor. Ranges, and not
 * Unicode properties, so that the output does not depend on the version of Node. The second half of a pair is never escaped by itself.
 */
function mustEscape(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 0xa1) return true;
  if (code < 0x1680) return code === 0xad || code === 0x34f || code === 0x61c || (code >= 0x115f && code <= 0x1160);
  if (code < 0xd800) return invisibleBeforeSurrogates(code);
  // Pairs from U+D0000 on hold tags, selectors and private use; a half alone is no character.
  if (code < 0xdc00) return code >= 0xdb00 || !isLow(text.charCodeAt(index + 1));
  if (code < 0xe000) return !isHigh(text.charCodeAt(index - 1));
  return code < 0xf900 || code === 0xfeff || (code >= 0xfdd0 && code <= 0xfdef) || code >= 0xfff0;
}

function invisibleBeforeSurrogates(code: number): boolean {
  if (code >= 0x2000 && code <= 0x206f) return code <= 0x200f || (code >= 0x2028 && code <= 0x202f) || code >= 0x205f;
  return (
    code === 0x1680 ||
    (code >= 0x17b4 && code <= 0x17b5) ||
    (code >= 0x180b && code <= 0x180f) ||
    code === 0x3000 ||
    code === 0x3164
  );
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}

const shortEscapes = new Map([
  [0x09, "\\t"],
  [0x0a, "\\n"],
  [0x0d, "\\r"],
  [0x22, '\\"'],
  [0x5c, "\\\\"],
]);

function escaped(point: number): string {
  const short = shortEscapes.get(point);
  if (short !== undefined) return short;
  const hex = point.toString(16).toUpperCase();
  if (point < 0x100) return `\\x${hex.padStart(2, "0")}`;
  // Half a surrogate pair has no UTF-8 form and Go refuses its escape: it becomes what writing the file would make of it.
  if (point >= 0xd800 && point < 0xe000) return "\\uFFFD";
  return point < 0x10000 ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}

function codesOf(characters: string): number[] {
  return [...characters].map((character) => character.charCodeAt(0));
}
