// Values without those of some leaves, which nothing may say.

import { isList, isMap, type Json, type JsonMap } from "../knowledge/json-schema.ts";
import { type ChartLeaf, jsonOf } from "../model/chart-leaf.ts";

export function withoutLeaves(values: JsonMap, leaves: Iterable<ChartLeaf>): JsonMap {
  return [...leaves].reduce((left, { path }) => without(left, path), values);
}

function without(values: JsonMap, [key, ...inner]: readonly string[]): JsonMap {
  if (key === undefined || !Object.hasOwn(values, key)) return values;
  const { [key]: value, ...others } = values;
  return inner.length > 0 && isMap(value ?? null) ? { ...values, [key]: without(asMap(value), inner) } : others;
}

function asMap(value: Json | undefined): JsonMap {
  return value !== undefined && isMap(value) ? value : {};
}

/** The texts of a leaf: its keys, and those that stand in its value. */
export function textsOf({ path, data }: ChartLeaf): readonly string[] {
  return [...path, ...textsIn(jsonOf(data))];
}

function textsIn(value: Json): readonly string[] {
  if (typeof value === "string") return [value];
  if (isList(value)) return value.flatMap(textsIn);
  return isMap(value) ? Object.entries(value).flatMap(([key, inner]) => [key, ...textsIn(inner)]) : [];
}
