// hubc check --fix: the fixes of a program's findings, written into its files, each file whole or not at all.

import { join } from "node:path";
import type { CompileOptions } from "../check.ts";
import type { LoadedProgram } from "../node/load-sources.ts";
import { replaceFile } from "../node/replace-file.ts";
import { mend } from "../service/mend.ts";
import { CannotRun } from "./cannot-run.ts";
import type { Io } from "./io.ts";
import { pathFrom } from "./load-program.ts";

/** The program after its fixes. Says what was mended; with `dryRun` nothing is written. @throws CannotRun on a disk that refuses. */
export function mendProgram(
  program: LoadedProgram,
  options: CompileOptions,
  { io, dryRun }: { readonly io: Io; readonly dryRun: boolean },
): LoadedProgram {
  if (program.sourceProblems.length > 0) {
    io.stderr("nothing mended: a file could not be read to the letter\n");
    return program;
  }
  const { sources, changed, mended } = mend(program.sources, options);
  const pathOf = pathFrom(io.cwd, program);
  if (!dryRun) {
    for (const file of changed) {
      const failure = replaceFile(join(program.root, file.path), file.text);
      if (failure !== undefined) throw new CannotRun(`${pathOf(file)} can't be written: ${failure}.`);
    }
  }
  const verb = dryRun ? "would mend" : "mended";
  for (const { code, span, fixes } of mended) {
    io.stderr(`${verb} ${pathOf(span.file)}: ${fixes[0]?.title ?? ""} (${code})\n`);
  }
  return { ...program, sources };
}
