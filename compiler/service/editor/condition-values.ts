// What a condition of a policy is made of, for what walks over all values of a file.

import type { Condition, ValueNode } from "../../syntax/tree.ts";

/** The values and conditions directly inside, in order. */
export function conditionValues(condition: Condition): readonly ValueNode[] {
  switch (condition.kind) {
    case "not":
      return [condition.operand];
    case "and":
    case "or":
      return condition.operands;
    case "comparison":
      return [condition.left, condition.right];
    case "all":
    case "any":
      return [condition.list, condition.operand];
    case "present":
      return [condition.path];
    case "truth":
      return [condition.value];
  }
}
