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

describe("what KubeSpawner passes over, or Kubernetes refuses", () => {
  const profile = { display_name: "A", default: true };
  it.each<[string, JsonMap, string[]]>([
    [
      "a trait beside the override",
      { ...profile, extra_resource_limits: { "nvidia.com/gpu": "1" } },
      ["extra_resource_limits"],
    ],
    [
      "the same of a choice",
      {
        ...profile,
        profile_options: { o: { display_name: "O", choices: { c: { display_name: "C", image: "a/b:1.2.3" } } } },
      },
      ["profile_options.o.choices.c.image"],
    ],
    ["a key for a hook", { ...profile, allowed_groups: ["a"] }, []],
    [
      "memory without a unit",
      { ...profile, kubespawner_override: { mem_guarantee: 0.969 } },
      ["kubespawner_override.mem_guarantee"],
    ],
    ["bytes, and none", { ...profile, kubespawner_override: { mem_guarantee: 0, mem_limit: 2147483648 } }, []],
  ])("%s", (_what, one, expected) => {
    expect(found({}, (values) => withValue(values, ["singleuser", "profileList"], [one]))).toEqual(
      expected.map((path) => `singleuser.profileList.0.${path}`),
    );
  });

  it("names of volumes, but for what a person's name is filled into", () => {
    const volumes = [
      { name: "a_b", emptyDir: {} },
      { name: "data-{user_server}", emptyDir: {} },
      { name: "plain", emptyDir: {} },
    ];
    expect(found({}, (values) => withValue(values, ["singleuser", "storage", "extraVolumes"], volumes))).toEqual([
      "singleuser.storage.extraVolumes.0",
    ]);
  });
});
