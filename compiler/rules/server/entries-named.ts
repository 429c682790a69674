// What stands under a key anywhere in a value of the chart: profiles and volumes are lists of maps.

import type { ChartData } from "../../schema/values/chart-data.ts";

/** The values of every entry `key` in the data, however deep. */
export function entriesNamed(key: string, data: ChartData): ChartData[] {
  if (data.kind === "list") return data.items.flatMap((item) => entriesNamed(key, item));
  if (data.kind !== "map") return [];
  return data.entries.flatMap((entry) => [
    ...(entry.key === key ? [entry.value] : []),
    ...entriesNamed(key, entry.value),
  ]);
}
