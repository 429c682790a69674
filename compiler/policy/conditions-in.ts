// The conditions of a `require`, which is read as it is written: one, or a list of them.

import type { ConditionNode, ValueNode } from "../syntax/tree.ts";

export function conditionsIn(value: unknown): ConditionNode[] {
  const node = value as ValueNode | undefined; // what the type of `require` gives
  if (node?.kind === "list") return node.items.flatMap(conditionsIn);
  return node?.kind === "condition" ? [node] : [];
}
