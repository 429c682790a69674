// One slip can break a line in several ways at once. Of the syntax errors on one line the most telling is kept; the others
// come back, if they are mistakes of their own, once that one is mended.

import { type Diagnostic, diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { lineIndexAt, type SourceFile } from "../text/source-file.ts";
import * as structure from "./structure-diagnostics.ts";
import * as messages from "./syntax-diagnostics.ts";

/** After this many syntax errors in one file the rest are not listed. */
const maximumErrors = 100;

/** Errors whose place is that of the opening, so that a second one on its line says something else. */
const openings = new Set([
  structure.unclosedBlock.code,
  structure.unclosedBracket.code,
  messages.unterminatedText.code,
  structure.missingBrace.code,
]);

/** Errors of which a line may hold several, each small and plain by itself. */
const repeatable = new Set([messages.badEscape.code, messages.badInterpolation.code, messages.impossibleDate.code]);

export interface SyntaxErrors {
  readonly add: Report;
  /** What is kept, in order of place. */
  readonly sorted: () => readonly Diagnostic[];
}

/** Collects the syntax errors of one file. */
export function oneErrorALine(file: SourceFile): SyntaxErrors {
  const lines = new Map<number, Diagnostic[]>();
  const add = (diagnostic: Diagnostic) => {
    const line = lineIndexAt(file, diagnostic.span.start);
    const kept = lines.get(line);
    if (kept === undefined) lines.set(line, [diagnostic]);
    else merge(kept, diagnostic);
  };
  return { add, sorted: () => sorted([...lines.values()].flat(), file) };
}

/** An opening comes before all else, a date that is written well last, else what stands first. */
function merge(kept: Diagnostic[], added: Diagnostic): void {
  const [first] = kept;
  if (first === undefined) return;
  if (first.code === added.code && repeatable.has(first.code)) kept.push(added);
  else if (rank(added) < rank(first) || (rank(added) === rank(first) && added.span.start < first.span.start)) {
    kept.splice(0, kept.length, added);
  }
}

function rank({ code }: Diagnostic): number {
  if (openings.has(code)) return 0;
  return code === messages.impossibleDate.code ? 2 : 1;
}

function sorted(found: readonly Diagnostic[], file: SourceFile): readonly Diagnostic[] {
  const all = [...found].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const next = all[maximumErrors];
  if (next === undefined) return all;
  const more = diagnose(messages.tooManyErrors, { limit: maximumErrors }, { span: { ...next.span, file } });
  return [...all.slice(0, maximumErrors), more];
}
