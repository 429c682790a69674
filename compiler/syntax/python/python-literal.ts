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

/** Names that hold a plain value wherever they stand. */
export type PythonConstants = ReadonlyMap<string, PythonData>;

const noConstants: PythonConstants = new Map();

/** The plain value that begins at an offset; nothing where only Python knows what stands there. */
export function readPythonLiteral(
  text: string,
  at: number,
  constants: PythonConstants = noConstants,
): PythonLiteral | undefined {
  const start = skipBlanks(text, at);
  const source: Source = { text, constants };
  return readText(text, start) ?? readWord(source, start) ?? readCall(source, start) ?? readCollection(source, start);
}

interface Source {
  readonly text: string;
  readonly constants: PythonConstants;
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

function readWord({ text, constants }: Source, at: number): PythonLiteral | undefined {
  const word = /(?:True|False|None|-?\d+(?:\.\d+)?)(?![\w.])/y;
  word.lastIndex = at;
  const found = word.exec(text)?.[0];
  if (found !== undefined) {
    const known = words.get(found);
    return { value: known === undefined ? Number(found) : known, end: at + found.length };
  }
  const name = /[A-Za-z_]\w*(?![\w.([])/y;
  name.lastIndex = at;
  const written = name.exec(text)?.[0] ?? "";
  const value = constants.get(written);
  return value === undefined ? undefined : { value, end: at + written.length };
}

/** `set([…])`, `set()`, `dict(a=1)` and the like; `Config` is traitlets' dict. */
function readCall(source: Source, at: number): PythonLiteral | undefined {
  const { text, constants } = source;
  const call = /(set|frozenset|list|tuple|dict|Config)\(/y;
  call.lastIndex = at;
  const name = call.exec(text)?.[1];
  if (name === undefined) return undefined;
  const isMap = name === "dict" || name === "Config";
  const inner = skipBlanks(text, call.lastIndex);
  if (text[inner] === ")") return { value: isMap ? {} : [], end: inner + 1 };
  const held = readPythonLiteral(text, inner, constants);
  if (held === undefined) return isMap ? readNamed(source, inner) : undefined;
  const close = skipBlanks(text, held.end);
  const fits = isMap ? isDict(held.value) : Array.isArray(held.value);
  return text[close] === ")" && fits ? { value: held.value, end: close + 1 } : undefined;
}

function isDict(value: PythonData): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `a=1, b=2)`. */
function readNamed({ text, constants }: Source, at: number): PythonLiteral | undefined {
  const pairs: [string, PythonData][] = [];
  const name = /([A-Za-z_]\w*)\s*=(?!=)/y;
  for (let next = at; ; ) {
    if (text[next] === ")") return { value: Object.fromEntries(pairs), end: next + 1 };
    name.lastIndex = next;
    const key = name.exec(text)?.[1];
    const held = key === undefined ? undefined : readPythonLiteral(text, name.lastIndex, constants);
    if (key === undefined || held === undefined) return undefined;
    pairs.push([key, held.value]);
    next = skipBlanks(text, held.end);
    if (text[next] === ",") next = skipBlanks(text, next + 1);
    else if (text[next] !== ")") return undefined;
  }
}

const closing: Readonly<Record<string, string>> = { "[": "]", "(": ")", "{": "}" };

function readCollection({ text, constants }: Source, at: number): PythonLiteral | undefined {
  const open = text[at] ?? "";
  const close = closing[open];
  if (close === undefined) return undefined;
  const items: PythonData[] = [];
  const pairs: [string, PythonData][] = [];
  let next = skipBlanks(text, at + 1);
  let commas = 0;
  while (text[next] !== close) {
    const key = readPythonLiteral(text, next, constants);
    if (key === undefined) return undefined;
    next = skipBlanks(text, key.end);
    if (open === "{" && text[next] === ":") {
      const value = readPythonLiteral(text, next + 1, constants);
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

/** What a sticky pattern finds at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
