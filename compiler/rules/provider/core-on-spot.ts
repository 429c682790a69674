import { defineRule } from "../rule.ts";
import { holdsHub } from "./provider-pools.ts";

/** The hub itself is on nodes that stay. */
export const coreOnSpot = defineRule<{ pool: string }>({
  code: "provider/core-on-spot",
  title: "The hub itself on nodes that may be taken back",
  why: "A pool named `core` holds the hub's own pods. When the provider takes its node back nobody can sign in or reach a server, for everybody at once; on Azure such a pool can't be spot at all.",
  message: ({ pool }) =>
    `The pool \`${pool}\` holds the hub's own pods: its nodes can't be ones that the provider takes back.`,
  each: "pools",
  check: ({ provider, pool }, report) => {
    const { name, spot } = pool;
    if (spot?.value === true && provider.variant !== "openstack" && holdsHub(provider, pool))
      report({ pool: name }, { span: spot.span });
  },
});
