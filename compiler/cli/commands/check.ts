// hubc check: all that is wrong with a program. Diagnostics are what was asked for, so they are the standard output.

import { check } from "../../check.ts";
import { sortDiagnostics } from "../../diagnostics/diagnostic.ts";
import { countDiagnostics, summaryText } from "../../diagnostics/summary.ts";
import type { ParsedArguments } from "../arguments.ts";
import { buildDate } from "../build-date.ts";
import { paletteFor } from "../colours.ts";
import { exitCode, type Io } from "../io.ts";
import { loadProgram, pathFrom } from "../load-program.ts";
import { requireSelected, selectionOf } from "../selection.ts";

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  const selection = selectionOf(parsed);
  const on = buildDate(parsed.values.get("on"), io.now);
  const program = loadProgram(parsed.positionals[0], io.cwd);
  const checked = check(program.sources, { on, ...selection });
  if (checked.model !== undefined) requireSelected(checked.model, selection);
  const diagnostics = sortDiagnostics([...program.diagnostics, ...checked.diagnostics]);
  const counts = countDiagnostics(diagnostics);
  if (parsed.values.get("format") === "json") {
    const { renderJson } = await import("../../diagnostics/render-json.ts");
    io.stdout(renderJson(diagnostics));
  } else {
    if (diagnostics.length > 0) {
      const { renderText } = await import("../../diagnostics/render-text.ts");
      io.stdout(renderText(diagnostics, { palette: paletteFor(io, "stdout"), pathOf: pathFrom(io.cwd, program) }));
    }
    io.stderr(`${summaryText(counts)}\n`);
  }
  return counts.errors > 0 ? exitCode.found : exitCode.fine;
}
