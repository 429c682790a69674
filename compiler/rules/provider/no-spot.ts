import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { eachPart } from "../each-part.ts";
import type { Rule } from "../rule.ts";
import { providerPools } from "./provider-pools.ts";

const definition = defineDiagnostic<{ pool: string }>({
  code: "provider/no-spot",
  severity: "error",
  title: "Spot nodes where there are none",
  why: "OpenStack's Magnum has no nodes that are cheaper because they may be taken back.",
  message: ({ pool }) => `OpenStack has no spot nodes: take \`spot\` out of the pool \`${pool}\`.`,
});

/** Pools are on spot nodes only where there are some. */
export const noSpot: Rule = {
  diagnostics: [definition],
  check: eachPart(providerPools, ({ provider, pool: { name, spot } }, report) => {
    if (spot?.value === true && provider.variant === "openstack")
      report(diagnose(definition, { pool: name }, { span: spot.span }));
  }),
};
