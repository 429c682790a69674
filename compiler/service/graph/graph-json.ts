// A graph as data; docs/schemas/graph.schema.json says its form.

import { printJson } from "../../text/print-json.ts";
import type { ProgramGraph } from "./program-graph.ts";

export function graphJson({ nodes, edges }: ProgramGraph): string {
  return printJson({
    version: 1,
    nodes: nodes.map(({ id, kind, name, title }) => ({ id, kind, name, ...(title === undefined ? {} : { title }) })),
    edges,
  });
}
