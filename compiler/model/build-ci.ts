// A project's block about continuous integration, to the model.

import { ci } from "../schema/blocks/ci.ts";
import { type Block, blockOf } from "./block.ts";
import { itemsOf, required } from "./build-parts.ts";
import type { Ci } from "./ci.ts";
import { readerOf } from "./reader.ts";
import { derived } from "./sourced.ts";

/** The project's, or what stands in where nothing is said. */
export function buildCi(project: Block): Ci {
  const block = blockOf(project, "ci");
  const holder = block ?? project;
  const read = block && readerOf(ci, block);
  const systems = read?.("systems");
  return {
    systems: systems ? itemsOf(systems) : [derived("github", holder.span, "default")],
    branch: required(read?.("branch"), "main", holder),
    folder: required(read?.("folder"), ".", holder),
    hubc: read?.("hubc"),
    span: holder.span,
  };
}
