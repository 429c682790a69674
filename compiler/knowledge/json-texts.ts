// The texts of a value as JSON holds it.

import { isList, isMap, type Json } from "./json-schema.ts";

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
