// Zones of a pool lie where the cluster lies, and are enough of them.

import { defineDiagnostic, diagnose, type Report } from "../../diagnostics/diagnostic.ts";
import type { Provider } from "../../model/model.ts";
import type { Sourced } from "../../model/sourced.ts";
import type { Rule } from "../rule.ts";

const elsewhere = defineDiagnostic<{ zone: string; where: string; expected: string }>({
  code: "provider/zone-elsewhere",
  severity: "error",
  title: "A zone that is not where the cluster is",
  why: "A pool's nodes lie in zones of its cluster's region. Zones have the names that the provider gives them: `us-central1-b` on Google's cloud, `us-west-2a` on Amazon's, `1`, `2` and `3` on Azure.",
  message: ({ zone, where, expected }) => `\`${zone}\` is no zone of ${where}: they are named like ${expected}.`,
});

const onlyOne = defineDiagnostic<{ zone: string }>({
  code: "provider/one-zone",
  severity: "error",
  title: "An EKS cluster in one zone",
  why: "EKS makes a cluster in at least two zones, and eksctl takes those that the pools name. A pool may still lie in one zone when another pool names a second.",
  message: ({ zone }) =>
    `\`${zone}\` is the only zone that pools name, and EKS needs two: name another one on some pool, or none at all.`,
});

/** The zones of pools. */
export const zones: Rule = {
  diagnostics: [elsewhere, onlyOne],
  check: (model, report) => {
    for (const provider of model.providers) {
      const named = provider.pools.flatMap((pool) => pool.zones);
      for (const zone of named) checkPlace(provider, zone, report);
      const [first] = named;
      if (provider.variant === "eks" && first && new Set(named.map(({ value }) => value)).size === 1)
        report(diagnose(onlyOne, { zone: first.value }, { span: first.span }));
    }
  },
};

function checkPlace(provider: Provider, zone: Sourced<string>, report: Report): void {
  const place = placeOf(provider);
  if (place === undefined || place.accepts(zone.value)) return;
  report(diagnose(elsewhere, { zone: zone.value, ...place }, { span: zone.span }));
}

interface Place {
  readonly where: string;
  readonly expected: string;
  readonly accepts: (zone: string) => boolean;
}

function placeOf(provider: Provider): Place | undefined {
  const setting = (key: string) => provider.settings[key]?.value;
  if (provider.variant === "aks")
    return { where: "Azure", expected: "`1`, `2` and `3`", accepts: (zone) => /^[1-9]$/.test(zone) };
  if (provider.variant !== "gke" && provider.variant !== "eks") return undefined;
  const region = setting("region") ?? setting("zone")?.replace(/-[a-z]$/, "");
  if (region === undefined) return undefined;
  const dash = provider.variant === "gke" ? "-" : "";
  const accepts = (zone: string) =>
    zone.startsWith(region + dash) && /^[a-z]$/.test(zone.slice(region.length + dash.length));
  return { where: `\`${region}\``, expected: `\`${region}${dash}a\``, accepts };
}
