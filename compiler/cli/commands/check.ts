// hubc check: all that is wrong with a program. Diagnostics are what was asked for, so they are the standard output.

import { sortDiagnostics } from "../../diagnostics/diagnostic.ts";
import { countDiagnostics, failsBy, summaryText } from "../../diagnostics/summary.ts";
import type { ParsedArguments } from "../arguments.ts";
import { checkProgram } from "../check-program.ts";
import { CannotRun, exitCode, type Io } from "../io.ts";
import { buildDate, loadProgram, pathFrom } from "../load-program.ts";
import type { MendingMode } from "../mend-program.ts";
import { printFindings } from "../print-findings.ts";
import { requireSelected, selectionOf } from "../selection.ts";
import { docsOf } from "../text-options.ts";

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  if (!parsed.switches.has("watch")) return checkOnce(parsed, io);
  const { refuseWatching, runWatching } = await import("../watch.ts");
  refuseWatching(parsed.values.get("format"));
  if (parsed.switches.has("diff")) throw new CannotRun("--diff prints one patch: leave out --watch.");
  return runWatching(parsed.positionals[0], io, () => checkOnce(parsed, io));
}

async function checkOnce(parsed: ParsedArguments, io: Io): Promise<number> {
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
  if (mode !== "diff") {
    const pathOf = pathFrom(io.cwd, program);
    io.stdout(
      await printFindings(diagnostics, { format: parsed.values.get("format"), io, pathOf, docs: docsOf(io, program) }),
    );
  }
  if (parsed.values.get("format") !== "json") io.note(`${summaryText(counts)}\n`);
  return failsBy(counts, parsed.switches.has("strict")) ? exitCode.found : exitCode.fine;
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
