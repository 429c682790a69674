// hubc init: begins a project that compiles.

import { existsSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { loadSources } from "../../node/load-sources.ts";
import { readText } from "../../node/read-text.ts";
import { makeFiles } from "../../node/write-sources.ts";
import { shellCommand } from "../../output/shell.ts";
import { limits } from "../../text/limits.ts";
import { type ParsedArguments, quoted } from "../arguments.ts";
import { buildDate } from "../build-date.ts";
import { CannotRun } from "../cannot-run.ts";
import { initFiles } from "../init-template.ts";
import { exitCode, type Io } from "../io.ts";
import { finishEarlier } from "../load-program.ts";

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  const folder = resolve(io.cwd, parsed.positionals[0] ?? ".");
  const name = projectName(parsed.values.get("name"), folder);
  const shown = relative(io.cwd, folder) || ".";
  await finishEarlier(folder);
  const all = initFiles({ name, start: buildDate(undefined, io.now) });
  const files = all.filter((file) => !(file.mayBeThere && existsSync(join(folder, file.name))));
  refuseProgram(folder, shown);
  const failure = await makeFiles(folder, files);
  if (failure !== undefined && "taken" in failure) {
    throw new CannotRun(
      `${failure.taken.join(", ")} ${failure.taken.length === 1 ? "is" : "are"} in ${shown} already. Nothing was written.`,
    );
  }
  if (failure !== undefined) throw new CannotRun(`${shown}: ${failure.problem}`);
  io.stdout(files.map((file) => `wrote ${shown === "." ? "" : `${shown}/`}${file.name}\n`).join(""));
  for (const { name } of all.filter((file) => !files.includes(file))) io.stderr(keptLine(folder, name));
  io.stderr(`Next: ${shown === "." ? "" : `${shellCommand(["cd", shown])} && `}hubc build\n`);
  return exitCode.fine;
}

/** A folder may have files of its own, but not a program, which the new files would join. @throws CannotRun where it has one. */
function refuseProgram(folder: string, shown: string): void {
  const programs = existsSync(folder) ? loadSources({ root: folder }).sources.files.map(({ path }) => path) : [];
  if (programs.length === 0) return;
  const named = `${programs.slice(0, 3).join(", ")}${programs.length > 3 ? ` and ${programs.length - 3} more` : ""}`;
  throw new CannotRun(`There is a program in ${shown} already: ${named}. Nothing was written.`);
}

/** What is said of a file that was there: it stays as it is. */
function keptLine(folder: string, name: string): string {
  const ignoresOut = /^\/?out\/?$/m.test(readText(join(folder, name), limits.sourceFile).text ?? "");
  if (name === ".gitignore" && !ignoresOut)
    return "kept .gitignore: add the line /out/ to it, so that what is compiled is not committed\n";
  return `kept ${name}, which was there\n`;
}

/** With a stage, a hub's name must fit the 63 characters of a label in a cluster, with room for what is put behind it. */
const LONGEST = 40;
const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

function projectName(given: string | undefined, folder: string): string {
  if (given === undefined) {
    const made = basename(folder)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^[^a-z]+/, "")
      .slice(0, LONGEST)
      .replace(/-+$/, "");
    return NAME.test(made) ? made : "hub";
  }
  if (NAME.test(given) && given.length <= LONGEST) return given;
  throw new CannotRun(
    `--name ${quoted(given)}: a name is at most ${LONGEST} lower-case letters, digits and "-", and begins with a letter.`,
  );
}
