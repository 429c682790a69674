import { guaranteeOf } from "../../capacity/people-on-node.ts";
import type { Load } from "../../capacity/pool-load.ts";
import type { Model } from "../../model/model.ts";
import { readableBytes } from "../../output/quantities.ts";
import { defineRule, type ReportOf } from "../rule.ts";
import { type AboveNode, machinesOf, placeOf } from "./above-node.ts";

/** The memory that a server is guaranteed is there on a node of its pool, in every stage and window. */
export const memoryAboveNode = defineRule<AboveNode>({
  code: "course/memory-above-node",
  title: "More memory than a node has",
  why: "A server runs on one node, so its guarantee has to fit there, beside what the kernel, Kubernetes and the pods of every node take. Otherwise it stays pending, and no new node helps. Guarantee less, or take a larger machine.",
  message: ({ asked, has, missing, pool, when }) =>
    `A server is guaranteed ${asked}${when}, but a node of ${pool} has ${has} for people: ${missing} too little, so that no such server starts.`,
  judges: "parts",
  check: (model, report, { loads }) => {
    for (const load of loads().filter(({ aNode }) => aNode.people === 0)) checkMemory(load, model, report);
  },
});

function checkMemory(load: Load, model: Model, report: ReportOf<AboveNode>): void {
  const { memory } = guaranteeOf(load.stretch, load.release);
  const { left } = load.room;
  if (memory <= left.memory) return;
  const parameters = {
    ...placeOf(load),
    asked: readableBytes(memory),
    has: readableBytes(left.memory),
    missing: readableBytes(memory - left.memory),
  };
  const span = load.stretch.memory?.span ?? load.server.span;
  report(parameters, { span, ...machinesOf(load, model) });
}
