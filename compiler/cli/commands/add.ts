// hubc add: an item of a list, a package, or a declaration, put where it belongs.

import { readdirSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { addTo } from "../../service/change/change-place.ts";
import { type ParsedArguments, quoted } from "../arguments.ts";
import { changeProgram } from "../change-program.ts";
import { CannotRun, type Io } from "../io.ts";

/** A folder behind the values is the project, as it is for the other commands. @throws CannotRun where one stands there. */
function refuseFolder(values: readonly string[], parsed: ParsedArguments, { cwd }: Io): void {
  const last = values.at(-1);
  if (last === undefined || values.length < 2 || parsed.values.has("in")) return;
  const path = resolve(cwd, last);
  const isProject =
    statSync(path, { throwIfNoEntry: false })?.isDirectory() === true &&
    readdirSync(path).some((name) => name.endsWith(".hub"));
  if (isProject)
    throw new CannotRun(`${quoted(last)} is a folder with a program. To change it there, write --in ${last}.`);
}

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  const [place = "", ...values] = parsed.positionals;
  refuseFolder(values, parsed, io);
  return changeProgram({ parsed, io, path: parsed.values.get("in") }, (trees) => addTo(trees, place, values));
}
