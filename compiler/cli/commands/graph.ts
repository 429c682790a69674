// hubc graph: images, courses, hubs and clusters, and what is connected with what.

import { graphJson, type ProgramGraph, programGraph } from "../../service/graph/program-graph.ts";
import type { ParsedArguments } from "../arguments.ts";
import { checkedModel } from "../checked-model.ts";
import { exitCode, type Io } from "../io.ts";
import { buildDate } from "../load-program.ts";

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  const on = buildDate(parsed.values.get("on"), io.now);
  const model = await checkedModel(parsed.positionals[0], { on }, io);
  if (model === undefined) return exitCode.found;
  io.stdout(await drawn(programGraph(model), parsed.values.get("format")));
  return exitCode.fine;
}

async function drawn(graph: ProgramGraph, format: string | undefined): Promise<string> {
  if (format === "svg") return (await import("../../service/graph/graph-picture.ts")).graphPicture(graph);
  if (format === "dot") return (await import("../../service/graph/graph-dot.ts")).graphDot(graph);
  if (format === "json") return graphJson(graph);
  return (await import("../../service/graph/graph-mermaid.ts")).graphMermaid(graph);
}
