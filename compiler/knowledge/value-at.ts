// Looking into values of the chart by a path of keys, where anything may be missing or of another kind.

import { isList, isMap, type Json, type JsonMap } from "./json-schema.ts";

/** What is at a path such as `hub.db.type`; undefined where there is nothing. No key of such a path holds a dot. */
export function valueAt(values: JsonMap, path: string): Json | undefined {
  let found: Json | undefined = values;
  for (const key of path.split(".")) found = isMap(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  return found;
}

/** The map at a path; an empty one where there is none. */
export function mapAt(values: JsonMap, path: string): JsonMap {
  const found = valueAt(values, path);
  return isMap(found) ? found : {};
}

/** The list at a path; an empty one where there is none. */
export function listAt(values: JsonMap, path: string): readonly Json[] {
  return listOf(valueAt(values, path));
}

/** All texts in a value but empty ones, in its keys' order. */
export function textsOf(value: Json | undefined): readonly string[] {
  if (typeof value === "string") return value === "" ? [] : [value];
  if (isList(value)) return value.flatMap(textsOf);
  return isMap(value) ? Object.values(value).flatMap(textsOf) : [];
}

/** The texts of a list; none where it is no list. */
export function listedTexts(value: Json | undefined): readonly string[] {
  return isList(value) ? value.filter((json) => typeof json === "string") : [];
}

/** The items of a list; none where it is no list. */
export function listOf(value: Json | undefined): readonly Json[] {
  return isList(value) ? value : [];
}
