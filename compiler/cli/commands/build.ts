// hubc build: compiles a program and brings its output folder to the result, all of it or nothing.

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { LoadedProgram } from "../../node/load-sources.ts";
import type { OutputRefusal } from "../../node/plan-outputs.ts";
import type { WrittenOutputs } from "../../node/write-outputs.ts";
import type { ParsedArguments } from "../arguments.ts";
import { CannotRun } from "../cannot-run.ts";
import type { Command } from "../command.ts";
import { exitCode, type Io } from "../io.ts";
import { requireSelected, type Selection, selectionOf, selectionOptions } from "../selection.ts";

export const buildCommand: Command = {
  name: "build",
  summary: "Compile a program to Helm values, manifests, images and links.",
  details: [
    "Writes everything or, where there are errors, nothing. Files that an earlier build wrote and this one does not make are",
    "removed; files that hubc did not write, or that were edited since, are never touched without --force.",
    "PATH is as for hubc check. Prints what was written and removed.",
  ],
  arguments: [{ name: "PATH", doc: "A folder or a .hub file." }],
  options: [
    {
      name: "out",
      value: "DIR",
      doc: "Where to write. The project's `out`, unless given: a folder beside its .hub files.",
    },
    { name: "on", value: "DATE", doc: "The date that the build is for: 2026-10-05. Today, unless given." },
    ...selectionOptions,
    {
      name: "format",
      value: "FORMAT",
      choices: ["text", "json"],
      doc: "How to print what is found. text, unless given.",
    },
    { name: "force", doc: "Replace files that were edited since, or that hubc did not write." },
  ],
  examples: [
    "hubc build",
    "hubc build examples/data8 --out /tmp/out --on 2026-10-05",
    "hubc build --hub datahub --stage staging --out staging",
  ],
  run: runBuild,
};

async function runBuild(parsed: ParsedArguments, io: Io): Promise<number> {
  const [{ compile }, { loadProgram }, { buildDate }, { sortDiagnostics }] = await Promise.all([
    import("../../compile.ts"),
    import("../load-program.ts"),
    import("../build-date.ts"),
    import("../../diagnostics/diagnostic.ts"),
  ]);
  const { relative, resolve } = await import("node:path");
  const selection = selectionOf(parsed);
  const on = buildDate(parsed.values.get("on"), io.now);
  const program = loadProgram(parsed.positionals[0], io.cwd);
  const compiled = compile(program.sources, { on, ...selection });
  const diagnostics = sortDiagnostics([...program.diagnostics, ...compiled.diagnostics]);
  const report: Reporting = { parsed, io, program, diagnostics };
  if (compiled.model === undefined || diagnostics.some(({ severity }) => severity === "error")) {
    await reportBuild(report, undefined);
    return exitCode.found;
  }
  requireSelected(compiled.model, selection);
  const given = parsed.values.get("out");
  const out = given === undefined ? resolve(program.root, compiled.model.project.out.value) : resolve(io.cwd, given);
  const { writeOutputs } = await import("../../node/write-outputs.ts");
  const result = writeOutputs({
    out,
    root: program.root,
    files: compiled.files,
    force: parsed.switches.has("force"),
    mayRemove: (path) => isSelected(path, selection),
  });
  const shownOut = relative(io.cwd, out) || ".";
  if (result.kind === "failed") throw new CannotRun(`${shownOut}: ${result.message}`);
  if (result.kind === "refused") throw new CannotRun(refusalText(result, shownOut));
  await reportBuild(report, { ...result, out: shownOut });
  return exitCode.fine;
}

/** Whether a build of a part may remove a file: not where it belongs to another hub or stage. */
function isSelected(path: string, { hub, stage }: Selection): boolean {
  const [folder, ofHub, ofStage] = path.split("/");
  if (folder !== "hubs") return hub === undefined && stage === undefined;
  return (hub === undefined || hub === ofHub) && (stage === undefined || stage === ofStage);
}

interface Reporting {
  readonly parsed: ParsedArguments;
  readonly io: Io;
  readonly program: LoadedProgram;
  readonly diagnostics: readonly Diagnostic[];
}

type Result = WrittenOutputs & { readonly out: string };

async function reportBuild({ parsed, io, program, diagnostics }: Reporting, result: Result | undefined): Promise<void> {
  if (parsed.values.get("format") === "json") {
    const { renderJson } = await import("../../diagnostics/render-json.ts");
    const { out, written, removed, unchanged } = result ?? { out: null, written: [], removed: [], unchanged: 0 };
    io.stdout(renderJson(diagnostics, { build: { out, written, removed, unchanged } }));
    return;
  }
  if (diagnostics.length > 0) {
    const { renderText } = await import("../../diagnostics/render-text.ts");
    const { countDiagnostics, summaryText } = await import("../../diagnostics/summary.ts");
    const { paletteFor } = await import("../colours.ts");
    const { pathFrom } = await import("../load-program.ts");
    io.stderr(renderText(diagnostics, { palette: paletteFor(io, "stderr"), pathOf: pathFrom(io.cwd, program) }));
    io.stderr(
      `\n${summaryText(countDiagnostics(diagnostics))}${result === undefined ? "; nothing was written" : ""}\n`,
    );
  }
  if (result === undefined) return;
  io.stdout(
    [
      ...result.written.map((path) => `wrote ${result.out}/${path}\n`),
      ...result.removed.map((path) => `removed ${result.out}/${path}\n`),
    ].join(""),
  );
  io.stderr(
    `${result.out}: ${result.written.length} written, ${result.removed.length} removed, ${result.unchanged} unchanged\n`,
  );
}

const MOST_PATHS = 20;

function refusalText({ message, paths, advice }: OutputRefusal, out: string): string {
  const shown = paths.slice(0, MOST_PATHS).map((path) => `\n  ${out}/${path}`);
  const more = paths.length > MOST_PATHS ? `\n  and ${paths.length - MOST_PATHS} more` : "";
  const head = paths.length === 0 ? `${out}: ${message}.` : `${message}:${shown.join("")}${more}`;
  return `${head}\nNothing was written. What to do: ${advice}.`;
}
