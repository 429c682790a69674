import { googleZones } from "../../knowledge/regions.ts";
import type { Provider } from "../../model/provider.ts";
import { regionOf } from "../../model/region-of.ts";
import { defineRule, type ReportOf } from "../rule.ts";

interface Parameters {
  readonly zone: string;
  readonly region: string;
  readonly letters: readonly string[];
}

/** The zones of Google's regions that are known. */
export const unknownZone = defineRule<Parameters>({
  code: "provider/unknown-zone",
  severity: "warning",
  title: "A zone that is not known",
  why: "Google's regions have different zones: `us-east1` has no `a`. The cloud refuses a zone that does not exist when nodes are made in it.",
  message: ({ zone, region, letters }) =>
    `No zone \`${zone}\` is known here: those of \`${region}\` are ${letters.map((letter) => `\`${region}-${letter}\``).join(", ")}.`,
  check: (model, report) => {
    for (const provider of model.providers) {
      const region = regionOf(provider);
      if (provider.variant === "gke" && region !== undefined) checkZones(provider, region, report);
    }
  },
});

/** The cluster's own zone, which may lack its letter, and those of its pools, of which `provider/zone-elsewhere` says that. */
function checkZones({ settings, pools }: Provider, region: string, report: ReportOf<Parameters>): void {
  const letters = googleZones(region);
  if (letters === undefined) return;
  const own = settings["zone"];
  const lettered = new RegExp(`^${region}-[a-z]$`);
  const zones = [...(own === undefined ? [] : [own]), ...pools.flatMap((pool) => pool.zones)];
  for (const zone of zones) {
    const { value, span } = zone;
    const isOther = lettered.test(value) && !letters.includes(value.slice(-1));
    if (isOther || (zone === own && value === region)) report({ zone: value, region, letters }, { span });
  }
}
