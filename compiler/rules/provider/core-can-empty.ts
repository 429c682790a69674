import { defineRule } from "../rule.ts";
import { holdsHub } from "./provider-pools.ts";

/** The pool of the hub itself keeps a node. */
export const coreCanEmpty = defineRule<{ pool: string }>({
  code: "provider/core-can-empty",
  severity: "warning",
  title: "A pool for the hub itself that may become empty",
  why: "An autoscaler that takes the last node of a `core` pool away takes the hub with it, until another node has started.",
  message: ({ pool }) =>
    `The pool \`${pool}\` holds the hub's own pods and may go down to no node: let \`nodes\` begin at 1.`,
  each: "pools",
  check: ({ provider, pool }, report) => {
    const { name, nodes } = pool;
    if (nodes?.value.from === 0 && holdsHub(provider, pool)) report({ pool: name }, { span: nodes.span });
  },
});
