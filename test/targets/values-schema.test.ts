// The values of every release against the chart's own schema: what `helm lint` and `helm install` refuse, refused here first.

import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { allReleases, plain, readJson } from "../support/compiled-programs.ts";

const ajv = new Ajv({ strict: false, allErrors: true });
const accepts = ajv.compile(readJson("compiler/knowledge/chart-4.4.0/values.schema.json"));
const defaults = readJson("compiler/knowledge/chart-4.4.0/values.defaults.json");
const releases = allReleases();

/** Values as helm puts them over the chart's defaults: maps merge, all else replaces, null removes. */
function over(base: unknown, values: unknown): unknown {
  if (!isMap(base) || !isMap(values)) return values;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(values)) {
    if (value === null && key in base) delete merged[key];
    else merged[key] = over(base[key], value);
  }
  return merged;
}

function isMap(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

function complaints(values: unknown): string[] {
  accepts(over(defaults, values));
  return (accepts.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

it("finds releases", () => {
  expect(releases.length).toBeGreaterThan(10);
});

it("accepts the chart's own defaults", () => {
  expect(complaints({})).toEqual([]);
});

describe.each(releases)("$title", ({ values }) => {
  it("has values that the chart takes", () => {
    expect(complaints(values)).toEqual([]);
  });

  it("has values that the chart would refuse with any closed section misspelt", () => {
    for (const section of ["hub", "proxy", "singleuser", "scheduling", "cull"]) {
      if (!(section in values)) continue;
      expect(complaints({ ...values, [`${section}s`]: {} }), section).not.toEqual([]);
      expect(complaints({ ...values, [section]: { ...plain(values[section]), imgae: {} } }), section).not.toEqual([]);
    }
  });
});
