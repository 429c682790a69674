// A check or a compilation for a command, with no more of the compiler than the program needs: most bring nothing that the targets have to
// judge, and one with errors has nothing to write.

import type { Compiled } from "../compile.ts";
import { type CompileOptions, type Examined, examine, type Sources } from "../examine.ts";

/** Checks a program. What judges parts of its own is loaded where it has some. */
export async function checkProgram(sources: Sources, options: CompileOptions): Promise<Examined> {
  if (!sources.files.some(({ text }) => mayBringParts.test(text))) {
    const examined = examine(sources, options, {});
    if (!examined.needsJudge) return examined;
  }
  const { check } = await import("../check.ts");
  return check(sources, options);
}

/** Checks a program and, where it has no errors, compiles it: what `compile` gives. */
export async function compileProgram(sources: Sources, options: CompileOptions): Promise<Compiled> {
  const { diagnostics, model } = await checkProgram(sources, options);
  if (model === undefined) return { diagnostics, model, files: [] };
  const { emit } = await import("../targets/emit.ts");
  return { diagnostics, model, files: emit(model, { ...sources, ...options }) };
}

/** Settings of parts of one's own. What it misses is found by the check; what it finds for nothing is only loaded for nothing. */
const mayBringParts = /\b(values|config|manifests|pages)\s*[={]|\bpython\s*=\s*("""|file\b)/;
