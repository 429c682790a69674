// hubc init: begins a project that compiles.

import { basename, relative, resolve } from "node:path";
import { makeFiles } from "../../node/replace-file.ts";
import { type ParsedArguments, quoted } from "../arguments.ts";
import { buildDate } from "../build-date.ts";
import { CannotRun } from "../cannot-run.ts";
import { initFiles } from "../init-template.ts";
import { exitCode, type Io } from "../io.ts";

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  const folder = resolve(io.cwd, parsed.positionals[0] ?? ".");
  const name = projectName(parsed.values.get("name"), folder);
  const files = initFiles({ name, start: buildDate(undefined, io.now) });
  const shown = relative(io.cwd, folder) || ".";
  const failure = makeFiles(folder, files);
  if (failure !== undefined && "taken" in failure) {
    throw new CannotRun(
      `${failure.taken.join(", ")} ${failure.taken.length === 1 ? "is" : "are"} in ${shown} already. Nothing was written.`,
    );
  }
  if (failure !== undefined) throw new CannotRun(`${shown} can't be written: ${failure.reason}.`);
  io.stdout(files.map((file) => `wrote ${shown === "." ? "" : `${shown}/`}${file.name}\n`).join(""));
  io.stderr(`Next: ${shown === "." ? "" : `cd ${shown} && `}hubc build\n`);
  return exitCode.fine;
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
