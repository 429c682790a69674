// Expressions of Python that come to the same text wherever they run: `"a"`, `b"a"`, `bytes.fromhex("00ff")`, `"a".encode()`, `f"a"`, and
// what stands in for a variable of the environment that is not set. What is written there is written down.

import { append } from "../../text/many.ts";
import { closingBracket } from "./python-holder.ts";
import { matchAt, skipBlanks } from "./python-literal.ts";
import { isStringStart, skipString } from "./python-string.ts";

/** A text that is written out, without its quotes. */
export interface WrittenText {
  readonly start: number;
  readonly end: number;
}

/** Names that hold such an expression, with where it begins. */
export type ConstantPlaces = ReadonlyMap<string, number>;

/** The texts that an expression is made of; none where what runs gives it. */
export function writtenTexts(text: string, at: number, names: ConstantPlaces = new Map()): readonly WrittenText[] {
  const constant = readExpression({ text, names, depth: 0 }, at);
  if (constant !== undefined) return constant.texts;
  // Beside what only the hub knows may stand what holds where that is missing.
  const end = endOfExpression(text, at);
  const fallbacks = /(?:(?:environ\.get|getenv)\(\s*(?:"[^"\n]*"|'[^'\n]*')\s*,|\bor\b)\s*/g;
  fallbacks.lastIndex = at;
  const texts: WrittenText[] = [];
  for (let match = fallbacks.exec(text); match !== null && match.index < end; match = fallbacks.exec(text))
    texts.push(...(readPrimary({ text, names, depth: 0 }, fallbacks.lastIndex)?.texts ?? []));
  return texts;
}

interface Source {
  readonly text: string;
  readonly names: ConstantPlaces;
  /** How many names have been followed. */
  readonly depth: number;
}

interface Constant {
  readonly texts: readonly WrittenText[];
  readonly end: number;
}

function readExpression(source: Source, at: number): Constant | undefined {
  const { text } = source;
  let constant = readPrimary(source, at);
  while (constant !== undefined) {
    const next = matchAt(/[ \t]*(\+|%|\*|\bor\b)(?!=)\s*/y, text, constant.end);
    if (next === null) break;
    const right = readPrimary(source, constant.end + next[0].length);
    // A text that something unknown is put into is none that is written out.
    if (right === undefined) return undefined;
    constant = { texts: [...constant.texts, ...right.texts], end: right.end };
  }
  return constant;
}

function readPrimary(source: Source, at: number): Constant | undefined {
  const start = skipBlanks(source.text, at);
  const constant =
    readStrings(source, start) ??
    readNumber(source, start) ??
    readCall(source, start) ??
    readGroup(source, start) ??
    readName(source, start);
  return constant && readMethods(source, constant);
}

/** One text, or several side by side. Fields of an f-string may hold anything. */
function readStrings({ text }: Source, at: number): Constant | undefined {
  const texts: WrittenText[] = [];
  let end = at;
  for (let next = at; isStringStart(text, next); next = skipBlanks(text, end)) {
    const cursor = { text, at: next, problem: undefined };
    skipString(cursor);
    const [opening = "", prefix = "", quote = ""] = matchAt(/([a-zA-Z]{0,2})("""|'''|"|')/y, text, next) ?? [];
    const place = { start: next + opening.length, end: cursor.at - quote.length };
    if (/[ft]/i.test(prefix) && /\{(?!\{)/.test(text.slice(place.start, place.end).replaceAll("{{", "")))
      return undefined;
    if (place.end > place.start) texts.push(place);
    end = cursor.at;
  }
  return end === at ? undefined : { texts, end };
}

function readNumber({ text }: Source, at: number): Constant | undefined {
  const match = matchAt(/\d[\w.]*/y, text, at);
  return match === null ? undefined : { texts: [], end: at + match[0].length };
}

/** Functions that make the same of the same, by the ends of their names. */
const pure =
  /(?:bytes|bytearray|str|list|tuple|set|bytes\.fromhex|bytearray\.fromhex|(?:base64\.)?(?:standard_|urlsafe_)?[ab](?:16|32|64|85)decode|(?:base64\.)?decodebytes|(?:binascii\.)?(?:unhexlify|a2b_hex|a2b_base64)|codecs\.(?:decode|encode)|hashlib\.\w+|(?:textwrap\.)?dedent|json\.(?:dumps|loads))\(/y;

function readCall(source: Source, at: number): Constant | undefined {
  const match = matchAt(pure, source.text, at);
  return match === null ? undefined : readItems(source, at + match[0].length - 1);
}

/** What stands between brackets: all of it constant. */
function readItems(source: Source, open: number): Constant | undefined {
  const { text } = source;
  const close = closingBracket(text, open);
  if (close === undefined) return undefined;
  const texts: WrittenText[] = [];
  for (let next = skipBlanks(text, open + 1); next < close - 1; ) {
    const keyword = matchAt(/[A-Za-z_]\w*\s*=(?!=)\s*/y, text, next);
    const item = readExpression(source, next + (keyword?.[0].length ?? 0));
    if (item === undefined) return undefined;
    // How something is read is no part of it: `bytes("a", "utf-8")`, `b64decode("a", validate=True)`.
    const isHow = keyword !== null || (texts.length > 0 && text[open] === "(");
    if (!isHow) append(texts, item.texts);
    next = skipBlanks(text, item.end);
    if (text[next] === ",") next = skipBlanks(text, next + 1);
    else if (next < close - 1) return undefined;
  }
  return { texts, end: close };
}

function readGroup(source: Source, at: number): Constant | undefined {
  return source.text[at] === "(" || source.text[at] === "[" ? readItems(source, at) : undefined;
}

function readName(source: Source, at: number): Constant | undefined {
  const { text, names, depth } = source;
  const name = matchAt(/[A-Za-z_]\w*(?!\w|\s*\()/y, text, at)?.[0];
  const place = name === undefined ? undefined : names.get(name);
  if (name === undefined) return undefined;
  if (/^(?:True|False|None)$/.test(name)) return { texts: [], end: at + name.length };
  if (place === undefined || depth > 8) return undefined;
  const held = readExpression({ ...source, depth: depth + 1 }, place);
  return held && { texts: held.texts, end: at + name.length };
}

/** `.encode()`, `.strip()`, `[:32]`: what is made of a text that is written out. */
function readMethods(source: Source, { texts, end }: Constant): Constant | undefined {
  const { text } = source;
  let at = end;
  for (;;) {
    const method = matchAt(
      /\s*\.\s*(encode|decode|strip|lstrip|rstrip|lower|upper|replace|hex|digest|hexdigest|split|join|zfill|ljust|rjust)\(/y,
      text,
      at,
    );
    const slice = method === null ? matchAt(/[ \t]*\[[-\d: ]*\]/y, text, at) : null;
    if (method !== null) {
      const given = readItems(source, at + method[0].length - 1);
      if (given === undefined) return undefined;
      if (method[1] === "join") texts = [...texts, ...given.texts];
      at = given.end;
    } else if (slice !== null) at += slice[0].length;
    else return { texts, end: at };
  }
}

/** Where a logical line ends, or the bracket around it. */
function endOfExpression(text: string, at: number): number {
  let next = at;
  while (next < text.length && text[next] !== "\n") {
    const c = text[next] ?? "";
    if (/[)\]}]/.test(c)) return next;
    next = /[([{]/.test(c) ? (closingBracket(text, next) ?? text.length) : next + 1;
  }
  return next;
}
