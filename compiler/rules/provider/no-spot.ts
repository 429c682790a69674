import { defineRule } from "../rule.ts";

/** Pools are on spot nodes only where there are some. */
export const noSpot = defineRule<{ pool: string }>({
  code: "provider/no-spot",
  title: "Spot nodes where there are none",
  why: "OpenStack's Magnum has no nodes that are cheaper because they may be taken back.",
  message: ({ pool }) => `OpenStack has no spot nodes: take \`spot\` out of the pool \`${pool}\`.`,
  each: "pools",
  check: ({ provider, pool: { name, spot } }, report) => {
    if (spot?.value === true && provider.variant === "openstack") report({ pool: name }, { span: spot.span });
  },
});
