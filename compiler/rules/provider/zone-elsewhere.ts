import type { Provider } from "../../model/provider.ts";
import type { Sourced } from "../../model/sourced.ts";
import { defineRule, type ReportOf } from "../rule.ts";

interface Parameters {
  readonly zone: string;
  readonly where: string;
  readonly expected: string;
}

/** The zones of pools lie where the cluster lies. */
export const zoneElsewhere = defineRule<Parameters>({
  code: "provider/zone-elsewhere",
  title: "A zone that is not where the cluster is",
  why: "A pool's nodes lie in zones of its cluster's region. Zones have the names that the provider gives them: `us-central1-b` on Google's cloud, `us-west-2a` on Amazon's, `1`, `2` and `3` on Azure.",
  message: ({ zone, where, expected }) => `\`${zone}\` is no zone of ${where}: they are named like ${expected}.`,
  check: (model, report) => {
    for (const provider of model.providers)
      for (const zone of provider.pools.flatMap((pool) => pool.zones)) checkPlace(provider, zone, report);
  },
});

function checkPlace(provider: Provider, zone: Sourced<string>, report: ReportOf<Parameters>): void {
  const place = placeOf(provider);
  if (place === undefined || place.accepts(zone.value)) return;
  report({ zone: zone.value, ...place }, { span: zone.span });
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
