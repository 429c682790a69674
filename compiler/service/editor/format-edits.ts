// Formatting for editors: not the new text of the file but the lines that change, so that cursors, folds and marks stay.

import { format } from "../../format/format.ts";
import type { Range } from "../../syntax/tree.ts";
import { createSourceFile, lineIndexAt, lineText, type SourceFile } from "../../text/source-file.ts";
import { changedLines, type LineChange } from "./changed-lines.ts";

/** A replacement of a stretch of the file. */
export interface FormatEdit extends Range {
  readonly text: string;
}

/** The edits that lay out the file, or the lines of it that `within` touches; in order and without overlaps. */
export function formatEdits(file: SourceFile, within?: Range): readonly FormatEdit[] {
  const changes = formatChanges(file);
  if (within === undefined) return changes.map((change) => editOf(file, change));
  const first = lineIndexAt(file, within.start);
  const last = lineIndexAt(file, Math.max(within.start, within.end - 1));
  return changes.filter((change) => touches(change, first, last)).map((change) => editOf(file, change));
}

/** What to lay out after `typed`, which ends at `offset`: after `}` the block that it closes, after a line end the line before. */
export function formatOnType(file: SourceFile, offset: number, typed: string): readonly FormatEdit[] {
  const line = lineIndexAt(file, offset);
  if (typed === "}") {
    const start = openingLine(file, offset);
    if (start === undefined) return [];
    return formatChanges(file)
      .filter(({ from, to }) => from >= start && to > start && from <= line && to <= line + 1)
      .map((change) => editOf(file, change));
  }
  if (typed !== "\n" || line === 0) return [];
  return formatChanges(withoutBlank(file, line))
    .filter(({ from, to }) => from < line && to === line)
    .map((change) => editOf(file, change));
}

/** The file without a line that has just been begun, which would be taken for one too many. */
function withoutBlank(file: SourceFile, line: number): SourceFile {
  if (lineText(file, line).trim() !== "") return file;
  const { path, text, lineStarts } = file;
  const [start = text.length, end = text.length] = [lineStarts[line], lineStarts[line + 1]];
  return createSourceFile(path, text.slice(0, start) + text.slice(end));
}

function formatChanges(file: SourceFile): readonly LineChange[] {
  const formatted = format(file);
  return formatted.changed ? changedLines(file.text, formatted.text) : [];
}

function editOf(file: SourceFile, { from, to, lines }: LineChange): FormatEdit {
  const start = file.lineStarts[from] ?? file.text.length;
  const end = file.lineStarts[to] ?? file.text.length;
  return { start, end, text: lines.join("") };
}

function touches({ from, to }: LineChange, first: number, last: number): boolean {
  return from === to ? from > first && from <= last : from <= last && to > first;
}

/** The line with the brace that the one before `offset` closes. Braces in texts and comments are passed over. */
function openingLine(file: SourceFile, offset: number): number | undefined {
  const open: number[] = [];
  for (const match of file.text.matchAll(/"""[\s\S]*?"""|"(?:[^"\\\n\r]|\\.)*"|#[^\n\r]*|[{}]/g)) {
    if (match.index >= offset) return undefined;
    if (match[0] === "{") open.push(match.index);
    else if (match[0] === "}") {
      const start = open.pop();
      if (match.index === offset - 1) return start === undefined ? undefined : lineIndexAt(file, start);
    }
  }
  return undefined;
}
