// Does a piece of Python hold together? One that does not stops the whole hub when it starts, so it is read here first: strings,
// brackets, indentation, and what can't stand side by side. It is no parser: what passes may still be wrong.
// Source: the Python reference, lexical analysis (3.12, the version in the hub's image of the chart 4.4.0).

import { type Cursor, isStringStart, type PythonProblem, skipString, stopAt } from "./python-string.ts";

/** The first problem in a piece of Python, by its place in the text; nothing where it holds together. */
export function pythonProblem(text: string): PythonProblem | undefined {
  const cursor: Cursor = { text, at: 0, problem: undefined };
  const lines: Lines = { indents: [""], opensBlock: undefined };
  while (cursor.problem === undefined && cursor.at < text.length) readLogicalLine(cursor, lines);
  if (cursor.problem === undefined && lines.opensBlock !== undefined)
    stopAt(cursor, lines.opensBlock, 1, "A block must follow this `:`, indented further than its line");
  return cursor.problem;
}

/** Where the lines read so far have left off. */
interface Lines {
  /** The indents of the blocks that are open. */
  readonly indents: string[];
  /** The `:` at the end of the line before, whose block must follow. */
  opensBlock: number | undefined;
}

/** What a logical line has come to. `last` is what the token before was. */
interface Line {
  readonly start: number;
  readonly brackets: { readonly open: string; readonly at: number }[];
  first: string | undefined;
  last: "name" | "word" | "number" | "string" | "close" | "other" | undefined;
  /** The last `:` outside brackets, and whether it ends the line so far. */
  colon: number | undefined;
  endsInColon: boolean;
}

function readLogicalLine(cursor: Cursor, lines: Lines): void {
  const indent = /[ \t\f]*/y;
  indent.lastIndex = cursor.at;
  const blank = indent.exec(cursor.text)?.[0] ?? "";
  const lineStart = cursor.at;
  cursor.at += blank.length;
  if (/^(?:#[^\n]*)?\r?(?:\n|$)/.test(cursor.text.slice(cursor.at, nextLine(cursor)))) {
    cursor.at = nextLine(cursor);
    return;
  }
  checkIndent(cursor, lines, { blank, at: lineStart });
  const line: Line = {
    start: cursor.at,
    brackets: [],
    first: undefined,
    last: undefined,
    colon: undefined,
    endsInColon: false,
  };
  while (cursor.problem === undefined && cursor.at < cursor.text.length) {
    const isOver = cursor.text[cursor.at] === "\n" && line.brackets.length === 0;
    readToken(cursor, line);
    if (isOver) break;
  }
  if (cursor.problem === undefined) endLine(cursor, line, lines);
}

function nextLine({ text, at }: Cursor): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}

function checkIndent(
  cursor: Cursor,
  lines: Lines,
  { blank, at }: { readonly blank: string; readonly at: number },
): void {
  const current = lines.indents.at(-1) ?? "";
  const length = Math.max(1, blank.length);
  const expected = lines.opensBlock !== undefined;
  lines.opensBlock = undefined;
  if (blank === current) {
    if (expected) stopAt(cursor, at, length, "This line belongs to the block of the line above: indent it further");
  } else if (blank.startsWith(current)) {
    if (expected) lines.indents.push(blank);
    else stopAt(cursor, at, length, "This line is indented further than the one above, which opens no block");
  } else if (current.startsWith(blank)) {
    while ((lines.indents.at(-1) ?? "").length > blank.length) lines.indents.pop();
    if (expected) stopAt(cursor, at, length, "This line belongs to the block of the line above: indent it further");
    else if (lines.indents.at(-1) !== blank)
      stopAt(cursor, at, length, "The indent of this line is that of no block around it");
  } else stopAt(cursor, at, length, "Tabs and blanks are mixed in the indents: use blanks alone");
}

const compound: ReadonlySet<string> = new Set(
  "def class if elif else for while with try except finally async".split(" "),
);

function endLine(cursor: Cursor, line: Line, lines: Lines): void {
  const open = line.brackets.at(-1);
  if (open !== undefined) {
    stopAt(cursor, open.at, 1, `This \`${open.open}\` is never closed`);
    return;
  }
  if (line.colon === undefined && line.first !== undefined && compound.has(line.first))
    stopAt(cursor, line.start, line.first.length, `A line that begins with \`${line.first}\` needs a \`:\``);
  else if (line.endsInColon) lines.opensBlock = line.colon;
}

const keywords: ReadonlySet<string> = new Set(
  `and as assert async await break class continue def del elif else except finally for from global if import in is lambda
  nonlocal not or pass raise return try while with yield match case type`
    .trim()
    .split(/\s+/),
);

const closers: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/** Reads one token, or what stands between two. */
function readToken(cursor: Cursor, line: Line): void {
  const { text, at } = cursor;
  const c = text[at] ?? "";
  if (/[\s\f]/.test(c)) {
    cursor.at++;
    return;
  }
  if (c === "#") {
    cursor.at = text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at);
    return;
  }
  if (c === "\\") {
    if (text[at + 1] === "\n") cursor.at += 2;
    else stopAt(cursor, at, 1, "Nothing may follow a `\\` that continues a line");
    return;
  }
  line.endsInColon = false;
  if (isStringStart(text, at)) readString(cursor, line);
  else if (/[\d]/.test(c) || (c === "." && /\d/.test(text[at + 1] ?? ""))) readNumber(cursor, line);
  else if (/^[\p{ID_Start}_]/u.test(text.slice(at, at + 2))) readName(cursor, line);
  else readOperator(cursor, line, c);
}

function readString(cursor: Cursor, line: Line): void {
  if (line.last === "name" || line.last === "number" || line.last === "close") {
    stopAt(cursor, cursor.at, 1, "A text can't follow here: an operator, a comma or a bracket is missing before it");
    return;
  }
  skipString(cursor);
  line.last = "string";
  line.first ??= '"';
}

const numbers =
  /(?:0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[jJ]?)/y;

function readNumber(cursor: Cursor, line: Line): void {
  const { at, text } = cursor;
  numbers.lastIndex = at;
  const found = numbers.exec(text)?.[0] ?? text[at] ?? "";
  const after = /^[\p{ID_Start}_][\p{ID_Continue}]*/u.exec(text.slice(at + found.length))?.[0];
  if (after !== undefined && !keywords.has(after))
    stopAt(cursor, at, found.length + after.length, `\`${found}${after}\` is neither a number nor a name`);
  else if (/^0[\d_]*[1-9][\d_]*$/.test(found))
    stopAt(cursor, at, found.length, "A number has no leading zeros; an octal one begins with `0o`");
  else if (isOperand(line.last)) refuseOperand(cursor, line, found);
  else cursor.at += found.length;
  line.last = "number";
  line.first ??= found;
}

function readName(cursor: Cursor, line: Line): void {
  const name = /^[\p{ID_Start}_][\p{ID_Continue}]*/u.exec(cursor.text.slice(cursor.at))?.[0] ?? "";
  const isKeyword = keywords.has(name);
  if (!isKeyword && isOperand(line.last)) refuseOperand(cursor, line, name);
  else cursor.at += name.length;
  line.last = isKeyword ? "word" : "name";
  line.first ??= name;
}

function isOperand(last: Line["last"]): boolean {
  return last === "name" || last === "number" || last === "string" || last === "close";
}

/** Two operands side by side; where a line ends between them inside a bracket, the bracket is the more likely mistake. */
function refuseOperand(cursor: Cursor, line: Line, name: string): void {
  const { text, at } = cursor;
  const open = line.brackets.at(-1);
  const isNewLine = /\n\s*$/.test(text.slice(line.start, at));
  if (open !== undefined && isNewLine)
    stopAt(cursor, open.at, 1, `This \`${open.open}\` is never closed, or a comma is missing before \`${name}\``);
  else
    stopAt(
      cursor,
      at,
      name.length,
      `\`${name}\` can't follow here: an operator, a comma or a bracket is missing before it`,
    );
}

function readOperator(cursor: Cursor, line: Line, c: string): void {
  const { at, text } = cursor;
  line.first ??= c;
  line.last = "other";
  cursor.at++;
  if (c === "(" || c === "[" || c === "{") line.brackets.push({ open: c, at });
  else if (Object.hasOwn(closers, c)) {
    const open = line.brackets.pop();
    if (open === undefined) stopAt(cursor, at, 1, `This \`${c}\` closes nothing`);
    else if (open.open !== closers[c])
      stopAt(cursor, at, 1, `This \`${c}\` comes where the \`${open.open}\` before it is still open`);
    line.last = "close";
  } else if (c === ":" && line.brackets.length === 0) {
    line.colon = at;
    line.endsInColon = true;
  } else if (c === ";" && line.brackets.length > 0) stopAt(cursor, at, 1, "A `;` can't stand inside brackets");
  else if (c === "!" && text[at + 1] !== "=") stopAt(cursor, at, 1, "`!` means nothing here: Python writes `not`");
  else if (!"+-*/%@&|^~<>=!.,:;".includes(c)) stopAt(cursor, at, 1, `\`${c}\` means nothing in Python here`);
}
