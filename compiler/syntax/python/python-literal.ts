// Plain values as Python writes them: texts, numbers, truths, and lists, sets, tuples and dicts of these.

/** Sets and tuples are lists. */
export type PythonData =
  | string
  | number
  | boolean
  | null
  | readonly PythonData[]
  | { readonly [key: string]: PythonData };

export interface PythonLiteral {
  readonly value: PythonData;
  /** The offset behind it. */
  readonly end: number;
}

/** The plain value that begins at an offset; nothing where only Python knows what stands there. */
export function readPythonLiteral(text: string, at: number): PythonLiteral | undefined {
  const start = skipBlanks(text, at);
  return readText(text, start) ?? readWord(text, start) ?? readCall(text, start) ?? readCollection(text, start);
}

/** The offset of the next token: blanks, comments and line ends are passed. Right only within brackets, where lines go on. */
export function skipBlanks(text: string, at: number): number {
  const blanks = /(?:\s|#[^\n]*|\\\n)*/y;
  blanks.lastIndex = at;
  blanks.exec(text);
  return blanks.lastIndex;
}

const plainText = /[uU]?("""|'''|"|')((?:(?!\1)[^\\])*)\1/y;

function readText(text: string, at: number): PythonLiteral | undefined {
  plainText.lastIndex = at;
  const [whole, quotes = "", value = ""] = plainText.exec(text) ?? [];
  if (whole === undefined || (quotes.length === 1 && value.includes("\n"))) return undefined;
  const end = at + whole.length;
  if (text.startsWith(".split()", end))
    return { value: value.split(/\s+/).filter((word) => word !== ""), end: end + ".split()".length };
  const next = skipBlanks(text, end);
  return /^(?:[rRbBfFuUtT]{0,2}["']|[.%[])/.test(text.slice(next, next + 3)) ? undefined : { value, end };
}

const words: ReadonlyMap<string, boolean | null> = new Map([
  ["True", true],
  ["False", false],
  ["None", null],
]);

function readWord(text: string, at: number): PythonLiteral | undefined {
  const word = /(?:True|False|None|-?\d+(?:\.\d+)?)(?![\w.])/y;
  word.lastIndex = at;
  const found = word.exec(text)?.[0];
  if (found === undefined) return undefined;
  const known = words.get(found);
  return { value: known === undefined ? Number(found) : known, end: at + found.length };
}

/** `set([…])`, `set()` and the like. */
function readCall(text: string, at: number): PythonLiteral | undefined {
  const call = /(?:set|frozenset|list|tuple)\(/y;
  call.lastIndex = at;
  if (!call.test(text)) return undefined;
  const inner = skipBlanks(text, call.lastIndex);
  if (text[inner] === ")") return { value: [], end: inner + 1 };
  const held = readPythonLiteral(text, inner);
  const close = held && skipBlanks(text, held.end);
  return close !== undefined && text[close] === ")" && Array.isArray(held?.value)
    ? { value: held.value, end: close + 1 }
    : undefined;
}

const closing: Readonly<Record<string, string>> = { "[": "]", "(": ")", "{": "}" };

function readCollection(text: string, at: number): PythonLiteral | undefined {
  const open = text[at] ?? "";
  const close = closing[open];
  if (close === undefined) return undefined;
  const items: PythonData[] = [];
  const pairs: [string, PythonData][] = [];
  let next = skipBlanks(text, at + 1);
  let commas = 0;
  while (text[next] !== close) {
    const key = readPythonLiteral(text, next);
    if (key === undefined) return undefined;
    next = skipBlanks(text, key.end);
    if (open === "{" && text[next] === ":") {
      const value = readPythonLiteral(text, next + 1);
      if (value === undefined || typeof key.value !== "string") return undefined;
      pairs.push([key.value, value.value]);
      next = skipBlanks(text, value.end);
    } else items.push(key.value);
    if (text[next] === ",") {
      commas++;
      next = skipBlanks(text, next + 1);
    } else if (text[next] !== close) return undefined;
  }
  const end = next + 1;
  if (open === "{" && items.length === 0) return { value: Object.fromEntries(pairs), end };
  if (pairs.length > 0) return undefined;
  const [first] = items;
  const isGroup = open === "(" && commas === 0 && first !== undefined;
  return { value: isGroup ? first : items, end };
}
