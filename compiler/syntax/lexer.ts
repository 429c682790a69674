// Text to tokens, in one pass over its characters. Comments are kept beside the tokens; characters that begin no token are
// told by place.

import {
  closeBrace,
  colon,
  dot,
  equals,
  hash,
  isBlankCode,
  isDigitCode,
  isLetterCode,
  isLineEndCode,
  isWordCode,
  lineFeed,
  minus,
  openBrace,
  percent,
  quote,
} from "./characters.ts";
import { endOfPackageLine, endsPackages, packageWordType } from "./package-words.ts";
import { sharedName } from "./shared-names.ts";
import { longTextAt, textAt } from "./text-ends.ts";
import { datePattern, type Sign, type Token, type TokenType, timePattern } from "./tokens.ts";

export interface LexedText {
  /** Every token but comments, line ends included, in order. */
  readonly tokens: readonly Token[];
  readonly comments: readonly Token[];
  /** Stretches of text that begin no token. */
  readonly unexpected: readonly { readonly start: number; readonly end: number }[];
}

/** What has been read of a text, up to `at`. */
interface Scan {
  readonly text: string;
  readonly tokens: Token[];
  readonly comments: Token[];
  readonly unexpected: { readonly start: number; readonly end: number }[];
  at: number;
}

/** Splits `text` into tokens; never throws. */
export function lex(text: string): LexedText {
  const scan: Scan = { text, tokens: [], comments: [], unexpected: [], at: 0 };
  while (scan.at < text.length) step(scan);
  // The tree keeps the comments, so what the list has grown to in vain is not kept with it.
  return { tokens: scan.tokens, comments: scan.comments.slice(), unexpected: scan.unexpected };
}

function step(scan: Scan): void {
  const { text, at } = scan;
  const code = text.charCodeAt(at);
  if (isBlankCode(code)) blanks(scan);
  else if (isLetterCode(code)) word(scan);
  else if (isLineEndCode(code)) lineEnd(scan, "line-end");
  else if (isNumeral(text, at)) numeral(scan);
  else if (code === quote) quoted(scan);
  else if (code === hash) comment(scan);
  else {
    const sign = signAt(text, at);
    if (sign === undefined) unexpected(scan);
    else push(scan, sign, sign);
  }
}

function blanks(scan: Scan): void {
  let end = scan.at + 1;
  while (isBlankCode(scan.text.charCodeAt(end))) end++;
  scan.at = end;
}

/** Puts down the token that begins where the scan has come to, and goes behind it. */
function push(scan: Scan, type: TokenType, image: string): void {
  const end = scan.at + image.length;
  scan.tokens.push({ type, image, start: scan.at, end });
  scan.at = end;
}

function lineEnd(scan: Scan, type: "line-end" | "package-break"): void {
  push(scan, type, lineEndAt(scan.text, scan.at));
}

function lineEndAt(text: string, at: number): string {
  if (text.charCodeAt(at) === lineFeed) return "\n";
  return text.charCodeAt(at + 1) === lineFeed ? "\r\n" : "\r";
}

function comment(scan: Scan): void {
  const { text, at } = scan;
  let end = at + 1;
  while (end < text.length && !isLineEndCode(text.charCodeAt(end))) end++;
  scan.comments.push({ type: "comment", image: text.slice(at, end), start: at, end });
  scan.at = end;
}

function quoted(scan: Scan): void {
  const { text, at } = scan;
  const { type, end } = text.startsWith('"""', at) ? longTextAt(text, at) : textAt(text, at);
  push(scan, type, text.slice(at, end));
}

function word(scan: Scan): void {
  const { text, at } = scan;
  const end = endOfName(text, at);
  const type = packageWordType(text, at, end);
  push(scan, type ?? "name", sharedName(text, at, end));
  if (type !== undefined) packages(scan);
}

/** `word-word`: a `-` with nothing to follow it is no part of a name. */
function endOfName(text: string, start: number): number {
  let end = start + 1;
  for (;;) {
    const code = text.charCodeAt(end);
    if (isWordCode(code)) end++;
    else if (code === minus && isWordCode(text.charCodeAt(end + 1))) end += 2;
    else return end;
  }
}

/** The braces after a package word, and the requirement lines in them. */
function packages(scan: Scan): void {
  const { text } = scan;
  while (text.charCodeAt(scan.at) !== openBrace) scan.at++;
  push(scan, "package-open", "{");
  let isInside = true;
  while (isInside && scan.at < text.length) isInside = packageItem(scan);
}

/** Passes what comes next in a package block; false where that ends the block. */
function packageItem(scan: Scan): boolean {
  const { text, at } = scan;
  const code = text.charCodeAt(at);
  if (code === closeBrace) {
    push(scan, "package-close", "}");
    return false;
  }
  if (isLineEndCode(code)) {
    const ends = endsPackages(text, at);
    lineEnd(scan, ends ? "package-break" : "line-end");
    return !ends;
  }
  if (isBlankCode(code)) blanks(scan);
  else if (code === hash) comment(scan);
  else push(scan, "package-line", text.slice(at, endOfPackageLine(text, at)));
  return true;
}

function isNumeral(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isDigitCode(code) || (code === minus && isDigitCode(text.charCodeAt(at + 1)));
}

const date = new RegExp(datePattern, "y");
const time = new RegExp(timePattern, "y");

function numeral(scan: Scan): void {
  const { text, at } = scan;
  const digitsEnd = endOfDigits(text, at + 1);
  // What follows the first digits tells which pattern is worth a try.
  const next = text.charCodeAt(digitsEnd);
  const dateEnd = next === minus ? endOfMatch(date, text, at) : undefined;
  const timeEnd = next === colon ? endOfMatch(time, text, at) : undefined;
  const type = dateEnd !== undefined ? "date" : timeEnd !== undefined ? "time" : "number";
  push(scan, type, sharedName(text, at, dateEnd ?? timeEnd ?? endOfNumber(text, digitsEnd)));
}

function endOfDigits(text: string, from: number): number {
  let end = from;
  while (isDigitCode(text.charCodeAt(end))) end++;
  return end;
}

/** The end of a number of which the digits before the point end at `digitsEnd`: that of its fraction or its unit. */
function endOfNumber(text: string, digitsEnd: number): number {
  const isFraction = text.charCodeAt(digitsEnd) === dot && isDigitCode(text.charCodeAt(digitsEnd + 1));
  let end = isFraction ? endOfDigits(text, digitsEnd + 2) : digitsEnd;
  // No digit stands here, so what goes on with a word's character begins a unit.
  while (isUnitCode(text.charCodeAt(end))) end++;
  return end;
}

function isUnitCode(code: number): boolean {
  return code === percent || isWordCode(code);
}

/** Where what the sticky `pattern` matches at `at` ends. */
function endOfMatch(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

const signs: readonly Sign[] = ["<", ">", "=", ".", ",", ";", ":", "{", "}", "[", "]", "(", ")"];
const withEquals: readonly Sign[] = ["+=", "-=", "==", "!=", "<=", ">="];
/** By the code of the first character. */
const signOf = byFirstCode(signs);
const signWithEqualsOf = byFirstCode(withEquals);

function byFirstCode(all: readonly Sign[]): readonly (Sign | undefined)[] {
  return Array.from({ length: 128 }, (_, code) => all.find((sign) => sign.charCodeAt(0) === code));
}

function signAt(text: string, at: number): Sign | undefined {
  const code = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  if (code >= signOf.length) return undefined;
  if (code === dot && next === dot) return "..";
  return (next === equals ? signWithEqualsOf[code] : undefined) ?? signOf[code];
}

/** Passes what no token begins with, up to where one begins. */
function unexpected(scan: Scan): void {
  const { text, at } = scan;
  let end = at + 1;
  while (end < text.length && !beginsToken(text, end)) end++;
  scan.unexpected.push({ start: at, end });
  scan.at = end;
}

function beginsToken(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (isBlankCode(code) || isLetterCode(code) || isLineEndCode(code) || code === quote || code === hash) return true;
  return isNumeral(text, at) || signAt(text, at) !== undefined;
}
