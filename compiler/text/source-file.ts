// A source text and its line map. Offsets are used everywhere inside; lines and columns appear only where people read them.

/** One source text. `path` is relative to the project's root with `/` as separator; offsets count UTF-16 code units. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Offset of the first character of each line; computed on first use. */
  readonly lineStarts: readonly number[];
}

/** A place as people write it: lines and columns count from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Makes a source file; its line map is computed when it is first asked for. */
export function createSourceFile(path: string, text: string): SourceFile {
  let lineStarts: readonly number[] | undefined;
  return {
    path,
    text,
    get lineStarts() {
      lineStarts ??= computeLineStarts(text);
      return lineStarts;
    },
  };
}

/** The position of `offset`, which may be the end of the text. */
export function positionAt(file: SourceFile, offset: number): Position {
  const line = lineIndexAt(file, offset);
  return { line: line + 1, column: offset - (file.lineStarts[line] ?? 0) + 1 };
}

/** The index (from 0) of the line that holds `offset`. */
export function lineIndexAt(file: SourceFile, offset: number): number {
  const starts = file.lineStarts;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The text of a line (index from 0), without its line end. */
export function lineText(file: SourceFile, line: number): string {
  const start = file.lineStarts[line] ?? file.text.length;
  const end = file.lineStarts[line + 1] ?? file.text.length;
  return file.text.slice(start, end).replace(/[\r\n]+$/, "");
}

function computeLineStarts(text: string): number[] {
  const starts = [0];
  const pattern = /\r\n|\n|\r/g;
  while (pattern.exec(text)) starts.push(pattern.lastIndex);
  return starts;
}
