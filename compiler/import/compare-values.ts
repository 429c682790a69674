// Values that a hub has today beside those that a program compiles to: which leaves are the same, which are missing or have another value, and
// which are new. Both are seen as the chart's templates see them: merged onto the values of the umbrella chart and over the chart's own defaults.

import { bytesIn } from "../knowledge/byte-specification.ts";
import { withDefaults } from "../knowledge/chart-values.ts";
import type { Chart } from "../knowledge/charts/charts.ts";
import { isList, isMap, type Json, type JsonMap } from "../knowledge/json-schema.ts";
import { quantityIn } from "../knowledge/kubernetes-amounts.ts";
import {
  idlePaths,
  isIdle,
  keyOf,
  leavesByMeaning,
  type MeaningUse,
  type MeantLeaf,
  meaningOf,
  signInLine,
  standingAt,
} from "./meaning.ts";
import { withProfilesFilledIn } from "./profiles-filled-in.ts";

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
  if (today === undefined || then === undefined) throw new Error("invariant: two trees give two");
  const meaning = {
    part: use.chartKey,
    chart: use.chart,
    line: signInLine(today, use.chartKey),
    idle: idlePaths(today, use.chartKey),
  };
  const [before, after] = [today, then].map((tree) => leavesByMeaning(tree, leavesOf(tree), meaning));
  if (before === undefined || after === undefined) throw new Error("invariant: two trees give two");
  const leaves = leavesOf(use.own);
  const owned = new Set<string>();
  const paths = new Set(leaves.map(({ path }) => keyOf(path)));
  const same: Leaf[] = [];
  const missing: Leaf[] = [];
  const different: ChangedLeaf[] = [];
  for (const leaf of leaves) {
    const own = meaningOf(leaf, today, meaning) ?? { ...leaf, meaning: keyOf(leaf.path), meant: leaf.value, rank: 0 };
    owned.add(own.meaning);
    // What another class says in its place is what holds today.
    const held = before.get(own.meaning) ?? own;
    const meantLeaf = after.get(own.meaning) ?? within(then, leaf.path);
    if (isSame(held, meantLeaf, meaning)) same.push(leaf);
    else if (meantLeaf === undefined) missing.push(leaf);
    else different.push({ path: leaf.path, today: held.value, compiled: meantLeaf.value });
  }
  for (const [key, leaf] of before) {
    if (owned.has(key)) continue;
    const meantLeaf = after.get(key) ?? within(then, leaf.path);
    if (!isSame(leaf, meantLeaf, meaning))
      different.push({ path: leaf.path, today: leaf.value, compiled: meantLeaf?.value });
  }
  const added = [...after].flatMap(([key, leaf]) => {
    const isKnown = before.has(key) || owned.has(key) || isNothing(leaf.value) || isInOneOf(leaf.path, paths);
    return isKnown || isSame(undefined, leaf, meaning) ? [] : [{ path: leaf.path, value: leaf.value }];
  });
  return { leaves, same, missing, different, added };
}

/** What the templates see without the hub's own values. */
export function standingValues(use: ValuesInUse): JsonMap {
  return seenByChart(use, {});
}

/** A list or a map that stands where a leaf, an empty one, stood. */
function within(tree: JsonMap, path: LeafPath): MeantLeaf | undefined {
  const value = valueAtPath(tree, path);
  return value === undefined || value === null || typeof value !== "object"
    ? undefined
    : { path, value, meant: value, meaning: keyOf(path), rank: 0 };
}

/** Values as the templates see them. */
function seenByChart({ below, chartKey, chart }: ValuesInUse, values: JsonMap): JsonMap {
  const laid = mergeValues(below, values);
  const inner = chartKey.reduce<Json | undefined>((found, key) => (isMap(found) ? found[key] : undefined), laid);
  return putAt(laid, chartKey, withProfilesFilledIn(withDefaults(chart, isMap(inner) ? inner : {})));
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

export function valueAtPath(values: Json | undefined, path: LeafPath): Json | undefined {
  let found = values;
  for (const key of path)
    found = isList(found) ? found[Number(key)] : isMap(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  return found;
}

/** Is the same seen with both? Where nothing is said, what is there anyway holds. */
function isSame(meantLeaf: MeantLeaf | undefined, other: MeantLeaf | undefined, use: MeaningUse): boolean {
  const either = meantLeaf ?? other;
  if (either !== undefined && isIdle(either, use)) return true;
  if (meantLeaf !== undefined) {
    // A `null` takes away, and a map without keys changes nothing in what is there.
    if (meantLeaf.value === null) return isNothing(other?.value ?? null);
    if (isMap(meantLeaf.value)) return other === undefined || isMap(other.value);
  }
  const [left, right] = [meantLeaf?.meant ?? filledIn(other, use), other?.meant ?? filledIn(meantLeaf, use)];
  if (left === undefined || right === undefined) return false;
  if (JSON.stringify(left) === JSON.stringify(right)) return true;
  const [before, after] = [amountOf(meantLeaf ?? other, left), amountOf(other ?? meantLeaf, right)];
  return before !== undefined && before === after;
}

function filledIn(leaf: MeantLeaf | undefined, use: MeaningUse): Json | undefined {
  return leaf && standingAt(leaf, use);
}

function amountOf(leaf: MeantLeaf | undefined, value: Json): number | undefined {
  return leaf && amountIn(leaf.path, value);
}

function isNothing(value: Json): boolean {
  return value === null || (isMap(value) && Object.keys(value).length === 0);
}

/** Is a leaf below one of the hub's own, which is then different as a whole? An empty map holds whatever is added to it. */
function isInOneOf(path: LeafPath, own: ReadonlySet<string>): boolean {
  return path.some((_, length) => length > 0 && own.has(keyOf(path.slice(0, length))));
}

// What an amount in values comes to, so that `1Gi` and 1073741824 are the same where both are amounts.

/** Keys above amounts of Kubernetes: of containers, and of what KubeSpawner asks for beside memory and cpu (chart 4.4.0, values.yaml). */
const amountMaps: ReadonlySet<string> = new Set([
  "limits",
  "requests",
  "guarantees",
  "extra_resource_limits",
  "extra_resource_guarantees",
]);

/** The amount at a path, in bytes, cores or whole things; undefined where none stands at such a path. */
export function amountIn(path: LeafPath, value: Json): number | undefined {
  const [last, above] = [path.at(-1), path.at(-2)].map(String);
  if (isOfJupyterHub(last ?? "", above ?? "")) return bytesIn(value);
  if (amountMaps.has(above ?? "") || isOfKubernetes(last ?? "")) return quantityIn(value);
  if (/^cpu_(?:limit|guarantee)$/.test(last ?? "") || above === "cpu") return quantityIn(value);
  return undefined;
}

/** JupyterHub counts `G` by 1024 and knows no `Gi` (jupyterhub 5.5, traitlets.py, ByteSpecification). */
function isOfJupyterHub(last: string, above: string): boolean {
  return /^mem_(?:limit|guarantee)$/.test(last) || (above === "memory" && /^(?:limit|guarantee)$/.test(last));
}

function isOfKubernetes(last: string): boolean {
  return ["storage", "capacity", "sizeLimit"].includes(last);
}
