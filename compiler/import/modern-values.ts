// Values of older charts under the keys that they have now, so that a hub of a chart before 1.0 is imported by the words of its sign-in too.

import { type OldKey, oldKeys, oldSignIns } from "../knowledge/old-chart-keys.ts";
import type { ChartData, ChartEntry, ChartMap } from "../schema/values/chart-data.ts";
import type { Span } from "../text/span.ts";

export interface MovedValue {
  readonly from: string;
  readonly to: string;
}

export interface ModernValues {
  readonly values: ChartMap;
  readonly moved: readonly MovedValue[];
}

/** `all`: every file's values together, which say what kind of sign-in `auth` is; `key`: where the chart's values lie. */
export function modernValues(
  values: ChartMap,
  { all, key }: { readonly all: ChartMap; readonly key: readonly string[] },
): ModernValues {
  const inner = key.reduce<ChartMap | undefined>((map, name) => mapIn(map, name), values);
  const kind = signInKind(key.reduce<ChartMap | undefined>((map, name) => mapIn(map, name), all));
  if (inner === undefined) return { values, moved: [] };
  const moved: MovedValue[] = [];
  const chart = [...oldKeys, ...kindKeys(kind)].reduce(
    (map, oldKey) => moveKey(map, oldKey, moved),
    withClass(inner, kind, moved),
  );
  return moved.length === 0 ? { values, moved } : { values: replaced(values, key, chart), moved };
}

/** The class of the old `auth`, and the class by which its traits go. */
interface SignInKind {
  readonly name: string;
  readonly section: string | undefined;
}

function signInKind(chart: ChartMap | undefined): SignInKind | undefined {
  const auth = mapIn(chart, "auth");
  const type = textIn(auth, "type");
  const custom = textIn(mapIn(auth, "custom"), "className");
  if (type === "custom" && custom !== undefined) return { name: custom, section: custom.split(".").at(-1) };
  const known = type !== undefined && Object.hasOwn(oldSignIns, type) ? oldSignIns[type] : undefined;
  return known && { name: known.name, section: known.section };
}

function kindKeys(kind: SignInKind | undefined): readonly OldKey[] {
  if (kind?.section === undefined) return [];
  return [{ from: ["auth", "custom", "config"], to: [["hub", "config", kind.section]], how: "as-is" }];
}

const classPath = ["hub", "config", "JupyterHub", "authenticator_class"];

/** `auth.type`, and `auth.custom.className` where it is that, as the hub's class. */
function withClass(chart: ChartMap, kind: SignInKind | undefined, moved: MovedValue[]): ChartMap {
  const isCustom = textIn(mapIn(chart, "auth"), "type") === "custom";
  const old = [["auth", "type"], ...(isCustom ? [["auth", "custom", "className"]] : [])];
  const entries = old.map((path) => entryAt(chart, path));
  const [entry] = entries.flatMap((entry) => entry ?? []);
  if (kind === undefined || entry === undefined) return chart;
  const name: ChartData = { kind: "scalar", value: kind.name, span: entry.value.span, from: undefined };
  const rest = old.reduce<ChartMap>((map, path) => without(map, path), chart);
  for (const [i, path] of old.entries())
    if (entries[i] !== undefined) moved.push({ from: path.join("."), to: classPath.join(".") });
  return put(rest, classPath, { ...entry, value: name });
}

function moveKey(chart: ChartMap, { from, to, how }: OldKey, moved: MovedValue[]): ChartMap {
  const entry = entryAt(chart, from);
  if (entry === undefined) return chart;
  const value = rewritten(entry.value, how);
  // What the new key says already is what holds: the old one then stays, to be said as dropped.
  const isTaken = to.some((path) => {
    const there = entryAt(chart, path)?.value;
    return (
      there !== undefined &&
      !(there.kind === "map" && value?.kind === "map") &&
      from.join() !== path.slice(0, from.length).join()
    );
  });
  if (value === undefined || isTaken) return chart;
  moved.push({ from: from.join("."), to: to.map((path) => path.join(".")).join(", ") });
  return to.reduce<ChartMap>((map, path) => put(map, path, { ...entry, value }), without(chart, from));
}

function rewritten(value: ChartData, how: OldKey["how"]): ChartData | undefined {
  if (how === "as-is") return value;
  if (how === "as-list-if-one" && value.kind === "list") return value;
  if (how === "as-list" || how === "as-list-if-one") return { kind: "list", items: [value], span: value.span };
  if (value.kind !== "scalar") return undefined;
  if (how === "as-named-text") return typeof value.value === "string" ? value : undefined;
  return typeof value.value === "boolean" ? { ...value, value: !value.value } : undefined;
}

function mapIn(map: ChartMap | undefined, key: string): ChartMap | undefined {
  const value = map?.entries.find((entry) => entry.key === key)?.value;
  return value?.kind === "map" ? value : undefined;
}

function textIn(map: ChartMap | undefined, key: string): string | undefined {
  const value = map?.entries.find((entry) => entry.key === key)?.value;
  return value?.kind === "scalar" && typeof value.value === "string" ? value.value : undefined;
}

function entryAt(map: ChartMap, [key = "", ...rest]: readonly string[]): ChartEntry | undefined {
  const entry = map.entries.find((entry) => entry.key === key);
  if (rest.length === 0 || entry === undefined) return entry;
  return entry.value.kind === "map" ? entryAt(entry.value, rest) : undefined;
}

/** The map without what stands at a path, and without the maps that hold nothing then. */
function without(map: ChartMap, [key = "", ...rest]: readonly string[]): ChartMap {
  const entries = map.entries.flatMap((entry): readonly ChartEntry[] => {
    if (entry.key !== key) return [entry];
    if (rest.length === 0 || entry.value.kind !== "map") return [];
    const inner = without(entry.value, rest);
    return inner.entries.length === 0 ? [] : [{ ...entry, value: inner }];
  });
  return { ...map, entries };
}

/** What stands at a path already stays, but for maps, which are merged. */
function put(map: ChartMap, [key = "", ...rest]: readonly string[], { value, keySpan, doc }: ChartEntry): ChartMap {
  const there = map.entries.find((entry) => entry.key === key);
  const inner: ChartData = rest.length === 0 ? value : put(mapOf(there, keySpan), rest, { key, value, keySpan, doc });
  if (there === undefined) {
    const entry = { key, keySpan, value: inner, doc: rest.length === 0 ? doc : undefined };
    return { ...map, entries: [...map.entries, entry] };
  }
  const kept = rest.length > 0 ? inner : merged(there.value, inner);
  return { ...map, entries: map.entries.map((entry) => (entry === there ? { ...entry, value: kept } : entry)) };
}

function mapOf(entry: ChartEntry | undefined, span: Span): ChartMap {
  return entry?.value.kind === "map" ? entry.value : { kind: "map", entries: [], span };
}

function merged(there: ChartData, added: ChartData): ChartData {
  if (there.kind !== "map" || added.kind !== "map") return there;
  return added.entries.reduce<ChartMap>((map, entry) => put(map, [entry.key], entry), there);
}

function replaced(map: ChartMap, [key, ...rest]: readonly string[], chart: ChartMap): ChartMap {
  if (key === undefined) return chart;
  const entries = map.entries.map((entry) =>
    entry.key === key && entry.value.kind === "map" ? { ...entry, value: replaced(entry.value, rest, chart) } : entry,
  );
  return { ...map, entries };
}
