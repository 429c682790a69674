import { filestoreTiers } from "../../knowledge/filestore-tiers.ts";
import { readableBytes } from "../../output/quantities.ts";
import { lookUp } from "../../text/look-up.ts";
import { defineRule } from "../rule.ts";

/** A Filestore instance has a size that its tier has. */
export const tierSize = defineRule<{ problem: string; tier: string; bounds: string }>({
  code: "storage/tier-size",
  title: "A Filestore instance of a size that its tier does not have",
  why: "Google refuses to make an instance outside of its tier's sizes, and the claim on it would wait for ever.",
  message: ({ problem, tier, bounds }) => `${problem}: an instance of tier \`${tier}\` has ${bounds}.`,
  each: "storages",
  check: ({ settings, size, span }, report) => {
    const tier = settings["tier"];
    const known = tier && lookUp(filestoreTiers, tier.value);
    if (tier === undefined || known === undefined) return;
    if (size !== undefined && size.value >= known.smallest && size.value <= known.largest) return;
    const bounds = `${readableBytes(known.smallest)} to ${readableBytes(known.largest)}`;
    const problem = size === undefined ? "`size` is missing" : `${readableBytes(size.value)} can't be`;
    report({ problem, tier: tier.value, bounds }, { span: size?.span ?? span });
  },
});
