// A check or a compilation for a command, with no more of the compiler than the program needs: most bring nothing that the targets have to
// judge, and one with errors has nothing to write.

import type { Compiled } from "../compile.ts";
import { type CompileOptions, type Examined, examine, type Kept, type Sources } from "../examine.ts";
import type { Model } from "../model/model.ts";

export interface CheckingProgram extends Kept {
  /** It was deployed, so whether it fits is not asked. */
  readonly wasDeployed?: boolean;
}

/** Checks a program. What judges parts of its own is loaded where it has some. */
export async function checkProgram(
  sources: Sources,
  options: CompileOptions,
  { wasDeployed = false, ...kept }: CheckingProgram = {},
): Promise<Examined> {
  const isLong = !wasDeployed && sources.files.reduce((sum, { text }) => sum + text.length, 0) >= LONG;
  if (!isLong && !sources.files.some(({ text }) => mayBringParts.test(text))) {
    const examined = examine(sources, options, kept);
    if (examined.needsJudge === undefined || (examined.needsJudge === "size" && wasDeployed)) return examined;
  }
  const { check } = await import("../check.ts");
  return check(sources, options, kept);
}

/** Characters from which on a program may have so much that its values are judged for their size: then nothing is done twice. */
const LONG = 50_000;

/** Checks a program and, where it has no errors, compiles it: what `compile` gives. */
export async function compileProgram(sources: Sources, options: CompileOptions): Promise<Compiled> {
  const { diagnostics, model } = await checkProgram(sources, options);
  if (model === undefined) return { diagnostics, model, files: [] };
  const { emit } = await import("../targets/emit.ts");
  return { diagnostics, model, files: emit(model, { ...sources, ...options }) };
}

/** Checks a program and, where it has no errors, makes what of it reaches a cluster. `locked` gives the model that its lock fixes. */
export async function compileDeployed(
  sources: Sources,
  options: CompileOptions,
  { locked = (model) => model, ...checking }: CheckingProgram & { readonly locked?: (model: Model) => Model } = {},
): Promise<Compiled> {
  const { diagnostics, model: checked } = await checkProgram(sources, options, checking);
  if (checked === undefined) return { diagnostics, model: undefined, files: [] };
  const model = locked(checked);
  const { deployedFiles } = await import("../targets/deployed-files.ts");
  return { diagnostics, model, files: deployedFiles(model, { ...sources, ...options }) };
}

/** Settings of parts of one's own. What it misses is found by the check; what it finds for nothing is only loaded for nothing. */
const mayBringParts = /\b(values|config|manifests|pages)\s*[={]|\bpython\s*=\s*("""|file\b)/;
