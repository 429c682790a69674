// Applies the fixes of a program's findings, as often as a fix uncovers another finding that has one. Whatever is applied is
// checked again: a fix that leaves as much wrong as before is taken back.

import { check } from "../check.ts";
import type { Diagnostic, Fix, Severity, TextEdit } from "../diagnostics/diagnostic.ts";
import type { CompileOptions, Examined, Sources } from "../examine.ts";
import { append } from "../text/many.ts";
import { createSourceFile, type SourceFile } from "../text/source-file.ts";
import { compareSpans } from "../text/span.ts";

export interface Mended {
  /** The program after all fixes. */
  readonly sources: Sources;
  /** The files whose text is another one now, as they are after all fixes. */
  readonly changed: readonly SourceFile[];
  /** What was mended, in the order in which it was. */
  readonly mended: readonly Chosen[];
}

/** A finding, and the fix of it that is applied. */
export interface Chosen {
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
}

/** A fix can uncover a finding with a fix of its own; deeper than this nothing sensible goes. */
const MOST_ROUNDS = 10;

/** A program and what is wrong with it. */
interface State {
  readonly sources: Sources;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Applies the fix of every finding that has exactly one which applies always; what is a choice is a person's. Fixes that touch the
 * same text wait for the next round. A fix is kept only if there is less wrong with the program afterwards.
 */
export function mend(sources: Sources, options: CompileOptions): Mended {
  const look = (sources: Sources): State => ({ sources, diagnostics: check(sources, options).diagnostics });
  const mended: Chosen[] = [];
  const tried = new Set<string>();
  let state = look(sources);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const chosen = applicable(state).filter((chosen) => !tried.has(keyOf(chosen)));
    if (chosen.length === 0) break;
    for (const one of chosen) tried.add(keyOf(one));
    const kept = helpful(state, chosen, look);
    if (kept.length === 0) continue;
    append(mended, kept);
    state = look(applied(state, kept));
  }
  const before = new Map(sources.files.map((file) => [file.path, file.text]));
  const changed = state.sources.files.filter((file) => before.get(file.path) !== file.text);
  return { sources: state.sources, changed, mended };
}

/**
 * The edits of one file that `mend` would make first, in order of place: all at once for an editor, which has what they uncover
 * mended when it is asked again. Nothing for an older text of the file.
 */
export function mendingEdits({ sources, diagnostics, options }: Examined, file: SourceFile): readonly TextEdit[] {
  if (!sources.files.includes(file)) return [];
  const look = (sources: Sources): State => ({ sources, diagnostics: check(sources, options).diagnostics });
  const state = { sources, diagnostics };
  const kept = helpful(state, applicable(state, file.path), look);
  return kept.flatMap(({ fix }) => fix.edits).sort((a, b) => compareSpans(a.span, b.span));
}

/** The findings that can be mended at once: their fixes are certain, in the file that the finding is about, and touch no other. */
function applicable({ diagnostics, sources }: State, path?: string): readonly Chosen[] {
  const own = new Set(sources.files);
  const taken: TextEdit[] = [];
  const chosen: Chosen[] = [];
  for (const diagnostic of diagnostics) {
    const [fix, ...others] = diagnostic.fixes;
    const { file } = diagnostic.span;
    if (fix?.applies !== "always" || others.length > 0 || !own.has(file)) continue;
    if (path !== undefined && file.path !== path) continue;
    const isFree = fix.edits.every((edit) => edit.span.file === file && !taken.some((other) => touch(edit, other)));
    if (!isFree) continue;
    append(taken, fix.edits);
    chosen.push({ diagnostic, fix });
  }
  return chosen;
}

/** Two edits touch where they overlap or meet: what two insertions at one place give depends on their order. */
function touch({ span: a }: TextEdit, { span: b }: TextEdit): boolean {
  if (a.file.path !== b.file.path) return false;
  return a.start <= b.end && b.start <= a.end;
}

/** Those of the chosen fixes that leave less wrong. All at once where all do; else in halves, down to each for itself. */
function helpful(state: State, chosen: readonly Chosen[], look: (sources: Sources) => State): readonly Chosen[] {
  const kept: Chosen[] = [];
  let current = state.diagnostics;
  const attempt = (some: readonly Chosen[]): void => {
    const after = look(applied(state, [...kept, ...some]));
    if (isLess(after.diagnostics, current, some) || uncoversLess(after, current, { some, look })) {
      append(kept, some);
      current = after.diagnostics;
    } else if (some.length > 1) {
      const middle = Math.ceil(some.length / 2);
      attempt(some.slice(0, middle));
      attempt(some.slice(middle));
    }
  };
  for (const severity of ["error", "warning", "info"] as const) {
    const some = chosen.filter(({ diagnostic }) => diagnostic.severity === severity);
    if (some.length > 0) attempt(some);
  }
  return kept;
}

/** Is as much less wrong as was mended? All of `mended` are of one severity. */
function isLess(after: readonly Diagnostic[], before: readonly Diagnostic[], mended: readonly Chosen[]): boolean {
  const severity = mended[0]?.diagnostic.severity ?? "error";
  const graver: readonly Severity[] = { error: [], warning: ["error"] as const, info: ["error", "warning"] as const }[
    severity
  ];
  const fewer = (severity: Severity): number => count(before, severity) - count(after, severity);
  return graver.every((severity) => fewer(severity) >= 0) && fewer(severity) >= mended.length;
}

function count(diagnostics: readonly Diagnostic[], severity: Severity): number {
  return diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
}

/** A fix may uncover what was hidden: is less wrong once that is mended too, as far as it can be? */
function uncoversLess(after: State, before: readonly Diagnostic[], { some, look }: Attempt): boolean {
  const known = new Set(before.map(nameOf));
  let state = after;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const uncovered = applicable(state).filter(({ diagnostic }) => !known.has(nameOf(diagnostic)));
    if (uncovered.length === 0) return false;
    state = look(applied(state, uncovered));
    if (isLess(state.diagnostics, before, some)) return true;
  }
  return false;
}

interface Attempt {
  readonly some: readonly Chosen[];
  readonly look: (sources: Sources) => State;
}

function nameOf({ code, message, span }: Diagnostic): string {
  return JSON.stringify([code, message, span.file.path]);
}

function applied({ sources }: State, chosen: readonly Chosen[]): Sources {
  return applyEdits(
    sources,
    chosen.flatMap(({ fix }) => fix.edits),
  );
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

function keyOf({ diagnostic: { code, message, span }, fix: { title, edits } }: Chosen): string {
  const places = edits.map(({ span: { start }, text }) => [start, text]);
  return JSON.stringify([code, message, span.file.path, title, places]);
}
