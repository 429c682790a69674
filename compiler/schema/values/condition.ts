// A condition is kept as it was written; what it means is decided where it is evaluated.

import type { ValueType } from "../value-type.ts";

export const condition: ValueType<unknown> = {
  name: "condition",
  expected: "a condition, such as `memory.to <= 8GiB`",
  shape: { kind: "scalar" },
  read: (node) => node,
  print: () => "…",
};
