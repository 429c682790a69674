import { guaranteeOf } from "../../capacity/people-on-node.ts";
import type { Load } from "../../capacity/pool-load.ts";
import type { Model } from "../../model/model.ts";
import { defineRule, type ReportOf } from "../rule.ts";
import { type AboveNode, machinesOf, placeOf } from "./above-node.ts";

/** The cores that a server is guaranteed are there on a node of its pool, in every stage and window. */
export const cpuAboveNode = defineRule<AboveNode>({
  code: "course/cpu-above-node",
  title: "More cores than a node has",
  why: "A server runs on one node, so its guaranteed cores have to be there, beside those that Kubernetes and the pods of every node take. Otherwise it stays pending, and no new node helps. Guarantee less, or take a larger machine.",
  message: ({ asked, has, missing, pool, when }) =>
    `A server is guaranteed ${asked} cores${when}, but a node of ${pool} has ${has} for people: ${missing} too few, so that no such server starts.`,
  judges: "parts",
  check: (model, report, { loads }) => {
    for (const load of loads().filter(({ aNode }) => aNode.people === 0)) checkCpu(load, model, report);
  },
});

function checkCpu(load: Load, model: Model, report: ReportOf<AboveNode>): void {
  const { cpu } = guaranteeOf(load.stretch, load.release);
  const { left } = load.room;
  if (cpu <= left.cpu || load.stretch.cpu === undefined) return;
  const missing = Math.round((cpu - left.cpu) * 1000) / 1000;
  const parameters = { ...placeOf(load), asked: String(cpu), has: String(left.cpu), missing: String(missing) };
  const { span } = load.stretch.cpu;
  report(parameters, { span, ...machinesOf(load, model) });
}
