// A hub in one stage as it is today: its own values, what lies below them, and what of them can't be read.

import { isEncrypted, withoutSops } from "../audit/encrypted-values.ts";
import { chartKeyOf, checkedAs, nested } from "../audit/hub-values.ts";
import { layerValues } from "../audit/layer-values.ts";
import type { FoundHub, HubPlace } from "../audit/layouts.ts";
import { readValues } from "../audit/read-values.ts";
import { leavesOf } from "../audit/value-places.ts";
import { type Diagnostic, sortDiagnostics } from "../diagnostics/diagnostic.ts";
import { maskLookalikes } from "../diagnostics/secret-mask.ts";
import type { Chart } from "../knowledge/charts/charts.ts";
import { isMap, type Json, type JsonMap } from "../knowledge/json-schema.ts";
import { type ChartLeaf, jsonOf } from "../model/chart-leaf.ts";
import type { ChartMap } from "../schema/values/chart-data.ts";
import { lineIndexAt, lineText, positionAt } from "../text/source-file.ts";
import { mergeValues, valueAtPath } from "./compare-values.ts";
import { type MovedValue, modernValues } from "./modern-values.ts";

export interface Environment {
  readonly name: string;
  readonly place: HubPlace;
  readonly chart: Chart;
  /** Where the chart's values lie. */
  readonly key: readonly string[];
  /** The hub's own values, without what is encrypted. */
  readonly own: JsonMap;
  /** Those of the charts around it. */
  readonly below: JsonMap;
  /** What the JupyterHub chart is given, without its defaults. */
  readonly today: JsonMap;
  /** Own values of the JupyterHub chart, lists as a whole, by their paths in it. */
  readonly leaves: readonly ChartLeaf[];
  /** Own values of other charts, by their paths from the top. */
  readonly others: readonly ChartLeaf[];
  /** What is encrypted, by its path from the top. */
  readonly encrypted: readonly ChartLeaf[];
  /** Own values whose keys are of an older chart, with those that they have in the others here. */
  readonly moved: readonly MovedValue[];
  /** What helm passes over in the files without a word, with its place. */
  readonly passedOver: readonly string[];
}

/** A hub that can't be imported, and why. */
export interface Unreadable {
  /** With the line and column, where it has the name of its only file. */
  readonly name: string;
  readonly why: string;
}

export function readEnvironment(hub: FoundHub, asked: string | undefined): Environment | Unreadable {
  const maps: ChartMap[] = [];
  const passedOver: string[] = [];
  for (const { file, under } of hub.files) {
    const problems: Diagnostic[] = [];
    const values = readValues(file, (diagnostic) => problems.push(diagnostic));
    if (values === undefined) return unreadable(hub.name, problems.at(-1));
    maps.push(nested(withoutSops(values), under));
    passedOver.push(...sortDiagnostics(problems).map((problem) => `${placeOf(problem)}: ${problem.message}`));
  }
  const [below, own] = [maps.slice(0, hub.place.shared), maps.slice(hub.place.shared)];
  if (own.length === 0) return { name: hub.name, why: "it has no values of its own" };
  const all = layerValues(maps).values;
  const key = chartKeyOf(all);
  if (key === undefined) return { name: hub.name, why: "its files hold no values of the JupyterHub chart" };
  const [belowNow, ownNow] = [below, own].map((files) =>
    modernValues(files.length === 0 ? emptyLike(own[0]) : layerValues(files).values, { all, key }),
  );
  if (belowNow === undefined || ownNow === undefined) throw new Error("invariant: two layers give two");
  const [belowValues, ownValues] = [belowNow.values, ownNow.values];
  const chart = checkedAs(asked ?? hub.version).chart;
  const leaves = leavesOf(ownValues);
  const readable = leaves.filter(({ data }) => !isEncrypted(data));
  const isInChart = (leaf: ChartLeaf) => key.every((part, i) => leaf.path[i] === part) && leaf.path.length > key.length;
  const ownJson = fromLeaves(readable);
  const belowJson = asMap(jsonOf(belowValues));
  const today = asMap(valueAtPath(mergeValues(belowJson, ownJson), key) ?? {});
  return {
    name: hub.name,
    place: hub.place,
    chart,
    key,
    own: ownJson,
    below: belowJson,
    today,
    leaves: readable.filter(isInChart).map((leaf) => ({ ...leaf, path: leaf.path.slice(key.length) })),
    others: readable.filter((leaf) => !isInChart(leaf)),
    encrypted: leaves.filter(({ data }) => isEncrypted(data)),
    moved: ownNow.moved,
    passedOver,
  };
}

/** Nothing is read of a file for the last thing that was found in it. A hub that is called as its file is named once, with the place. */
function unreadable(name: string, problem: Diagnostic | undefined): Unreadable {
  if (problem === undefined) throw new Error("invariant: it is said why a file holds no values");
  const place = placeOf(problem);
  return name === problem.span.file.path
    ? { name: place, why: problem.message }
    : { name, why: `${place}: ${problem.message}` };
}

function placeOf({ span: { file, start } }: Diagnostic): string {
  const { line, column } = positionAt(file, start);
  return `${file.path}:${line}:${column}`;
}

function emptyLike(map: ChartMap | undefined): ChartMap {
  if (map === undefined) throw new Error("invariant: a hub has a file of its own");
  return { ...map, entries: [] };
}

function asMap(value: Json): JsonMap {
  return isMap(value) ? value : {};
}

/** The values that some leaves come to, none of which lies below another. */
function fromLeaves(leaves: readonly ChartLeaf[]): JsonMap {
  const values: Branch = new Map();
  for (const { path, data } of leaves) {
    let within = values;
    for (const key of path.slice(0, -1)) {
      const next = within.get(key);
      const inner: Branch = next instanceof Map ? next : new Map();
      if (inner !== next) within.set(key, inner);
      within = inner;
    }
    const last = path.at(-1);
    if (last !== undefined) within.set(last, jsonOf(data));
  }
  return grown(values);
}

/** A map of values that is being put together. */
type Branch = Map<string, Json | Branch>;

function grown(branch: Branch): JsonMap {
  return Object.fromEntries([...branch].map(([key, value]) => [key, value instanceof Map ? grown(value) : value]));
}

/** More lines are values that somebody has taken out. */
const MOST_COMMENTS = 12;

/** Comments that stand above a leaf's keys, a line each: its own, and those of the maps that begin with it. */
export function commentsAbove({ keys }: ChartLeaf): readonly string[] {
  const found: string[] = [];
  let first: number | undefined;
  for (const { span } of keys.toReversed()) {
    const line = lineIndexAt(span.file, span.start);
    if (first !== undefined && line !== first - 1) break;
    let at = line;
    while (at > 0 && line - at <= MOST_COMMENTS && /^\s*#/.test(lineText(span.file, at - 1))) at -= 1;
    const lines = Array.from({ length: line - at }, (_, i) => lineText(span.file, at + i));
    found.unshift(...lines.map((text) => text.replace(/^\s*#+ ?/, "").trimEnd()));
    first = at;
  }
  // Somebody may have put a key beside a line as a note.
  return found.length > MOST_COMMENTS ? [] : found.map(maskLookalikes);
}
