// One value of the chart that a program sets itself: where in the chart's tree it goes, and where it was written.

import type { Json, JsonPath } from "../knowledge/json-schema.ts";
import type { ChartData, ChartEntry, ChartKey } from "../schema/values/chart-data.ts";
import type { Span } from "../text/span.ts";
import type { Sourced } from "./sourced.ts";

/** A text, number, truth, null, list, secret or empty map at a path of keys; maps that hold something are taken apart. */
export interface ChartLeaf {
  /** From the root of the chart's values. */
  readonly path: readonly string[];
  /** The last keys of the path, as many as were written. */
  readonly keys: readonly ChartKey[];
  readonly data: ChartData;
  /** What of the inherited values it replaces: all at this path and below. Absent where it adds. */
  readonly replaces: readonly string[] | undefined;
  /** Doc comments, each of so many keys of the path. */
  readonly notes: readonly { readonly depth: number; readonly text: string }[];
  /** It has an error, and nothing is known of what holds at this path and below. */
  readonly leavesOpen?: readonly string[];
}

/** A value of one's own as it holds for a release. */
export interface OwnValue {
  readonly leaf: Sourced<ChartLeaf>;
  /** Its list begins with what hubc, or else the chart, has there. */
  readonly adds: boolean;
}

/** Does `path` lie at `above`, or below it? */
export function isAtOrBelow(path: readonly string[], above: readonly string[]): boolean {
  return above.length <= path.length && above.every((key, i) => key === path[i]);
}

/** Does a path lie at one of many, or below one? Asked of every leaf, without looking through them all. */
export function liesIn(places: readonly (readonly string[])[]): (path: readonly string[]) => boolean {
  const known = new Set(places.map((one) => one.join("\0")));
  return (path) => {
    let above = "";
    for (const [i, key] of path.entries()) {
      above = i === 0 ? key : `${above}\0${key}`;
      if (known.has(above)) return true;
    }
    return places.length > 0 && known.has("") && places.some((one) => one.length === 0);
  };
}

/** A part of a value of one's own: where it and its key were written. */
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
        within?.kind === "map" ? within.entries.find((entry) => entry.key === key) : undefined;
      part = entry && { data: entry.value, key: entry.keySpan };
    }
  }
  return part;
}

// Values of one's own as plain data, for those who check them as the chart and the hub will see them.

/** The data without its places. A secret is what stands for it where the chart takes one: a variable's reference. */
export function jsonOf(data: ChartData): Json {
  switch (data.kind) {
    case "scalar":
      return data.value;
    case "list":
      return data.items.map(jsonOf);
    case "map":
      return Object.fromEntries(data.entries.map(({ key, value }) => [key, jsonOf(value)]));
    case "secret":
      return { valueFrom: { secretKeyRef: { key: data.secret.key } } };
  }
}

/** Can a secret stand at this path? Variables take a reference to one in place of a text (chart 4.4.0: `extraEnv`, as a map). */
export function takesSecret(path: readonly string[]): boolean {
  const owner = path.slice(0, -2).join(".");
  return path.at(-2) === "extraEnv" && ["hub", "singleuser", "proxy.chp", "proxy.traefik"].includes(owner);
}
