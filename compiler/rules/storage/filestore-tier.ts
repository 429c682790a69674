import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { filestoreTiers } from "../../knowledge/filestore-tiers.ts";
import { readableBytes } from "../../output/quantities.ts";
import { lookUp } from "../../text/look-up.ts";
import type { Rule } from "../rule.ts";

const tierSize = defineDiagnostic<{ problem: string; tier: string; bounds: string }>({
  code: "storage/tier-size",
  severity: "error",
  title: "A Filestore instance of a size that its tier does not have",
  why: "Google refuses to make an instance outside of its tier's sizes, and the claim on it would wait for ever.",
  message: ({ problem, tier, bounds }) => `${problem}: an instance of tier \`${tier}\` has ${bounds}.`,
});

const bothWays = defineDiagnostic({
  code: "storage/made-or-existing",
  severity: "error",
  title: "An instance that exists and is to be made",
  why: "`server` and `share` name an instance that exists; `tier` makes a new one. With both, nothing says which of the two holds the homes.",
  message: () => "`tier` makes a new instance, and `server` names one that exists: keep one of the two.",
});

/** A Filestore instance is either there, or made in a size that its tier has. */
export const filestoreTier: Rule = {
  diagnostics: [tierSize, bothWays],
  check: (model, report) => {
    for (const { settings, size, span } of model.storages) {
      const tier = settings["tier"];
      const known = tier && lookUp(filestoreTiers, tier.value);
      if (tier === undefined || known === undefined) continue;
      const other = settings["server"] ?? settings["share"];
      if (other)
        report(
          diagnose(bothWays, {}, { span: tier.span, related: [{ span: other.span, message: "The one that exists." }] }),
        );
      const bounds = `${readableBytes(known.smallest)} to ${readableBytes(known.largest)}`;
      if (size === undefined)
        report(diagnose(tierSize, { problem: "`size` is missing", tier: tier.value, bounds }, { span }));
      else if (size.value < known.smallest || size.value > known.largest) {
        report(
          diagnose(
            tierSize,
            { problem: `${readableBytes(size.value)} can't be`, tier: tier.value, bounds },
            { span: size.span },
          ),
        );
      }
    }
  },
};
