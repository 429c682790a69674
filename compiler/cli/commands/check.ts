// hubc check: all that is wrong with a program. Diagnostics are what was asked for, so they are the standard output.

import type { ParsedArguments } from "../arguments.ts";
import type { Command } from "../command.ts";
import { exitCode, type Io } from "../io.ts";
import { requireSelected, selectionOf, selectionOptions } from "../selection.ts";

export const checkCommand: Command = {
  name: "check",
  summary: "Find what is wrong with a program; write nothing.",
  details: [
    "PATH is a folder with .hub files, or one .hub file, which is then the whole program. Without PATH it is the",
    "nearest folder upwards with a `project`, else this one.",
  ],
  arguments: [{ name: "PATH", doc: "A folder or a .hub file." }],
  options: [
    { name: "on", value: "DATE", doc: "The date that the check is for: 2026-10-05. Today, unless given." },
    {
      name: "format",
      value: "FORMAT",
      choices: ["text", "json"],
      doc: "How to print what is found. text, unless given.",
    },
    ...selectionOptions,
  ],
  examples: ["hubc check", "hubc check courses/data8 --on 2026-10-05", "hubc check --format json"],
  run: runCheck,
};

async function runCheck(parsed: ParsedArguments, io: Io): Promise<number> {
  const [{ check }, { loadProgram, pathFrom }, { buildDate }, { sortDiagnostics }, { countDiagnostics, summaryText }] =
    await Promise.all([
      import("../../compile.ts"),
      import("../load-program.ts"),
      import("../build-date.ts"),
      import("../../diagnostics/diagnostic.ts"),
      import("../../diagnostics/summary.ts"),
    ]);
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
    const { renderText } = await import("../../diagnostics/render-text.ts");
    const { paletteFor } = await import("../colours.ts");
    io.stdout(renderText(diagnostics, { palette: paletteFor(io, "stdout"), pathOf: pathFrom(io.cwd, program) }));
    io.stderr(`${summaryText(counts)}\n`);
  }
  return counts.errors > 0 ? exitCode.found : exitCode.fine;
}
