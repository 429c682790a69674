// Amounts that may have no end: `unlimited` in the place of a number, or at the end of a range.

import type { ValueNode } from "../../syntax/tree.ts";
import { unknown, type ValueType } from "../value-type.ts";
import { type RangeValue, rangeOf } from "./compounds.ts";

/** How `unlimited` is held: every amount is below it, and a policy that compares knows it. */
export const unlimited: number = Number.POSITIVE_INFINITY;

function isUnlimited(node: ValueNode): boolean {
  return node.kind === "path" && node.names.length === 1 && node.names[0]?.text === "unlimited";
}

/** A number of that type, or `unlimited`. */
export function orUnlimited(of: ValueType<number>): ValueType<number> {
  return {
    name: `${of.name} or unlimited`,
    expected: `${of.expected}, or \`unlimited\``,
    shape: { kind: "either", of: [of.shape, { kind: "choice", words: ["unlimited"] }] },
    read: (node, reader) => (isUnlimited(node) ? unlimited : of.read(node, reader)),
    print: (value) => (value === unlimited ? "unlimited" : of.print(value)),
    order: (value) => value,
    of,
  };
}

/** `a .. b`, whose end may be `unlimited`; a single value stands for `v .. v`. */
export function openRangeOf(of: ValueType<number>): ValueType<RangeValue<number>> {
  const closed = rangeOf(of);
  const end = orUnlimited(of);
  return {
    ...closed,
    shape: { kind: "range", of: end.shape },
    read: (node, reader) => {
      if (node.kind !== "range" || !isUnlimited(node.to)) return closed.read(node, reader);
      const from = of.read(node.from, reader);
      return from === unknown ? unknown : { from, to: unlimited };
    },
    print: ({ from, to }) => `${of.print(from)} .. ${end.print(to)}`,
    of: end,
  };
}
