// Where a cluster lies.

import { regionsOf } from "../knowledge/regions.ts";
import type { Provider } from "./provider.ts";
import type { Sourced } from "./sourced.ts";

/** The setting that says where a provider's cluster lies: its region, or the zone of a zonal cluster. Absent where none does. */
export function placeSetting({
  variant,
  settings,
}: Pick<Provider, "variant" | "settings">): { readonly key: string; readonly place: Sourced<string> } | undefined {
  if (regionsOf[variant] === undefined) return undefined;
  const key = ["region", "location", "zone"].find((one) => settings[one] !== undefined);
  const place = key === undefined ? undefined : settings[key];
  return key === undefined || place === undefined ? undefined : { key, place };
}

/** The region of a provider's cluster, as its cloud's tools name it. Absent where it has none. */
export function regionOf(provider: Pick<Provider, "variant" | "settings">): string | undefined {
  const found = placeSetting(provider);
  if (found === undefined) return undefined;
  const { key, place } = found;
  return key === "zone" ? place.value.replace(/-(?:ai\d+)?[a-z]$/, "") : regionsOf[provider.variant]?.read(place.value);
}
