// What a release's own `values`, `config` and `python` say, whatever the vocabulary says beside them.

import { chartValueOfTrait } from "../knowledge/hub-traits.ts";
import { isMap, type Json, type JsonMap, valueAt } from "../knowledge/json-schema.ts";
import type { ChartData } from "../schema/values/chart-data.ts";
import type { Span } from "../text/span.ts";
import { type Block, freeSettings } from "./block.ts";
import { type ChartLeaf, jsonOf, type OwnValue } from "./chart-leaf.ts";
import type { Release } from "./release.ts";
import { stepsOf } from "./sourced.ts";

/** Stands for what a piece of Python decides when the hub starts: nobody can say it before. */
export const decidedByPython = Symbol("decided by Python");

export type OwnTrait = Json | typeof decidedByPython | undefined;

/** The value that a release sets itself at a path of the chart such as `cull.enabled`; undefined where it sets none. */
export function ownValue(release: Pick<Release, "ownTree">, path: string): Json | undefined {
  return valueAt(release.ownTree, path);
}

/** Values of a block that goes past the vocabulary, in order of path for Python, as the hub runs it. */
export function ownValuesOf(block: Block | undefined): OwnValue[] {
  const found = freeSettings<ChartLeaf>(block).map(({ value }) => ({
    leaf: value,
    adds: value.value.data.kind === "list" && !stepsOf(value).some(({ how }) => how === "set"),
  }));
  return block?.key === "python" ? found.sort((a, b) => (lastKey(a) < lastKey(b) ? -1 : 1)) : found;
}

function lastKey({ leaf }: OwnValue): string {
  return leaf.value.path.at(-1) ?? "";
}

/** All values of its own as one map. A list that is added to holds what is added. */
export function ownTreeOf(values: readonly OwnValue[]): JsonMap {
  const tree: JsonMap = {};
  // Maps that were made here and can be added to: those of values belong to whoever wrote them.
  const own = new Set<JsonMap>([tree]);
  for (const { leaf } of values) putValue(tree, own, leaf.value.path, jsonOf(leaf.value.data));
  return tree;
}

function putValue(tree: JsonMap, own: Set<JsonMap>, path: readonly string[], value: Json): void {
  let map = tree;
  for (const key of path.slice(0, -1)) {
    const there = Object.hasOwn(map, key) ? map[key] : undefined;
    const next: JsonMap = isMap(there) ? (own.has(there) ? there : { ...there }) : {};
    if (next !== there) define(map, key, next);
    own.add(next);
    map = next;
  }
  define(map, path.at(-1) ?? "", value);
}

/** Whatever the key is: `__proto__` too is a key as any other. */
function define(map: JsonMap, key: string, value: Json): void {
  Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
}

/**
 * What a trait of a class or of its parents is set to beside the vocabulary: by Python, which runs last, by `hub.config`, where a class
 * goes before its parents, or by the chart's value for it. `classes`: the class, then its parents.
 */
export function ownTrait(release: Release, classes: readonly string[], trait: string): OwnTrait {
  for (const className of classes) {
    const set = release.ownCode.settings.findLast(
      (setting) => setting.className === className && setting.trait === trait,
    );
    if (set !== undefined) return set.how !== "sets" || set.value === undefined ? decidedByPython : set.value;
    const configured = ownValue(release, `hub.config.${className}.${trait}`);
    if (configured !== undefined) return configured;
  }
  const path = classes.flatMap((className) => chartValueOfTrait(className, trait) ?? [])[0];
  return path === undefined ? undefined : ownValue(release, path);
}

/** The place of the value at a path such as `ingress.hosts`; the last one, where several say it, and undefined where none does. */
export function ownPlace({ ownValues }: Pick<Release, "ownValues">, path: string): Span | undefined {
  const wanted = path.split(".");
  const spans = ownValues.flatMap(({ leaf }) => {
    const { path: said, data } = leaf.value;
    return said.every((key, i) => key === wanted[i]) ? (placeIn(data, wanted.slice(said.length)) ?? []) : [];
  });
  return spans.at(-1);
}

function placeIn(data: ChartData, [key, ...rest]: readonly string[]): Span | undefined {
  if (key === undefined) return data.span;
  const entry = data.kind === "map" ? data.entries.findLast((entry) => entry.key === key) : undefined;
  return entry && placeIn(entry.value, rest);
}
