// The strings of Python: prefixes, triple quotes, raw ones, and the fields of f-strings, which hold code of their own.

const starts = /(?:[rR][bBfFtT]?|[bBfFtT][rR]?|[uU])?("""|'''|"|')/y;

/** Does a string begin here, with its prefix? */
export function isStringStart(text: string, at: number): boolean {
  starts.lastIndex = at;
  return starts.test(text);
}

/** Moves behind the string that begins here. */
export function skipString(cursor: Cursor): void {
  starts.lastIndex = cursor.at;
  const [whole = "", quote = ""] = starts.exec(cursor.text) ?? [];
  const start = cursor.at;
  const prefix = whole.slice(0, whole.length - quote.length);
  cursor.at += whole.length;
  const kind: StringKind = { start, quote, raw: /r/i.test(prefix), fields: /[ft]/i.test(prefix) };
  while (cursor.problem === undefined) if (skipPiece(cursor, kind)) return;
}

interface StringKind {
  readonly start: number;
  readonly quote: string;
  readonly raw: boolean;
  /** Does it hold `{…}` with code? */
  readonly fields: boolean;
}

/** One character, escape or field; true where the string is over. */
function skipPiece(cursor: Cursor, kind: StringKind): boolean {
  const { text, at } = cursor;
  const c = text[at];
  if (c === undefined || (c === "\n" && kind.quote.length === 1)) {
    unterminated(cursor, kind);
    return true;
  }
  if (text.startsWith(kind.quote, at)) {
    cursor.at += kind.quote.length;
    return true;
  }
  if (c === "\\") cursor.at += 2;
  else if (kind.fields && (text.startsWith("{{", at) || text.startsWith("}}", at))) cursor.at += 2;
  else if (kind.fields && c === "{") skipField(cursor, kind);
  else if (kind.fields && c === "}")
    stopAt(cursor, at, 1, "A `}` that is meant as such is written `}}` in an f-string");
  else cursor.at++;
  return false;
}

function unterminated(cursor: Cursor, { start, quote }: StringKind): void {
  stopAt(cursor, start, quote.length + 1, `The text that begins here is not closed: \`${quote}\` is missing`);
}

/** `{expression!r:format}`; the format may hold fields again. */
function skipField(cursor: Cursor, kind: StringKind): void {
  const start = cursor.at;
  cursor.at++;
  const open: string[] = [];
  let isEmpty = true;
  while (cursor.problem === undefined) {
    const { text, at } = cursor;
    const c = text[at];
    if (open.length === 0 && c === "}") {
      cursor.at++;
      if (isEmpty) stopAt(cursor, start, 2, "A field of an f-string needs an expression");
      return;
    }
    if (open.length === 0 && c === ":" && text[at + 1] !== "=") {
      skipFormat(cursor, kind, start);
      return;
    }
    skipCode(cursor, open, start);
    isEmpty &&= /\s/.test(c ?? "");
  }
}

/** A string, a comment, a bracket or any other character of the code in a field. */
function skipCode(cursor: Cursor, open: string[], start: number): void {
  const { text, at } = cursor;
  const c = text[at];
  if (c === undefined) stopAt(cursor, start, 1, "The `{` of this field is never closed");
  else if (isStringStart(text, at)) skipString(cursor);
  else if (c === "#") cursor.at = text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at);
  else {
    cursor.at++;
    if (c === "(" || c === "[" || c === "{") open.push(c);
    else if ((c === ")" || c === "]" || c === "}") && open.pop() !== { ")": "(", "]": "[", "}": "{" }[c])
      stopAt(cursor, at, 1, `This \`${c}\` closes nothing`);
  }
}

function skipFormat(cursor: Cursor, kind: StringKind, start: number): void {
  cursor.at++;
  while (cursor.problem === undefined) {
    const { text, at } = cursor;
    const c = text[at];
    if (c === undefined || text.startsWith(kind.quote, at)) {
      stopAt(cursor, start, 1, "The `{` of this field is never closed");
    } else if (c === "{") skipField(cursor, kind);
    else {
      cursor.at++;
      if (c === "}") return;
    }
  }
}

// A place in a piece of Python that is being read, and the first thing found wrong with it.

/** What is wrong, by offsets into the piece. `message` is a sentence without its full stop. */
export interface PythonProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** `at` moves on while the text is read; reading ends with the first problem. */
export interface Cursor {
  readonly text: string;
  at: number;
  problem: PythonProblem | undefined;
}

/** Notes a problem; the first one stays. */
export function stopAt(cursor: Cursor, start: number, length: number, message: string): void {
  cursor.problem ??= { start, end: Math.min(cursor.text.length, start + length), message };
  cursor.at = cursor.text.length;
}
