// hubc fmt: the one layout of .hub files.

import { join } from "node:path";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ParsedArguments } from "../arguments.ts";
import { CannotRun } from "../cannot-run.ts";
import type { Command } from "../command.ts";
import { exitCode, type Io } from "../io.ts";

export const fmtCommand: Command = {
  name: "fmt",
  summary: "Lay out .hub files in the one way.",
  details: [
    "Rewrites the .hub files of each PATH, as hubc check finds them, and prints the names of those that changed. What a file",
    "says, its comments included, stays; a part with a syntax error is left as it is.",
  ],
  arguments: [{ name: "PATH", doc: "A folder or a .hub file.", many: true }],
  options: [
    {
      name: "check",
      doc: "Write nothing; print the files that are not laid out so, and exit with 1 if there are any.",
    },
    { name: "stdin", doc: "Read one file from the standard input and print it laid out." },
  ],
  examples: ["hubc fmt", "hubc fmt --check courses", "hubc fmt --stdin < course.hub"],
  run: runFmt,
};

async function runFmt(parsed: ParsedArguments, io: Io): Promise<number> {
  const onlyCheck = parsed.switches.has("check");
  if (parsed.switches.has("stdin")) {
    if (parsed.positionals.length > 0) throw new CannotRun("--stdin reads the standard input: give no PATH with it.");
    return formatStdin(io, onlyCheck);
  }
  const [{ format }, { loadProgram, pathFrom }, { replaceFile }] = await Promise.all([
    import("../../format/format.ts"),
    import("../load-program.ts"),
    import("../../node/replace-file.ts"),
  ]);
  const paths = parsed.positionals.length === 0 ? [undefined] : parsed.positionals;
  const problems: Diagnostic[] = [];
  let changed = 0;
  for (const program of paths.map((path) => loadProgram(path, io.cwd))) {
    const pathOf = pathFrom(io.cwd, program);
    problems.push(...program.sourceProblems);
    for (const file of program.sources.files) {
      // Writing back a file that was not read to the letter would spoil it.
      if (program.sourceProblems.some(({ span }) => span.file === file)) continue;
      const formatted = format(file);
      if (!formatted.changed) continue;
      changed += 1;
      const failure = onlyCheck ? undefined : replaceFile(join(program.root, file.path), formatted.text);
      if (failure !== undefined) throw new CannotRun(`${pathOf(file)} can't be written: ${failure}.`);
      io.stdout(`${pathOf(file)}\n`);
    }
  }
  if (problems.length > 0) await reportProblems(problems, io);
  if (onlyCheck && changed > 0) io.stderr(`${changed} not laid out as hubc fmt does it\n`);
  return problems.length > 0 || (onlyCheck && changed > 0) ? exitCode.found : exitCode.fine;
}

async function reportProblems(problems: readonly Diagnostic[], io: Io): Promise<void> {
  const { renderText } = await import("../../diagnostics/render-text.ts");
  const { paletteFor } = await import("../colours.ts");
  io.stderr(renderText(problems, { palette: paletteFor(io, "stderr") }));
}

async function formatStdin(io: Io, onlyCheck: boolean): Promise<number> {
  const { format } = await import("../../format/format.ts");
  const { createSourceFile } = await import("../../text/source-file.ts");
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
