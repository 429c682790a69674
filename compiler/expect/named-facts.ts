// Which facts a condition names: what has to be worked out for it, and what reasons to show where it fails.

import type { ConditionNode, PathNode, ValueNode } from "../syntax/tree.ts";

/** The paths in a condition, as written, those of `all` and `any` variables among them. */
export function namedFacts(node: ConditionNode): readonly string[] {
  const { condition } = node;
  switch (condition.kind) {
    case "not":
      return namedFacts(condition.operand);
    case "and":
    case "or":
      return condition.operands.flatMap(namedFacts);
    case "all":
    case "any":
      return [...pathsOf(condition.list), ...namedFacts(condition.operand)];
    case "present":
      return [pathWords(condition.path)];
    case "truth":
      return pathsOf(condition.value);
    case "comparison":
      return [condition.left, condition.right].flatMap(pathsOf);
  }
}

/** Does a condition need what is below this name? */
export function names(node: ConditionNode, ...facts: readonly string[]): boolean {
  return namedFacts(node).some((path) => facts.some((fact) => path === fact || path.startsWith(`${fact}.`)));
}

function pathsOf(node: ValueNode): readonly string[] {
  if (node.kind === "list") return node.items.flatMap(pathsOf);
  return node.kind === "path" ? [pathWords(node)] : [];
}

function pathWords({ names: parts }: PathNode): string {
  return parts.map(({ text }) => text).join(".");
}
