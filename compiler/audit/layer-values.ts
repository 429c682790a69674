// Several values files as helm puts them together: maps are merged, all else is replaced by the later file (helm 3.17, pkg/cli/values).

import type { ChartData, ChartEntry, ChartList, ChartMap } from "../schema/values/chart-data.ts";
import type { Span } from "../text/span.ts";

/** A list of an earlier file, in place of which a later one has its own. */
export interface ReplacedList {
  readonly path: readonly string[];
  readonly before: ChartList;
  readonly after: ChartList;
  readonly key: Span;
}

export interface LayeredValues {
  readonly values: ChartMap;
  readonly replaced: readonly ReplacedList[];
}

/** `files`: the values of each file, in the order in which helm takes them. */
export function layerValues(files: readonly ChartMap[]): LayeredValues {
  const replaced: ReplacedList[] = [];
  const [first, ...rest] = files;
  if (first === undefined) throw new Error("invariant: a hub has at least one values file");
  const values = rest.reduce((before, after) => merge(before, after, { path: [], replaced }), first);
  return { values, replaced };
}

interface Merging {
  readonly path: readonly string[];
  readonly replaced: ReplacedList[];
}

function merge(before: ChartMap, after: ChartMap, { path, replaced }: Merging): ChartMap {
  const entries = new Map(before.entries.map((entry) => [entry.key, entry]));
  for (const entry of after.entries) {
    const at = [...path, entry.key];
    const there = entries.get(entry.key);
    entries.set(
      entry.key,
      there === undefined ? entry : { ...entry, value: laid(there, entry, { path: at, replaced }) },
    );
  }
  return { kind: "map", entries: [...entries.values()], span: after.span };
}

function laid({ value: before }: ChartEntry, { value: after, keySpan }: ChartEntry, merging: Merging): ChartData {
  if (before.kind === "map" && after.kind === "map") return merge(before, after, merging);
  if (before.kind === "list" && after.kind === "list")
    merging.replaced.push({ path: merging.path, before, after, key: keySpan });
  return after;
}
