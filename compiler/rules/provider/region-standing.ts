// Where a cluster lies, held against the regions that are known: one of them, a slip of one, or a name that may be newer than the list.

import { type Regions, regionsOf } from "../../knowledge/regions.ts";
import type { Provider } from "../../model/provider.ts";
import { placeSetting, regionOf } from "../../model/region-of.ts";
import type { Sourced } from "../../model/sourced.ts";
import { editDistance } from "../../text/edit-distance.ts";

/** A place that is not known: what is written, the region that it names, and whether a newer region may have that name. */
export interface UnknownPlace {
  readonly key: string;
  readonly place: Sourced<string>;
  readonly region: string;
  readonly regions: Regions;
  readonly maybeNewer: boolean;
}

/** Absent where the provider has no regions, or its region is known. */
export function unknownPlace(provider: Provider): UnknownPlace | undefined {
  const regions = regionsOf[provider.variant];
  const where = placeSetting(provider);
  const region = regionOf(provider);
  if (regions === undefined || where === undefined || region === undefined || regions.known.includes(region))
    return undefined;
  return { ...where, region, regions, maybeNewer: mayBeNewer(region, regions) };
}

/** True for another number, or another point of the compass, of a known place, and for a place that is not close to a known one. */
function mayBeNewer(name: string, { known, form }: Regions): boolean {
  if (!form.test(name)) return false;
  const areas = [...new Set(known.map(areaOf))];
  const area = areaOf(name);
  return areas.includes(area) || !areas.some((other) => isSlipOf(area, other));
}

/** Two letters stand for a country, and most are one letter from those of another: only `ue` for `eu` is a slip. */
function isSlipOf(area: string, known: string): boolean {
  return area.length <= 2 ? [...area].reverse().join("") === known : editDistance(area, known, 1) === 1;
}

/** A region's name without its number and its point of the compass: `us`, `us-gov`. Azure writes both in one word: `westus`. */
function areaOf(name: string): string {
  return name.replace(/-?\d+$/, "").replace(/-[a-z]+$/, "");
}
