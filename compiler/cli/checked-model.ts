// What the commands that show something of a program share: its model, or what is wrong with it on the standard error.

import { type Diagnostic, sortDiagnostics } from "../diagnostics/diagnostic.ts";
import { countDiagnostics, summaryText } from "../diagnostics/summary.ts";
import type { CompileOptions } from "../examine.ts";
import type { Model } from "../model/model.ts";
import type { LoadedProgram } from "../node/load-sources.ts";
import { checkProgram } from "./check-program.ts";
import type { Io } from "./io.ts";
import { loadProgram } from "./load-program.ts";
import { textOptions } from "./text-options.ts";

/** The model of the program at `path`; none where it has errors, which have been shown. @throws CannotRun where there is no program. */
export async function checkedModel(
  path: string | undefined,
  options: CompileOptions,
  io: Io,
): Promise<Model | undefined> {
  const program = await loadProgram(path, io.cwd);
  const { diagnostics, model } = await checkProgram(program.sources, options);
  return (await showErrors(diagnostics, program, io)) > 0 ? undefined : model;
}

/** Shows the errors among a check's findings and those of loading; how many there are. */
export async function showErrors(diagnostics: readonly Diagnostic[], program: LoadedProgram, io: Io): Promise<number> {
  const errors = sortDiagnostics([...program.diagnostics, ...diagnostics]).filter(
    ({ severity }) => severity === "error",
  );
  if (errors.length > 0) {
    const { renderText } = await import("../diagnostics/render-text.ts");
    io.stderr(renderText(errors, textOptions(io, "stderr", program)));
    io.stderr(`${summaryText(countDiagnostics(errors))}\n`);
  }
  return errors.length;
}
