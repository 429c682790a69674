// A part of a value of one's own, by its path in the chart's values: where it and its key were written.

import type { JsonPath } from "../knowledge/json-schema.ts";
import type { ChartData, ChartEntry } from "../schema/values/chart-data.ts";
import type { Span } from "../text/span.ts";
import type { ChartLeaf } from "./chart-leaf.ts";

export interface LeafPart {
  readonly data: ChartData;
  /** Absent for an item of a list. */
  readonly key: Span | undefined;
}

/** What is at a path within the value; undefined where the path leads elsewhere. `skipped`: items of its list that others put before its own. */
export function partOf({ path: own, keys, data }: ChartLeaf, path: JsonPath, skipped = 0): LeafPart | undefined {
  if (path.length < own.length) return undefined;
  let part: LeafPart | undefined = { data, key: keys.at(-1)?.span };
  for (const [depth, key] of path.slice(own.length).entries()) {
    const within: ChartData | undefined = part?.data;
    if (within?.kind === "list" && typeof key === "number") {
      const item: ChartData | undefined = within.items[depth === 0 ? key - skipped : key];
      part = item && { data: item, key: undefined };
    } else {
      const entry: ChartEntry | undefined =
        within?.kind === "map" ? within.entries.find((one) => one.key === key) : undefined;
      part = entry && { data: entry.value, key: entry.keySpan };
    }
  }
  return part;
}
