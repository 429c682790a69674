// The whole pipeline: texts in, files and diagnostics out. No clock, disk, network or console.

import { type Checked, type CompileOptions, check, type Sources } from "./check.ts";
import type { OutputFile } from "./output/output-file.ts";
import { type EmitOptions, emit } from "./targets/emit.ts";

export interface Compiled extends Checked {
  /** In order of path; empty where there are errors. */
  readonly files: readonly OutputFile[];
}

/** Checks a program and, where it has no errors, compiles it. */
export function compile(sources: Sources, options: CompileOptions): Compiled {
  const { diagnostics, model } = check(sources, options);
  return { diagnostics, model, files: model ? emit(model, emitOptions(sources, options)) : [] };
}

/** What emitting needs to know beside the model. */
export function emitOptions(
  { readYaml, readTemplate }: Sources,
  { hub, stage }: Pick<CompileOptions, "hub" | "stage">,
): EmitOptions {
  return {
    ...(hub === undefined ? {} : { hub }),
    ...(stage === undefined ? {} : { stage }),
    ...(readYaml === undefined ? {} : { readYaml }),
    ...(readTemplate === undefined ? {} : { readTemplate }),
  };
}
