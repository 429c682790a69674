// All fixes of a file as one change, for `source.fixAll` and for the command line: what can be mended in one go without a choice.

import type { Diagnostic, TextEdit } from "../diagnostics/diagnostic.ts";
import { compareSpans } from "../text/span.ts";

/**
 * The edits of every finding that has exactly one fix, in order of place. Where two fixes touch, the first finding's is taken and
 * the other left for the next time, since it was made for the text as it is.
 */
export function fixEdits(diagnostics: readonly Diagnostic[], path: string): readonly TextEdit[] {
  const taken: TextEdit[] = [];
  for (const { fixes } of diagnostics) {
    const [fix] = fixes;
    const edits = fix && fixes.length === 1 ? fix.edits : [];
    const isHere = edits.every(({ span }) => span.file.path === path);
    if (isHere && !edits.some((edit) => taken.some((other) => touch(edit, other)))) taken.push(...edits);
  }
  return taken.sort((a, b) => compareSpans(a.span, b.span));
}

/** Two edits touch where they overlap or meet: what two insertions at one place give depends on their order. */
export function touch({ span: a }: TextEdit, { span: b }: TextEdit): boolean {
  if (a.file.path !== b.file.path) return false;
  return a.start <= b.end && b.start <= a.end;
}
