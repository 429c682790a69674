// The pipeline, a line a phase: texts in, files and diagnostics out. No clock, disk, network or console.

import { type Diagnostic, type Report, sortDiagnostics } from "./diagnostics/diagnostic.ts";
import { rootCauses } from "./diagnostics/root-causes.ts";
import { buildModel } from "./model/build-model.ts";
import { evaluate } from "./model/evaluate.ts";
import type { Model } from "./model/model.ts";
import { bind, type Program } from "./names/bind.ts";
import type { OutputFile } from "./output/output-file.ts";
import { rules } from "./rules/rules.ts";
import { standardLibrary } from "./standard-library.ts";
import { parse } from "./syntax/parse.ts";
import type { SyntaxTree } from "./syntax/tree.ts";
import { emit } from "./targets/emit.ts";
import type { Day } from "./text/calendar.ts";
import { createSourceFile, type SourceFile } from "./text/source-file.ts";

/** Everything a program is made of. */
export interface Sources {
  readonly files: readonly SourceFile[];
  /** Texts that `file("…")` names, by path relative to the project's root; absent where there is no such file. */
  readonly assets: ReadonlyMap<string, string>;
}

export interface CompileOptions {
  /** The date that the build is for. */
  readonly on: Day;
  /** Only this hub, and only this stage, where given. */
  readonly hub?: string;
  readonly stage?: string;
}

export interface Checked {
  /** In order of file and place. */
  readonly diagnostics: readonly Diagnostic[];
  /** Absent where there are errors. */
  readonly model: Model | undefined;
}

export interface Compiled extends Checked {
  /** In order of path; empty where there are errors. */
  readonly files: readonly OutputFile[];
}

/** Checks a program; writes nothing. */
export function check(sources: Sources, options: CompileOptions): Checked {
  const found: Diagnostic[] = [];
  const report: Report = (diagnostic) => found.push(diagnostic);
  const trees = sources.files.map((file) => parse(file, report));
  const program = bind(trees, standardTrees(), report);
  const model = modelOf(program, sources, options, report);
  for (const rule of rules) rule.check(model, report);
  const diagnostics = rootCauses(sortDiagnostics(found));
  return { diagnostics, model: diagnostics.some(({ severity }) => severity === "error") ? undefined : model };
}

/** Checks a program and, where it has no errors, compiles it. */
export function compile(sources: Sources, options: CompileOptions): Compiled {
  const { diagnostics, model } = check(sources, options);
  return { diagnostics, model, files: model ? emit(model, options) : [] };
}

function modelOf(program: Program, sources: Sources, options: CompileOptions, report: Report): Model {
  const fallback = { file: sources.files[0] ?? createSourceFile("project.hub", ""), start: 0, end: 0 };
  return buildModel(evaluate(program, sources.assets, report), options.on, fallback, report);
}

let parsedLibrary: readonly SyntaxTree[] | undefined;

/** The standard library is parsed once; that it has no errors is a test. */
function standardTrees(): readonly SyntaxTree[] {
  parsedLibrary ??= standardLibrary.map((file) => parse(file, () => {}));
  return parsedLibrary;
}
