// hubc check: all that is wrong with a program. Diagnostics are what was asked for, so they are the standard output.

import { type Diagnostic, sortDiagnostics } from "../../diagnostics/diagnostic.ts";
import { countDiagnostics, summaryText } from "../../diagnostics/summary.ts";
import type { LoadedProgram } from "../../node/load-sources.ts";
import type { SourceFile } from "../../text/source-file.ts";
import type { ParsedArguments } from "../arguments.ts";
import { buildDate } from "../build-date.ts";
import { CannotRun } from "../cannot-run.ts";
import { checkProgram } from "../check-program.ts";
import { paletteFor } from "../colours.ts";
import { exitCode, type Io } from "../io.ts";
import { loadProgram, pathFrom } from "../load-program.ts";
import type { MendingMode } from "../mend-program.ts";
import { requireSelected, selectionOf } from "../selection.ts";

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  const selection = selectionOf(parsed);
  const on = buildDate(parsed.values.get("on"), io.now);
  let program = await loadProgram(parsed.positionals[0], io.cwd);
  const mode = mendingMode(parsed);
  if (mode !== undefined) {
    const { mendProgram } = await import("../mend-program.ts");
    program = await mendProgram(program, { on, ...selection }, { io, mode });
  }
  const checked = await checkProgram(program.sources, { on, ...selection });
  if (checked.model !== undefined) requireSelected(checked.model, selection);
  const diagnostics = sortDiagnostics([...program.diagnostics, ...checked.diagnostics]);
  const counts = countDiagnostics(diagnostics);
  if (mode !== "diff") io.stdout(await render(diagnostics, parsed.values.get("format") ?? "text", { io, program }));
  if (parsed.values.get("format") !== "json") io.stderr(`${summaryText(counts)}\n`);
  return counts.errors > 0 ? exitCode.found : exitCode.fine;
}

/** What `--fix` and what goes with it ask for. @throws CannotRun where they don't fit together. */
function mendingMode({ switches, values }: ParsedArguments): MendingMode | undefined {
  for (const name of ["dry-run", "diff"]) {
    if (switches.has(name) && !switches.has("fix"))
      throw new CannotRun(`--${name} goes with --fix: without it, hubc check writes nothing anyway.`);
  }
  if (!switches.has("fix")) return undefined;
  if (!switches.has("diff")) return switches.has("dry-run") ? "dry-run" : "write";
  if (values.has("format")) throw new CannotRun("--diff prints a patch, and --format findings: leave one of them out.");
  return "diff";
}

async function render(
  diagnostics: readonly Diagnostic[],
  format: string,
  { io, program }: { readonly io: Io; readonly program: LoadedProgram },
): Promise<string> {
  const pathOf: (file: SourceFile) => string = pathFrom(io.cwd, program);
  if (format === "json") return (await import("../../diagnostics/render-json.ts")).renderJson(diagnostics);
  if (format === "github")
    return (await import("../../diagnostics/render-github.ts")).renderGithub(diagnostics, pathOf);
  if (format === "sarif") {
    const { renderSarif } = await import("../../diagnostics/render-sarif.ts");
    const { catalogue } = await import("../../catalogue.ts");
    const { VERSION } = await import("../../version.ts");
    return renderSarif(diagnostics, { pages: catalogue, version: VERSION, pathOf });
  }
  if (diagnostics.length === 0) return "";
  const { renderText } = await import("../../diagnostics/render-text.ts");
  return renderText(diagnostics, { palette: paletteFor(io, "stdout"), pathOf });
}
