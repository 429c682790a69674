import { canMount, mountable } from "../../knowledge/storage-support.ts";
import { defineRule } from "../rule.ts";

/** A hub's homes are on storage that its cluster can mount. */
export const providerHasIt = defineRule<{
  storage: string;
  variant: string;
  hub: string;
  provider: string;
  can: readonly string[];
}>({
  code: "storage/not-on-provider",
  title: "Storage that a cluster can't mount",
  why: "Some storage belongs to one cloud: only its clusters have the driver or the network for it. A folder of a node (`host-path`) is lost where nodes come and go. Servers would wait for their homes for ever, or lose them.",
  message: ({ storage, variant, hub, provider, can }) =>
    `Hub \`${hub}\` is on ${provider}, which can't mount the ${variant} storage \`${storage}\`: it can have ${can.map((one) => `\`${one}\``).join(", ")}.`,
  judges: "parts",
  several: true,
  check: (model, report) => {
    const told = new Set<string>();
    for (const { hub, homes, provider } of model.releases) {
      const key = `${homes.name} ${provider.name}`;
      if (canMount(provider.variant, homes.variant) || told.has(key)) continue;
      told.add(key);
      const can = mountable(provider.variant);
      const parameters = { storage: homes.name, variant: homes.variant, hub, provider: provider.variant, can };
      const related = [{ span: provider.span, message: "The cluster." }];
      report(parameters, { span: homes.span, related });
    }
  },
});
