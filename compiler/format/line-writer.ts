// Lines while they are written: indentation, text and the comment at the end, which is put into a column last.

/** Blanks an indent level. */
const indentWidth = 2;

interface Line {
  indent: number;
  text: string;
  comment: string | undefined;
  readonly verbatim: boolean;
}

/** The lines written so far; the last one is being written. */
export interface LineWriter {
  readonly lines: Line[];
}

/** A writer with no lines. */
export function createLineWriter(): LineWriter {
  return { lines: [] };
}

/** Begins a line; one that holds nothing yet is used for it. */
export function beginLine(writer: LineWriter, indent: number): void {
  writer.lines.push({ indent, text: "", comment: undefined, verbatim: false });
}

/** Adds an empty line. */
export function writeBlankLine(writer: LineWriter): void {
  writer.lines.push({ indent: 0, text: "", comment: undefined, verbatim: false });
}

/** Adds to the line being written. */
export function write(writer: LineWriter, text: string): void {
  currentLine(writer).text += text;
}

/** Puts a comment at the end of the line being written; nothing may be written on that line afterwards. */
export function writeComment(writer: LineWriter, comment: string | undefined): void {
  if (comment !== undefined) currentLine(writer).comment = comment;
}

/** Adds whole lines that stay as they are; `text` has no line end at its end. */
export function writeVerbatim(writer: LineWriter, text: string): void {
  writer.lines.push({ indent: 0, text, comment: undefined, verbatim: true });
}

/** The line being written. */
export function currentLine(writer: LineWriter): Line {
  const last = writer.lines.at(-1);
  if (last) return last;
  const first = { indent: 0, text: "", comment: undefined, verbatim: false };
  writer.lines.push(first);
  return first;
}

/** The column, from 0, that the next character gets. */
export function column(writer: LineWriter): number {
  const { indent, text } = currentLine(writer);
  const lineFeed = text.lastIndexOf("\n");
  return lineFeed < 0 ? indent * indentWidth + text.length : text.length - lineFeed - 1;
}

/** The width of an indent of so many levels. */
export function widthOfIndent(levels: number): number {
  return levels * indentWidth;
}

/** The text of all lines, each ended by a line feed. Comments on adjacent lines of one block stand in a column. */
export function textOfLines(writer: LineWriter): string {
  const { lines } = writer;
  let text = "";
  for (let at = 0; at < lines.length; ) {
    const end = endOfCommentRun(lines, at);
    const run = lines.slice(at, end);
    const width = run.reduce((widest, line) => Math.max(widest, line.text.length), 0);
    for (const line of run) text += `${textOfLine(line, width)}\n`;
    at = end;
  }
  return text;
}

function endOfCommentRun(lines: readonly Line[], start: number): number {
  const first = lines[start];
  let end = start + 1;
  if (first?.comment === undefined || first.text.includes("\n")) return end;
  for (let line = lines[end]; line?.comment !== undefined; line = lines[++end]) {
    if (line.indent !== first.indent || line.text.includes("\n")) break;
  }
  return end;
}

function textOfLine(line: Line, width: number): string {
  if (line.verbatim) return line.text;
  const indent = line.text === "" && line.comment === undefined ? "" : " ".repeat(line.indent * indentWidth);
  if (line.comment === undefined) return indent + line.text.trimEnd();
  const lastLine = line.text.length - 1 - line.text.lastIndexOf("\n");
  const padding = line.text.includes("\n") ? 2 : width - lastLine + 2;
  return `${indent}${line.text.trimEnd()}${" ".repeat(padding)}${line.comment}`;
}
