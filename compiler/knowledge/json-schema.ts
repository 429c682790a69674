// The part of JSON Schema (draft-07) that the values schema of the JupyterHub chart uses, read so that every complaint has a path.
// A part that is not known here stops the reading of a schema: a check that passes over a keyword would promise what it does not keep.

import { append } from "../text/many.ts";

/** JSON data. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean;
  readonly required?: readonly string[];
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly minimum?: number;
  readonly items?: JsonSchema;
  readonly oneOf?: readonly JsonSchema[];
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
}

/** What a schema says against a value. `path` leads to it from the root; numbers are places in lists. */
export type SchemaProblem =
  | { readonly kind: "unknown-key"; readonly path: JsonPath; readonly key: string; readonly known: readonly string[] }
  | { readonly kind: "wrong-type"; readonly path: JsonPath; readonly expected: string; readonly found: string }
  | { readonly kind: "missing"; readonly path: JsonPath; readonly missing: readonly string[] }
  | { readonly kind: "one-of"; readonly path: JsonPath; readonly keys: readonly string[] };

export type JsonPath = readonly (string | number)[];

/** How much a value is: `part` of one, so that nothing is said of what is missing in its maps, or the whole. */
export type Extent = "part" | "whole";

/** All that `schema` says against `value`. */
export function schemaProblems(schema: JsonSchema, value: Json, extent: Extent, path: JsonPath = []): SchemaProblem[] {
  const schemaProblem = valueProblem(schema, value, path);
  if (schemaProblem !== undefined) return [schemaProblem];
  if (isList(value)) {
    const { items } = schema;
    // What stands in a list is whole: nothing is merged into it.
    return items === undefined ? [] : value.flatMap((item, i) => schemaProblems(items, item, "whole", [...path, i]));
  }
  if (!isMap(value)) return [];
  const inner = Object.entries(value).flatMap(([key, member]) => {
    const found = memberSchema(schema, key);
    if (found === "refused") return [unknownKey(schema, key, path)];
    return found.flatMap((schema) => schemaProblems(schema, member, extent, [...path, key]));
  });
  return extent === "part" ? inner : [...inner, ...wholeProblems(schema, value, path)];
}

/** @throws Error where a schema says something in a way that is not known here. */
export function readSchema(data: Json): JsonSchema {
  refuseUnknownWords(data);
  return data as JsonSchema; // every keyword has just been looked at
}

const words: ReadonlySet<string> = new Set(
  "type properties patternProperties additionalProperties required enum const minimum items oneOf if then $schema $comment".split(
    " ",
  ),
);

function refuseUnknownWords(schema: Json): void {
  if (!isMap(schema)) throw new Error("invariant: a schema is a map");
  for (const [word, value] of Object.entries(schema)) {
    if (!words.has(word)) throw new Error(`invariant: the schema uses \`${word}\`, which is not known here`);
    if (word === "additionalProperties" && typeof value !== "boolean")
      throw new Error("invariant: `additionalProperties` is a schema, which is not known here");
    if (word === "properties" || word === "patternProperties") Object.values(value ?? {}).forEach(refuseUnknownWords);
    if (word === "items" || word === "if" || word === "then") refuseUnknownWords(value);
    if (word === "oneOf" && isList(value)) value.forEach(refuseUnknownWords);
  }
}

function unknownKey(schema: JsonSchema, key: string, path: JsonPath): SchemaProblem {
  return { kind: "unknown-key", path: [...path, key], key, known: Object.keys(schema.properties ?? {}) };
}

/** The schemas that hold for a member of a map. */
function memberSchema(schema: JsonSchema, key: string): readonly JsonSchema[] | "refused" {
  const { properties = {}, patternProperties = {}, additionalProperties = true } = schema;
  const named = Object.hasOwn(properties, key) ? properties[key] : undefined;
  const patterns = Object.entries(patternProperties).flatMap(([pattern, one]) =>
    new RegExp(pattern, "u").test(key) ? [one] : [],
  );
  const found = [...(named === undefined ? [] : [named]), ...patterns];
  return found.length === 0 && !additionalProperties ? "refused" : found;
}

/** What holds for a value in itself, whatever it holds. */
function valueProblem(schema: JsonSchema, value: Json, path: JsonPath): SchemaProblem | undefined {
  const wrong = (expected: string): SchemaProblem => ({
    kind: "wrong-type",
    path,
    expected,
    found: describeJson(value),
  });
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => isOfType(value, type))) return wrong(typeWords(types));
  if (schema.enum !== undefined && !schema.enum.includes(value))
    return wrong(`one of ${schema.enum.map(printed).join(", ")}`);
  if (schema.const !== undefined && schema.const !== value) return wrong(printed(schema.const));
  if (schema.minimum !== undefined && typeof value === "number" && value < schema.minimum)
    return wrong(`a number of at least ${schema.minimum}`);
  return undefined;
}

/** What holds for a map as a whole. */
function wholeProblems(schema: JsonSchema, value: JsonMap, path: JsonPath): SchemaProblem[] {
  const missing = (schema.required ?? []).filter((key) => !Object.hasOwn(value, key));
  const found: SchemaProblem[] = missing.length > 0 ? [{ kind: "missing", path, missing }] : [];
  const { oneOf } = schema;
  if (oneOf !== undefined && oneOf.filter((schema) => accepts(schema, value)).length !== 1)
    found.push({ kind: "one-of", path, keys: oneOf.flatMap((schema) => schema.required ?? []) });
  if (schema.if !== undefined && schema.then !== undefined && accepts(schema.if, value))
    append(found, schemaProblems(schema.then, value, "whole", path));
  return found;
}

function accepts(schema: JsonSchema, value: Json): boolean {
  return schemaProblems(schema, value, "whole").length === 0;
}

function isOfType(value: Json, type: string): boolean {
  if (type === "integer") return typeof value === "number" && Number.isInteger(value);
  if (type === "null") return value === null;
  if (type === "array") return isList(value);
  if (type === "object") return isMap(value);
  return typeof value === type;
}

const typeNames: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  integer: "a whole number",
  boolean: "`true` or `false`",
  array: "a list",
  object: "a map",
  null: "`null`",
};

/** Types of a schema, in words. */
export function typeWords(types: readonly string[]): string {
  return types.map((type) => typeNames[type] ?? type).join(" or ");
}

export function printed(value: Json | undefined): string {
  return `\`${JSON.stringify(value)}\``;
}

/** What a value is, in a few words. */
export function describeJson(value: Json): string {
  if (value === null) return "`null`";
  if (isList(value)) return "a list";
  if (typeof value === "object") return "a map";
  return typeof value === "string" ? `the text ${printed(value)}` : printed(value);
}

export type JsonMap = { readonly [key: string]: Json };

export function isMap(value: Json | undefined): value is JsonMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Array.isArray does not narrow readonly arrays. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

// Looking into values of the chart by a path of keys, where anything may be missing or of another kind.

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
