// What holds for a hub and not for a stage is looked at in one stage of the hub.

import type { Model, Release } from "../model/model.ts";

/** One release of each hub. */
export function firstReleases({ releases }: Model): readonly Release[] {
  const seen = new Set<string>();
  return releases.filter(({ hub }) => {
    const isFirst = !seen.has(hub);
    seen.add(hub);
    return isFirst;
  });
}
