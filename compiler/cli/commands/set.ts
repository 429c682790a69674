// hubc set: one setting of a program, changed where it stands.

import { setPlace } from "../../service/change/change-place.ts";
import type { ParsedArguments } from "../arguments.ts";
import { changeProgram } from "../change-program.ts";
import type { Io } from "../io.ts";

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  const [place = "", value = "", path] = parsed.positionals;
  return changeProgram({ parsed, io, path }, (trees) => setPlace(trees, place, value));
}
