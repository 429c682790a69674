// Where something was written: a stretch of a source file.

import type { SourceFile } from "./source-file.ts";

/** From `start` up to, not including, `end`, as offsets into `file`. */
export interface Span {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** The span of anything that has offsets. */
export function spanOf(file: SourceFile, range: { readonly start: number; readonly end: number }): Span {
  return { file, start: range.start, end: range.end };
}

/** The order of spans in reports: by file, then by place. */
export function compareSpans(a: Span, b: Span): number {
  if (a.file.path !== b.file.path) return a.file.path < b.file.path ? -1 : 1;
  return a.start - b.start || a.end - b.end;
}
