// Values that a hub has today beside those that a program compiles to: which leaves are the same, which are missing or have another value, and
// which are new. Both are seen as the chart's templates see them: laid over the values of the umbrella chart and over the chart's own defaults.

import { withDefaults } from "../knowledge/chart-values.ts";
import type { Chart } from "../knowledge/charts/charts.ts";
import { isList, isMap, type Json, type JsonMap } from "../knowledge/json-schema.ts";
import { amountIn } from "./amount-in.ts";

/** Keys, and numbers of items in lists. */
export type LeafPath = readonly (string | number)[];

/** What is at the end of a path: no map and no list, but for empty ones. */
export interface Leaf {
  readonly path: LeafPath;
  readonly value: Json;
}

export interface ValuesInUse {
  /** What the hub's own files say, merged as helm merges them. */
  readonly own: JsonMap;
  /** Values below them that are given to helm either way, as those of an umbrella chart; empty where there are none. */
  readonly below: JsonMap;
  /** Where the values of the JupyterHub chart lie: the umbrella's key, or nothing. */
  readonly chartKey: readonly string[];
  /** What the chart itself says below all. */
  readonly chart: Chart;
}

/** A leaf whose value is another: what it is today, and what it would be; undefined where there is nothing. */
export interface ChangedLeaf {
  readonly path: LeafPath;
  readonly today: Json | undefined;
  readonly compiled: Json | undefined;
}

export interface ValuesComparison {
  /** Leaves of the hub's own files. */
  readonly leaves: readonly Leaf[];
  /** Those of them that the chart sees with the same meaning. */
  readonly same: readonly Leaf[];
  /** Those of them at whose path the chart would see nothing. */
  readonly missing: readonly Leaf[];
  /** Leaves that the chart sees today, from whatever file, and would see with another value. */
  readonly different: readonly ChangedLeaf[];
  /** Leaves that the chart would see, and sees nothing of today. */
  readonly added: readonly Leaf[];
}

/**
 * `compiled`: the values of the program, with the umbrella's key where `own` has it. Volumes and mounts of servers, which the chart takes as a
 * list or as a map, are told by their names and paths: `extraVolumes`, `home`, `name`.
 */
export function compareValues(use: ValuesInUse, compiled: JsonMap): ValuesComparison {
  const [today, then] = [use.own, compiled].map((values) => seenByChart(use, values));
  const [before, after] = [leavesByPath(today), leavesByPath(then)];
  const leaves = leavesOf(withNamedMounts(use.own, use.chartKey));
  const own = new Set(leaves.map(({ path }) => keyOf(path)));
  const same: Leaf[] = [];
  const missing: Leaf[] = [];
  const different: ChangedLeaf[] = [];
  for (const leaf of leaves) {
    const found = valueAtPath(then, leaf.path);
    if (isSame(leaf, found)) same.push(leaf);
    else if (found === undefined) missing.push(leaf);
    else different.push({ path: leaf.path, today: leaf.value, compiled: found });
  }
  for (const [key, { path, value }] of before) {
    if (own.has(key)) continue;
    const found = valueAtPath(then, path);
    if (!isSame({ path, value }, found)) different.push({ path, today: value, compiled: found });
  }
  const added = [...after].flatMap(([key, leaf]) =>
    before.has(key) || own.has(key) || isNothing(leaf.value) || isInOneOf(leaf.path, own) ? [] : [leaf],
  );
  return { leaves, same, missing, different, added };
}

/** Values as the templates see them. */
function seenByChart({ below, chartKey, chart }: ValuesInUse, values: JsonMap): JsonMap {
  const laid = mergeValues(below, values);
  const inner = chartKey.reduce<Json | undefined>((found, key) => (isMap(found) ? found[key] : undefined), laid);
  return withNamedMounts(putAt(laid, chartKey, withDefaults(chart, isMap(inner) ? inner : {})), chartKey);
}

/** Volumes and mounts of servers as maps, by what tells one from another, whichever way they are written (chart 4.4.0, `storage.extraVolumes`). */
function withNamedMounts(values: JsonMap, chartKey: readonly string[]): JsonMap {
  const names: readonly (readonly [key: string, name: (item: JsonMap) => Json | undefined])[] = [
    ["extraVolumes", ({ name }) => name],
    ["extraVolumeMounts", ({ mountPath }) => mountPath],
  ];
  return names.reduce((changed, [key, name]) => {
    const path = [...chartKey, "singleuser", "storage", key];
    const written = valueAtPath(changed, path);
    const items = isList(written) ? written : isMap(written) ? Object.values(written) : [];
    if (items.length === 0) return changed;
    const named = items.map((item, i) => [isMap(item) ? String(name(item) ?? i) : String(i), item] as const);
    return putAt(changed, path, Object.fromEntries(named));
  }, values);
}

function putAt(values: JsonMap, [key, ...rest]: readonly string[], value: JsonMap): JsonMap {
  if (key === undefined) return value;
  const inner = values[key];
  return { ...values, [key]: putAt(isMap(inner) ? inner : {}, rest, value) };
}

/** As helm puts values files together: maps are merged, all else is replaced (helm 3.17, pkg/cli/values). */
export function mergeValues(before: JsonMap, after: JsonMap): JsonMap {
  const merged = new Map(Object.entries(before));
  for (const [key, value] of Object.entries(after)) {
    const there = merged.get(key);
    merged.set(key, isMap(there) && isMap(value) ? mergeValues(there, value) : value);
  }
  return Object.fromEntries(merged);
}

export function leavesOf(value: Json, path: LeafPath = []): readonly Leaf[] {
  const entries = isList(value) ? [...value.entries()] : isMap(value) ? Object.entries(value) : [];
  if (entries.length === 0) return path.length === 0 ? [] : [{ path, value }];
  return entries.flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

/** A path in one text, by which it is found again; keys hold dots and slashes. */
export function keyOf(path: LeafPath): string {
  return JSON.stringify(path.map(String));
}

function leavesByPath(value: Json | undefined): ReadonlyMap<string, Leaf> {
  return new Map(leavesOf(value ?? {}).map((leaf) => [keyOf(leaf.path), leaf]));
}

export function valueAtPath(values: Json | undefined, path: LeafPath): Json | undefined {
  let found = values;
  for (const key of path)
    found = isList(found) ? found[Number(key)] : isMap(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  return found;
}

/** Has a leaf the same meaning as what is found at its path? */
function isSame({ path, value }: Leaf, found: Json | undefined): boolean {
  // A `null` takes away, and a map without keys changes nothing in what is there.
  if (value === null) return isNothing(found ?? null);
  if (isMap(value)) return found === undefined || isMap(found);
  if (found === undefined || typeof found === "object") return JSON.stringify(value) === JSON.stringify(found);
  if (value === found || isSameName(path, value, found)) return true;
  const [one, other] = [amountIn(path, value), amountIn(path, found)];
  return one !== undefined && one === other;
}

/** JupyterHub reads names of people in small letters (jupyterhub 5.5, auth.py, `normalize_username`). */
function isSameName(path: LeafPath, value: Json, found: Json): boolean {
  const isOfPeople = /^(?:admin|allowed|blocked)_users$/.test(String(path.at(-2)));
  return isOfPeople && String(value).toLowerCase() === String(found).toLowerCase();
}

function isNothing(value: Json): boolean {
  return value === null || (isMap(value) && Object.keys(value).length === 0);
}

/** Is a leaf below one of the hub's own, which is then different as a whole? An empty map holds whatever is added to it. */
function isInOneOf(path: LeafPath, own: ReadonlySet<string>): boolean {
  return path.some((_, length) => length > 0 && own.has(keyOf(path.slice(0, length))));
}
