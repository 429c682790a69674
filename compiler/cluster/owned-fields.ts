// The part of an object that some managers have set: what they would apply to have it as it is.
// Source: structured-merge-diff, fieldpath: `f:` is a member, `k:` an item by its keys, `v:` a value of a set, `i:` an item by its place, `.` the thing itself.

import { isList, isMap, type Json, type JsonMap } from "../knowledge/json-schema.ts";

/** The object with the fields of these managers alone, with what names it. */
export function ownedBody(live: JsonMap, managers: readonly string[]): JsonMap {
  const { apiVersion, kind, metadata } = live;
  const entries = isMap(metadata) && isList(metadata["managedFields"]) ? metadata["managedFields"].filter(isMap) : [];
  const fields = entries
    .filter(({ manager, subresource }) => subresource === undefined && managers.includes(String(manager)))
    .flatMap(({ fieldsV1 }) => (isMap(fieldsV1) ? [fieldsV1] : []))
    .reduce(both, {});
  const owned = Object.keys(fields).length === 0 ? {} : part(live, fields);
  const body = isMap(owned) ? owned : {};
  const named = isMap(metadata) ? metadata : {};
  const place = named["namespace"] === undefined ? {} : { namespace: named["namespace"] };
  const own = isMap(body["metadata"]) ? body["metadata"] : {};
  return {
    apiVersion: apiVersion ?? "",
    kind: kind ?? "",
    ...body,
    metadata: { ...own, name: named["name"] ?? "", ...place },
  };
}

function both(object: JsonMap, other: JsonMap): JsonMap {
  const keys = [...new Set([...Object.keys(object), ...Object.keys(other)])];
  const merged = (key: string): Json => {
    const [a, b] = [object[key], other[key]];
    return isMap(a) && isMap(b) ? both(a, b) : (a ?? b ?? {});
  };
  return Object.fromEntries(keys.map((key) => [key, merged(key)]));
}

function part(value: Json, fields: JsonMap): Json {
  const inner = Object.entries(fields).filter(([key]) => key !== ".");
  if (inner.length === 0) return value;
  if (isMap(value)) return ofMap(value, inner);
  if (isList(value)) return value.flatMap((item, i) => ofItem(item, i, inner));
  return value;
}

type Inner = readonly (readonly [string, Json])[];

function ofMap(value: JsonMap, inner: Inner): JsonMap {
  return Object.fromEntries(
    inner.flatMap(([step, below]): [string, Json][] => {
      const key = step.slice(2);
      const held = step.startsWith("f:") ? value[key] : undefined;
      return held === undefined ? [] : [[key, part(held, isMap(below) ? below : {})]];
    }),
  );
}

/** The item as far as it is owned; nothing where it is not. */
function ofItem(item: Json, place: number, inner: Inner): Json[] {
  for (const [step, below] of inner) {
    if (step.startsWith("i:") && step.slice(2) === String(place)) return [item];
    if (step.startsWith("v:") && step.slice(2) === JSON.stringify(item)) return [item];
    if (!step.startsWith("k:") || !isMap(item)) continue;
    const keys: Json = JSON.parse(step.slice(2));
    if (!isMap(keys) || Object.entries(keys).some(([key, value]) => item[key] !== value)) continue;
    const owned = part(item, isMap(below) ? below : {});
    return [isMap(owned) ? { ...keys, ...owned } : item];
  }
  return [];
}

/** An object as far as it is written: without what the server has set where nothing is said. */
export function asWritten(live: JsonMap, written: JsonMap): JsonMap {
  return Object.fromEntries(
    Object.entries(live).flatMap(([key, value]) => {
      const said = written[key];
      if (said === undefined) return [];
      return [[key, isMap(value) && isMap(said) ? asWritten(value, said) : value]];
    }),
  );
}
