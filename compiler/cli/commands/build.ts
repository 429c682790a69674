// hubc build: compiles a program and brings its output folder to the result, all of it or nothing.

import { relative, resolve } from "node:path";
import type { Compiled } from "../../compile.ts";
import { type Diagnostic, sortDiagnostics } from "../../diagnostics/diagnostic.ts";
import { countDiagnostics, failsBy, summaryText } from "../../diagnostics/summary.ts";
import type { CompileOptions, Sources } from "../../examine.ts";
import type { Model } from "../../model/model.ts";
import { hubAndStageOf } from "../../model/release-folder.ts";
import type { LoadedProgram } from "../../node/load-sources.ts";
import type { OutputRefusal } from "../../node/plan-outputs.ts";
import { type WrittenOutputs, writeOutputs } from "../../node/write-outputs.ts";
import type { OutputFile } from "../../output/output-file.ts";
import type { ParsedArguments } from "../arguments.ts";
import { compileProgram } from "../check-program.ts";
import { CannotRun, exitCode, type Io } from "../io.ts";
import { buildDate, loadProgram } from "../load-program.ts";
import { requireSelected, type Selection, selectionOf } from "../selection.ts";
import { textOptions } from "../text-options.ts";

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  if (!parsed.switches.has("watch")) return buildOnce(parsed, io);
  const { refuseWatching, runWatching } = await import("../watch.ts");
  refuseWatching(parsed.values.get("format"));
  return runWatching(parsed.positionals[0], io, () => buildOnce(parsed, io));
}

async function buildOnce(parsed: ParsedArguments, io: Io): Promise<number> {
  const selection = selectionOf(parsed);
  const on = buildDate(parsed.values.get("on"), io.now);
  const program = await loadProgram(parsed.positionals[0], io.cwd);
  const options = { on, ...selection };
  const compiled = parsed.switches.has("locked")
    ? await buildLocked(program, options)
    : await compileProgram(program.sources, options);
  const diagnostics = sortDiagnostics([...program.diagnostics, ...compiled.diagnostics]);
  const report: Reporting = { parsed, io, program, diagnostics };
  if (failsBy(countDiagnostics(diagnostics), parsed.switches.has("strict"))) {
    await reportBuild(report, undefined);
    return exitCode.found;
  }
  if (compiled.model === undefined) throw new Error("invariant: no errors, and yet no model");
  requireSelected(compiled.model, selection);
  const given = parsed.values.get("out");
  const out =
    given === undefined ? resolve(program.shownRoot, compiled.model.project.out.value) : resolve(io.cwd, given);
  const refused = parsed.switches.has("moved")
    ? []
    : await refusedAfterEarlier(out, { model: compiled.model, files: compiled.files }, program.sources);
  if (refused.length > 0) {
    await reportBuild({ ...report, diagnostics: sortDiagnostics([...diagnostics, ...refused]) }, undefined);
    return exitCode.found;
  }
  const result = await writeOutputs({
    out,
    root: program.root,
    isProjects: given === undefined,
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

/** What of the build can't follow on the earlier one in the output folder. The comparison is loaded only where there is one. */
async function refusedAfterEarlier(
  out: string,
  { model, files }: { readonly model: Model; readonly files: readonly OutputFile[] },
  sources: Sources,
): Promise<readonly Diagnostic[]> {
  const [{ isCompared }, { earlierBuilt }] = await Promise.all([
    import("../../plan/cluster-objects.ts"),
    import("../../node/earlier-built.ts"),
  ]);
  const earlier = await earlierBuilt(out, isCompared);
  const differs = files.some(({ path, text }) => (earlier.texts.get(path) ?? text) !== text);
  if (!differs && earlier.facts === undefined) return [];
  const [{ refusedChanges }, { factsOf }] = await Promise.all([
    import("../../plan/refused-changes.ts"),
    import("../../targets/program-facts.ts"),
  ]);
  // Where no text differs, none is read.
  const readYaml = differs ? (await import("../../knowledge/read-yaml.ts")).readYaml : () => ({ documents: [] });
  const { findings } = refusedChanges(earlier, { model, facts: factsOf(model), files }, readYaml);
  if (findings.length === 0) return [];
  const refused = findings.map(({ diagnostic }) => diagnostic);
  return (await import("../settle-changes.ts")).settledChanges(refused, sources, model);
}

/** @throws CannotRun where there is a lock that can't be read. */
async function buildLocked(program: LoadedProgram, options: CompileOptions): Promise<Compiled> {
  const [{ compileLocked }, { readLockTexts }] = await Promise.all([
    import("../../compile-locked.ts"),
    import("../../node/read-lock-texts.ts"),
  ]);
  const lock = readLockTexts(program.root);
  if ("problem" in lock) throw new CannotRun(lock.problem);
  return compileLocked(program.sources, { ...options, lock });
}

/** Whether a build of a part may remove a file: not where it belongs to the whole program, or to another hub or stage. */
function isSelected(path: string, { hub, stage }: Selection): boolean {
  const part = hubAndStageOf(path);
  return (hub === undefined || hub === part?.hub) && (stage === undefined || stage === part?.stage);
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
    io.stderr(renderText(diagnostics, textOptions(io, "stderr", program)));
    io.stderr(
      `\n${summaryText(countDiagnostics(diagnostics))}${result === undefined ? "; nothing was written" : ""}\n`,
    );
  }
  if (result === undefined) return;
  if (parsed.switches.has("quiet")) return;
  io.stdout(
    [
      ...result.written.map((path) => `wrote ${result.out}/${path}\n`),
      ...result.removed.map((path) => `removed ${result.out}/${path}\n`),
    ].join(""),
  );
  io.note(
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
