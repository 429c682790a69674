import type { Load } from "../../capacity/pool-load.ts";
import { inWindow } from "../../capacity/print-days.ts";
import { type Fix, offerFix } from "../../diagnostics/diagnostic.ts";
import { readableBytes } from "../../output/quantities.ts";
import { unlimited } from "../../schema/values/quantities.ts";
import { defineRule } from "../rule.ts";

/** A limit is one that a node of the pool can reach, in every stage and window. */
export const limitAboveNode = defineRule<{ limit: string; has: string; pool: string; when: string }>({
  code: "course/limit-above-node",
  severity: "warning",
  title: "A memory limit above what a node has",
  why: "A limit stops a server before it takes the memory of its neighbours. One above what the node has never does: the node runs out first, and the kernel stops whichever server it likes.",
  message: ({ limit, has, pool, when }) =>
    `A server may take up to ${limit}${when}, but a node of ${pool} has ${has} for people: the limit never holds.`,
  judges: "parts",
  check: (_model, report, { loads }) => {
    for (const load of loads().filter(isAboveNode)) {
      const { memory } = load.stretch;
      const has = load.room.left.memory;
      if (memory === undefined) continue;
      const parameters = {
        limit: readableBytes(memory.value.to),
        has: readableBytes(has),
        pool: `pool \`${load.pool.name}\``,
        when: inWindow(load.stretch),
      };
      report(parameters, { span: memory.span, fixes: lowerLimit(load) });
    }
  },
});

function isAboveNode({ stretch: { memory }, room: { left } }: Load): boolean {
  return (
    memory !== undefined &&
    memory.value.to !== unlimited &&
    memory.value.to > left.memory &&
    memory.value.from <= left.memory
  );
}

function lowerLimit({ stretch, room }: Load): Fix[] {
  const whole = Math.floor(room.left.memory / 2 ** 30);
  const { memory } = stretch;
  if (memory === undefined || whole < 1 || memory.value.from > whole * 2 ** 30) return [];
  const from =
    memory.value.from % 2 ** 30 === 0 ? `${memory.value.from / 2 ** 30}GiB` : `${memory.value.from / 2 ** 20}MiB`;
  if (!Number.isInteger(memory.value.from / 2 ** 20)) return [];
  return [offerFix(`Limit it to ${whole}GiB`, memory.span, `${from} .. ${whole}GiB`)];
}
