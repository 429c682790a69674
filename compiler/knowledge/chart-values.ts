// What the JupyterHub chart takes as values: its own schema and defaults, and how helm lays values over them.

import { defaultsOf, schemaOf } from "./charts/chart-tables.ts";
import type { Chart } from "./charts/charts.ts";
import {
  describeJson,
  type Extent,
  isMap,
  type Json,
  type JsonMap,
  type JsonPath,
  type JsonSchema,
  type SchemaProblem,
  schemaProblems,
} from "./json-schema.ts";

/** The chart's default at a path of keys; undefined where it has none. */
export function chartDefault(chart: Chart, path: readonly string[]): Json | undefined {
  let found: Json | undefined = defaultsOf(chart);
  for (const key of path) found = isMap(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  return found;
}

/** What the chart says against one value at a path of keys, whatever else there is. A `null` takes a default away, so it fits where there is one. */
export function chartValueProblems(chart: Chart, path: readonly string[], value: Json): SchemaProblem[] {
  const found = problems(
    chart,
    path.reduceRight<Json>((inner, key) => ({ [key]: inner }), value),
    "part",
  );
  const standing = chartDefault(chart, path);
  if (value === null && standing !== undefined) return found.filter(({ kind }) => kind === "unknown-key");
  return found.length > 0 ? found : againstDefault(chart, { path, value, standing });
}

/** What helm says against values: they are merged onto the chart's defaults and read by its schema. */
export function chartProblems(chart: Chart, values: Json): SchemaProblem[] {
  return problems(chart, overDefaults(defaultsOf(chart), values), "whole");
}

/** Values as the chart's templates and the hub see them: merged onto its defaults. */
export function withDefaults(chart: Chart, values: Json): JsonMap {
  const whole = overDefaults(defaultsOf(chart), values);
  return isMap(whole) ? whole : {};
}

function problems(chart: Chart, value: Json, extent: Extent): SchemaProblem[] {
  return schemaProblems(schemaOf(chart), value, extent);
}

/** Maps merge, all else replaces, and null takes away (helm, pkg/chartutil/coalesce.go). */
function overDefaults(base: Json | undefined, value: Json): Json {
  if (!isMap(base) || !isMap(value)) return value;
  const merged: Record<string, Json> = { ...base };
  for (const [key, member] of Object.entries(value)) {
    if (member === null && key in base) delete merged[key];
    else merged[key] = overDefaults(base[key], member);
  }
  return merged;
}

/** The schema leaves parts open, such as probes and security contexts; there the type of the chart's own default holds. */
function againstDefault(
  chart: Chart,
  { path, value, standing }: { readonly path: JsonPath; readonly value: Json; readonly standing: Json | undefined },
): SchemaProblem[] {
  if (standing === undefined || standing === null || typeof standing === "object" || value === null) return [];
  if (typeof standing === typeof value || isSaid(chart, path)) return [];
  const expected = { string: "a text", number: "a number", boolean: "`true` or `false`" }[String(typeof standing)];
  return expected === undefined ? [] : [{ kind: "wrong-type", path, expected, found: describeJson(value) }];
}

/** Does the schema itself say what is at a path? The traits in `hub.config` have a table of their own. */
function isSaid(chart: Chart, path: JsonPath): boolean {
  if (path.slice(0, 2).join(".") === "hub.config") return true;
  const at = path.reduce<JsonSchema | undefined>((schema, key) => schema?.properties?.[key], schemaOf(chart));
  return at !== undefined;
}
