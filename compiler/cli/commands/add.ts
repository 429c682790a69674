// hubc add: an item of a list, a package, or a declaration, put where it belongs.

import { addTo } from "../../service/change/change-place.ts";
import type { ParsedArguments } from "../arguments.ts";
import { changeProgram } from "../change-program.ts";
import type { Io } from "../io.ts";

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  const [place = "", ...values] = parsed.positionals;
  return changeProgram({ parsed, io, path: parsed.values.get("in") }, (trees) => addTo(trees, place, values));
}
