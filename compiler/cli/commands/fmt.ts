// hubc fmt: the one layout of .hub files.

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { format } from "../../format/format.ts";
import type { LoadedProgram } from "../../node/load-sources.ts";
import { type NewText, writeSources } from "../../node/write-sources.ts";
import { printJson } from "../../text/print-json.ts";
import { createSourceFile } from "../../text/source-file.ts";
import type { ParsedArguments } from "../arguments.ts";
import { paletteFor } from "../colours.ts";
import { CannotRun, exitCode, type Io } from "../io.ts";
import { pathFrom, readProgram, shownFolder } from "../load-program.ts";

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  const onlyCheck = parsed.switches.has("check");
  if (parsed.switches.has("stdin")) {
    if (parsed.values.has("format")) throw new CannotRun("--stdin prints the text: give no --format with it.");
    if (parsed.positionals.length > 0) throw new CannotRun("--stdin reads the standard input: give no PATH with it.");
    return formatStdin(io, onlyCheck);
  }
  const paths = parsed.positionals.length === 0 ? [undefined] : parsed.positionals;
  const programs = await Promise.all(paths.map((path) => readProgram(path, io.cwd)));
  const changed: string[] = [];
  for (const program of programs) changed.push(...(await formatProgram(program, io, onlyCheck)));
  if (parsed.values.get("format") === "json") io.stdout(printJson({ version: 1, changed, written: !onlyCheck }));
  else io.stdout(changed.map((path) => `${path}\n`).join(""));
  const problems = programs.flatMap((program) => program.sourceProblems);
  if (problems.length > 0) await reportProblems(problems, io);
  if (onlyCheck && changed.length > 0) io.note(`${changed.length} not laid out as hubc fmt does it\n`);
  return problems.length > 0 || (onlyCheck && changed.length > 0) ? exitCode.found : exitCode.fine;
}

/** Rewrites the files of a program, all of them or none, or only names them: those that are not laid out well. */
async function formatProgram(program: LoadedProgram, io: Io, onlyCheck: boolean): Promise<readonly string[]> {
  const pathOf = pathFrom(io.cwd, program);
  // Writing back a file that was not read to the letter would spoil it.
  const misread = new Set(program.sourceProblems.map(({ span }) => span.file));
  const changed = program.sources.files.flatMap((file): NewText[] => {
    const formatted = misread.has(file) ? undefined : format(file);
    return formatted?.changed === true ? [{ file, text: formatted.text }] : [];
  });
  const failure = onlyCheck || changed.length === 0 ? undefined : await writeSources(program.root, changed);
  if (failure !== undefined) throw new CannotRun(`${shownFolder(io.cwd, program)}: ${failure.problem}`);
  return changed.map(({ file }) => pathOf(file));
}

async function reportProblems(problems: readonly Diagnostic[], io: Io): Promise<void> {
  const { renderText } = await import("../../diagnostics/render-text.ts");
  io.stderr(renderText(problems, { palette: paletteFor(io, "stderr") }));
}

async function formatStdin(io: Io, onlyCheck: boolean): Promise<number> {
  const formatted = format(createSourceFile("stdin.hub", decoded(await io.stdin())));
  if (!onlyCheck) io.stdout(formatted.text);
  return onlyCheck && formatted.changed ? exitCode.found : exitCode.fine;
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new CannotRun("The standard input is not UTF-8 text.");
  }
}
