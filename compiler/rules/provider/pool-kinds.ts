// What a pool can't be on its provider, or should not be where it holds the hub itself.

import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import type { Pool, Provider } from "../../model/model.ts";
import type { Rule } from "../rule.ts";

const noSpot = defineDiagnostic<{ pool: string }>({
  code: "provider/no-spot",
  severity: "error",
  title: "Spot nodes where there are none",
  why: "OpenStack's Magnum has no nodes that are cheaper because they may be taken back.",
  message: ({ pool }) => `OpenStack has no spot nodes: take \`spot\` out of the pool \`${pool}\`.`,
});

const coreOnSpot = defineDiagnostic<{ pool: string }>({
  code: "provider/core-on-spot",
  severity: "error",
  title: "The hub itself on nodes that may be taken back",
  why: "A pool named `core` holds the hub's own pods. When the provider takes its node back nobody can sign in or reach a server, for everybody at once; on Azure such a pool can't be spot at all.",
  message: ({ pool }) =>
    `The pool \`${pool}\` holds the hub's own pods: its nodes can't be ones that the provider takes back.`,
});

const coreCanEmpty = defineDiagnostic<{ pool: string }>({
  code: "provider/core-can-empty",
  severity: "warning",
  title: "A pool for the hub itself that may become empty",
  why: "An autoscaler that takes the last node of a `core` pool away takes the hub with it, until another node has started.",
  message: ({ pool }) =>
    `The pool \`${pool}\` holds the hub's own pods and may go down to no node: let \`nodes\` begin at 1.`,
});

/** Kinds of nodes that a provider has, and that suit the hub itself. */
export const poolKinds: Rule = {
  diagnostics: [noSpot, coreOnSpot, coreCanEmpty],
  check: (model, report) => {
    for (const provider of model.providers) {
      for (const pool of provider.pools) {
        const { name, spot, nodes } = pool;
        if (spot?.value === true && provider.variant === "openstack")
          report(diagnose(noSpot, { pool: name }, { span: spot.span }));
        else if (spot?.value === true && holdsHub(provider, pool))
          report(diagnose(coreOnSpot, { pool: name }, { span: spot.span }));
        if (nodes?.value.from === 0 && holdsHub(provider, pool))
          report(diagnose(coreCanEmpty, { pool: name }, { span: nodes.span }));
      }
    }
  },
};

/** Azure wants a pool for the cluster's own pods: without a `core` one it is the first. */
function holdsHub({ variant, pools }: Provider, pool: Pool): boolean {
  return pool.core || (variant === "aks" && pool === pools[0] && !pools.some((one) => one.core));
}
