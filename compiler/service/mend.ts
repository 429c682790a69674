// Applies the fixes of a program's findings, as often as a fix uncovers another finding that has one.

import { type CompileOptions, check, type Sources } from "../check.ts";
import type { Diagnostic, Fix, TextEdit } from "../diagnostics/diagnostic.ts";
import { createSourceFile, type SourceFile } from "../text/source-file.ts";
import { touch } from "./fix-edits.ts";

export interface Mended {
  /** The program after all fixes. */
  readonly sources: Sources;
  /** The files whose text is another one now, as they are after all fixes. */
  readonly changed: readonly SourceFile[];
  /** What was mended, in the order in which it was. */
  readonly mended: readonly Diagnostic[];
}

/** A fix can uncover a finding with a fix of its own; deeper than this nothing sensible goes. */
const MOST_ROUNDS = 10;

/**
 * Applies the fix of every finding that has exactly one; where there are several, the choice is a person's. Fixes that touch the
 * same text wait for the next round. A fix that does not make its finding go away is not applied a second time.
 */
export function mend(sources: Sources, options: CompileOptions): Mended {
  const mended: Diagnostic[] = [];
  const tried = new Set<string>();
  let current = sources;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { diagnostics } = check(current, options);
    const chosen = withoutOverlaps(diagnostics, current, tried);
    if (chosen.length === 0) break;
    current = applyEdits(
      current,
      chosen.flatMap(({ fix }) => fix.edits),
    );
    mended.push(...chosen.map(({ diagnostic }) => diagnostic));
  }
  const before = new Map(sources.files.map((file) => [file.path, file.text]));
  return { sources: current, changed: current.files.filter((file) => before.get(file.path) !== file.text), mended };
}

/** The sources with the edits applied. Edits do not overlap, and are of files of the sources. */
export function applyEdits(sources: Sources, edits: readonly TextEdit[]): Sources {
  const files = sources.files.map((file) => {
    const own = edits.filter(({ span }) => span.file === file).sort((a, b) => b.span.start - a.span.start);
    if (own.length === 0) return file;
    const text = own.reduce(
      (done, { span, text }) => done.slice(0, span.start) + text + done.slice(span.end),
      file.text,
    );
    return createSourceFile(file.path, text);
  });
  return { ...sources, files };
}

interface Chosen {
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
}

function withoutOverlaps(diagnostics: readonly Diagnostic[], sources: Sources, tried: Set<string>): readonly Chosen[] {
  const own = new Set(sources.files);
  const taken: TextEdit[] = [];
  const chosen: Chosen[] = [];
  for (const diagnostic of diagnostics) {
    const [fix, ...others] = diagnostic.fixes;
    if (fix === undefined || others.length > 0) continue;
    const isFree = fix.edits.every((edit) => own.has(edit.span.file) && !taken.some((other) => touch(edit, other)));
    const key = keyOf(diagnostic, fix);
    if (!isFree || tried.has(key)) continue;
    tried.add(key);
    taken.push(...fix.edits);
    chosen.push({ diagnostic, fix });
  }
  return chosen;
}

function keyOf({ code, message, span }: Diagnostic, { title, edits }: Fix): string {
  return JSON.stringify([
    code,
    message,
    span.file.path,
    title,
    edits.map(({ span: { start }, text }) => [start, text]),
  ]);
}
