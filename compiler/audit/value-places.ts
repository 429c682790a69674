// Parts of values by their paths, and the leaves that they come to.

import type { JsonPath } from "../knowledge/json-schema.ts";
import type { ChartLeaf } from "../model/chart-leaf.ts";
import type { ChartData, ChartEntry, ChartKey, ChartMap } from "../schema/values/chart-data.ts";
import type { Span } from "../text/span.ts";

export interface ValuePlace {
  readonly data: ChartData;
  /** Absent for an item of a list. */
  readonly key: Span | undefined;
}

/** What is at a path; undefined where nothing is written. */
export function placeAt(values: ChartMap, path: JsonPath): ValuePlace | undefined {
  let place: ValuePlace | undefined = { data: values, key: undefined };
  for (const key of path) {
    const within: ChartData | undefined = place?.data;
    if (within?.kind === "list") {
      const item: ChartData | undefined = within.items[Number(key)];
      place = item && { data: item, key: undefined };
    } else {
      const entry: ChartEntry | undefined =
        within?.kind === "map" ? within.entries.find((entry) => entry.key === key) : undefined;
      place = entry && { data: entry.value, key: entry.keySpan };
    }
  }
  return place;
}

/** The map at a path of keys; an empty one where there is none. */
export function mapOfValues(values: ChartMap, path: readonly string[]): ChartMap {
  const data = placeAt(values, path)?.data;
  return data?.kind === "map" ? data : { kind: "map", entries: [], span: values.span };
}

/** Every value, taken apart down to what is no map. */
export function leavesOf(values: ChartMap, keys: readonly ChartKey[] = []): readonly ChartLeaf[] {
  return values.entries.flatMap(({ key, keySpan, value }): readonly ChartLeaf[] => {
    const at = [...keys, { key, span: keySpan }];
    if (value.kind === "map" && value.entries.length > 0) return leavesOf(value, at);
    return [{ path: at.map((key) => key.key), keys: at, data: value, replaces: undefined, notes: [] }];
  });
}

/** The values without those at some paths of keys. */
export function withoutPaths(values: ChartMap, paths: readonly (readonly string[])[]): ChartMap {
  if (paths.length === 0) return values;
  const entries = values.entries.flatMap((entry) => {
    const within = paths.filter(([first]) => first === entry.key).map(([, ...rest]) => rest);
    if (within.some((rest) => rest.length === 0)) return [];
    return entry.value.kind === "map" ? [{ ...entry, value: withoutPaths(entry.value, within) }] : [entry];
  });
  return { ...values, entries };
}
