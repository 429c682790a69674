// The whole pipeline: texts in, files and diagnostics out. No clock, disk, network or console.

import { check } from "./check.ts";
import type { Checked, CompileOptions, Sources } from "./examine.ts";
import type { OutputFile } from "./output/output-file.ts";
import { emit } from "./targets/emit.ts";

export interface Compiled extends Checked {
  /** In order of path; empty where there are errors. */
  readonly files: readonly OutputFile[];
}

/** Checks a program and, where it has no errors, compiles it. */
export function compile(sources: Sources, options: CompileOptions): Compiled {
  const { diagnostics, model } = check(sources, options);
  return { diagnostics, model, files: model ? emit(model, { ...sources, ...options }) : [] };
}
