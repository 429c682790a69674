import { largerMachine } from "../../capacity/larger-machine.ts";
import { machineOf } from "../../capacity/machine-of.ts";
import { guaranteeOf } from "../../capacity/people-on-node.ts";
import type { Load } from "../../capacity/pool-load.ts";
import { nodeCostsInstead } from "../../capacity/price-text.ts";
import { inSizeOrWindow } from "../../capacity/print-days.ts";
import { defineDiagnostic, diagnose, type Fix, offerFix, type Report } from "../../diagnostics/diagnostic.ts";
import type { Model } from "../../model/model.ts";
import { readableBytes } from "../../output/quantities.ts";
import type { Rule } from "../rule.ts";

interface Parameters {
  readonly asked: string;
  readonly has: string;
  readonly missing: string;
  readonly pool: string;
  readonly when: string;
}

const memoryAboveNode = defineDiagnostic<Parameters>({
  code: "course/memory-above-node",
  severity: "error",
  title: "More memory than a node has",
  why: "A server runs on one node, so its guarantee has to fit there, beside what the kernel, Kubernetes and the pods of every node take. Otherwise it stays pending, and no new node helps. Guarantee less, or take a larger machine.",
  message: ({ asked, has, missing, pool, when }) =>
    `A server is guaranteed ${asked}${when}, but a node of ${pool} has ${has} for people: ${missing} too little, so that no such server starts.`,
});

const cpuAboveNode = defineDiagnostic<Parameters>({
  code: "course/cpu-above-node",
  severity: "error",
  title: "More cores than a node has",
  why: "A server runs on one node, so its guaranteed cores have to be there, beside those that Kubernetes and the pods of every node take. Otherwise it stays pending, and no new node helps. Guarantee less, or take a larger machine.",
  message: ({ asked, has, missing, pool, when }) =>
    `A server is guaranteed ${asked} cores${when}, but a node of ${pool} has ${has} for people: ${missing} too few, so that no such server starts.`,
});

/** What a server is guaranteed is there on a node of its pool, in every stage and window. */
export const aboveNode: Rule = {
  judges: "parts",
  diagnostics: [memoryAboveNode, cpuAboveNode],
  check: (model, report, { loads }) => {
    for (const load of loads().filter(({ aNode }) => aNode.people === 0)) {
      checkMemory(load, model, report);
      checkCpu(load, model, report);
    }
  },
};

function checkMemory(load: Load, model: Model, report: Report): void {
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
  report(diagnose(memoryAboveNode, parameters, { span, ...mending(load, model) }));
}

function checkCpu(load: Load, model: Model, report: Report): void {
  const { cpu } = guaranteeOf(load.stretch, load.release);
  const { left } = load.room;
  if (cpu <= left.cpu || load.stretch.cpu === undefined) return;
  const missing = Math.round((cpu - left.cpu) * 1000) / 1000;
  const parameters = { ...placeOf(load), asked: String(cpu), has: String(left.cpu), missing: String(missing) };
  const { span } = load.stretch.cpu;
  report(diagnose(cpuAboveNode, parameters, { span, ...mending(load, model) }));
}

function placeOf({ pool, stretch, size }: Load): Pick<Parameters, "pool" | "when"> {
  const machine = pool.machine === undefined ? "" : ` (${pool.machine.value})`;
  return { pool: `pool \`${pool.name}\`${machine}`, when: inSizeOrWindow(stretch, size) };
}

function mending(
  load: Load,
  model: Model,
): {
  readonly related: { span: Load["pool"]["span"]; message: string }[];
  readonly fixes: Fix[];
} {
  const { machine, span } = load.pool;
  const related = [{ span: machine?.span ?? span, message: "Its servers run on these machines." }];
  if (machine === undefined) return { related, fixes: [] };
  const larger = largerMachine(machine.value, load.provider, guaranteeOf(load.stretch, load.release));
  if (larger === undefined) return { related, fixes: [] };
  const cost = nodeCostsInstead(larger, machineOf(load.pool, load.provider, model.machines));
  const title = `Use ${larger.type} for pool \`${load.pool.name}\`${cost}`;
  return { related, fixes: [offerFix(title, machine.span, JSON.stringify(larger.type))] };
}
