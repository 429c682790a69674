// What hubc set and hubc add share: a change of one file, tried in the ways in which it can be meant, and written where the program has no error
// afterwards that it had not before.

import { join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { countDiagnostics, summaryText } from "../diagnostics/summary.ts";
import type { LoadedProgram } from "../node/load-sources.ts";
import { writeSources } from "../node/write-sources.ts";
import type { Changed, Changes } from "../service/change/change-place.ts";
import { treeOf } from "../service/change/find-place.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import { printJson } from "../text/print-json.ts";
import { createSourceFile } from "../text/source-file.ts";
import type { ParsedArguments } from "./arguments.ts";
import { checkProgram } from "./check-program.ts";
import { CannotRun, exitCode, type Io } from "./io.ts";
import { buildDate, loadProgram, pathFrom, shownFolder } from "./load-program.ts";
import { filePatch } from "./mend-program.ts";
import { textOptions } from "./text-options.ts";

export interface Asked {
  readonly parsed: ParsedArguments;
  readonly io: Io;
  /** The program's folder or file, as typed. */
  readonly path: string | undefined;
}

/** Changes the program. @throws CannotRun where there is no such place, or the disk refuses. */
export async function changeProgram(
  { parsed, io, path }: Asked,
  change: (trees: readonly SyntaxTree[]) => Changes,
): Promise<number> {
  const on = buildDate(parsed.values.get("on"), io.now);
  const program = await loadProgram(path, io.cwd);
  if (program.sourceProblems.length > 0)
    throw new CannotRun("A file could not be read to the letter: hubc check says which. Nothing was changed.");
  const ways = change(program.sources.files.map(treeOf));
  if ("problem" in ways) throw new CannotRun(ways.problem);
  const before = await errorsOf(program, on);
  let refused: Refused | undefined;
  for (const way of ways) {
    const errors = newErrors(before, await errorsOf(withChange(program, way), on));
    if (errors.length === 0) return finish({ parsed, io, program }, way);
    if (refused === undefined || errors.length < refused.errors.length) refused = { way, errors };
  }
  if (refused === undefined) throw new Error("invariant: a change has a way of doing it");
  return refuse({ parsed, io, program }, refused);
}

interface Refused {
  readonly way: Changed;
  readonly errors: readonly Diagnostic[];
}

interface Finishing {
  readonly parsed: ParsedArguments;
  readonly io: Io;
  readonly program: LoadedProgram;
}

async function errorsOf({ sources, diagnostics }: LoadedProgram, on: number): Promise<readonly Diagnostic[]> {
  const checked = await checkProgram(sources, { on });
  return [...diagnostics, ...checked.diagnostics].filter(({ severity }) => severity === "error");
}

/** An error may move, and advise otherwise where there is more; it is known by its code and by what it marks. */
function newErrors(before: readonly Diagnostic[], after: readonly Diagnostic[]): readonly Diagnostic[] {
  const known = before.map(keyOf);
  return after.filter((error) => {
    const at = known.indexOf(keyOf(error));
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
}

const keyOf = ({ code, span: { file, start, end } }: Diagnostic) =>
  JSON.stringify([code, file.path, file.text.slice(start, end)]);

function withChange(program: LoadedProgram, { file, text }: Changed): LoadedProgram {
  const files = program.sources.files.map((one) => (one === file ? createSourceFile(file.path, text) : one));
  return { ...program, sources: { ...program.sources, files } };
}

async function finish({ parsed, io, program }: Finishing, { file, text }: Changed): Promise<number> {
  const shown = pathFrom(io.cwd, program)(file);
  const isChange = text !== file.text;
  const dry = parsed.switches.has("dry-run");
  if (isChange && !dry) {
    const failure = await writeSources(program.root, [{ file, text }]);
    if (failure !== undefined) throw new CannotRun(`${shownFolder(io.cwd, program)}: ${failure.problem}`);
  }
  if (parsed.values.get("format") === "json") {
    io.stdout(printJson({ version: 1, change: { file: shown, changed: isChange, written: isChange && !dry } }));
    return exitCode.fine;
  }
  if (dry) io.stdout(await filePatch(shown, file.text, { after: text, disk: join(program.root, file.path) }));
  else if (isChange) {
    if (!parsed.switches.has("quiet")) io.stdout(`changed ${shown}\n`);
  } else io.note(`${shown} says so already\n`);
  return exitCode.fine;
}

async function refuse({ parsed, io, program }: Finishing, { way, errors }: Refused): Promise<number> {
  if (parsed.values.get("format") === "json") {
    io.stdout((await import("../diagnostics/render-json.ts")).renderJson(errors, { change: null }));
    return exitCode.found;
  }
  const { renderText } = await import("../diagnostics/render-text.ts");
  io.stderr(renderText(errors, textOptions(io, "stderr", withChange(program, way))));
  io.stderr(`\n${summaryText(countDiagnostics(errors))}; nothing was changed\n`);
  return exitCode.found;
}
