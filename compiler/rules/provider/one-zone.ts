import { defineRule } from "../rule.ts";

/** The pools of an EKS cluster name two zones, or none. */
export const oneZone = defineRule<{ zone: string }>({
  code: "provider/one-zone",
  title: "An EKS cluster in one zone",
  why: "EKS makes a cluster in at least two zones, and eksctl takes those that the pools name. A pool may still lie in one zone when another pool names a second.",
  message: ({ zone }) =>
    `\`${zone}\` is the only zone that pools name, and EKS needs two: name another one on some pool, or none at all.`,
  each: "providers",
  check: ({ variant, pools }, report) => {
    const named = pools.flatMap((pool) => pool.zones);
    const [first] = named;
    if (variant === "eks" && first && new Set(named.map(({ value }) => value)).size === 1)
      report({ zone: first.value }, { span: first.span });
  },
});
