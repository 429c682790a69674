// A project's block about continuous integration, to the model.

import type { Item } from "../schema/value-type.ts";
import { type Block, blockOf } from "./block.ts";
import { itemsOf, required, settingNamed } from "./build-parts.ts";
import type { Ci, CiSystem } from "./ci.ts";
import { derived } from "./sourced.ts";

/** The project's, or what stands in where nothing is said. */
export function buildCi(project: Block): Ci {
  const block = blockOf(project, "ci");
  const holder = block ?? project;
  const systems = block && settingNamed<readonly Item<CiSystem>[]>(block, "systems");
  return {
    systems: systems ? itemsOf(systems) : [derived("github", holder.span, "default")],
    branch: required(block && settingNamed<string>(block, "branch"), "main", holder),
    folder: required(block && settingNamed<string>(block, "folder"), ".", holder),
    hubc: block && settingNamed<string>(block, "hubc"),
    span: holder.span,
  };
}
