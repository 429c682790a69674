// The values of every release against what helm takes and does not work, and that this would be seen there.

import { describe, expect, it } from "vitest";
import { chartPitfalls } from "../../compiler/knowledge/chart-pitfalls.ts";
import { withDefaults } from "../../compiler/knowledge/chart-values.ts";
import { newestChart } from "../../compiler/knowledge/charts/charts.ts";
import type { Json, JsonMap } from "../../compiler/knowledge/json-schema.ts";
import { allReleases, type PlainData } from "../support/compiled-programs.ts";

/** The values that findings speak of, with a change of a copy. */
function found(values: PlainData, change: (values: JsonMap) => JsonMap = (same) => same): string[] {
  const copy: JsonMap = JSON.parse(JSON.stringify(values));
  return chartPitfalls(withDefaults(newestChart, change(copy)), newestChart).map(({ paths: [path] }) => path.join("."));
}

/** The values with one more at a path. */
function withValue(values: JsonMap, [key = "", ...rest]: readonly string[], value: Json): JsonMap {
  const inner = values[key];
  if (rest.length === 0) return { ...values, [key]: value };
  const map = typeof inner === "object" && inner !== null && !Array.isArray(inner) ? (inner as JsonMap) : {}; // no list, no null
  return { ...values, [key]: withValue(map, rest, value) };
}

describe.each(allReleases())("$title", ({ values }) => {
  it("has none", () => {
    expect(found(values)).toEqual([]);
  });

  it("would have one with a scope misspelt, a brace left single, or a container twice", () => {
    const broken = (path: string[], value: Json) => found(values, (copy) => withValue(copy, path, value));
    expect(broken(["hub", "loadRoles", "course-x"], { scopes: ["access:server"] })).toEqual([
      "hub.loadRoles.course-x.scopes.0",
    ]);
    expect(broken(["singleuser", "extraEnv", "X"], "{HOME}")).toEqual(["singleuser.extraEnv.X"]);
    expect(broken(["singleuser", "extraContainers"], [{ name: "notebook" }])).toEqual(["singleuser.extraContainers.0"]);
  });
});
