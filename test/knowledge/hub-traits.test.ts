import { describe, expect, test } from "vitest";
import { chartValueProblems } from "../../compiler/knowledge/chart-values.ts";
import { newestChart } from "../../compiler/knowledge/charts/charts.ts";
import {
  chartValueOfTrait,
  knownClasses,
  traitComplaint,
  traitsOf,
  unfitForConfig,
} from "../../compiler/knowledge/hub-traits.ts";
import type { Json } from "../../compiler/knowledge/json-schema.ts";

const all = knownClasses(newestChart).flatMap((className) =>
  Object.entries(traitsOf(newestChart, className) ?? {}).map(([name, trait]) => ({ className, name, trait })),
);

/** Defaults that Python works out when the hub starts. */
const isWorkedOut = (value: Json) => typeof value === "string" && /^traitlets\.|^<|^functools|^%/.test(value);

test("there are many", () => {
  expect(knownClasses(newestChart).length).toBeGreaterThan(15);
  expect(all.length).toBeGreaterThan(900);
});

test("every type is one that is understood: each trait takes its own default", () => {
  const refused = all.filter(({ trait }) => {
    if (trait.default === null || isWorkedOut(trait.default) || /^(?:Callable|Bytes)$/.test(trait.type)) return false;
    return traitComplaint(trait, trait.default) !== undefined;
  });
  expect(
    refused.map(
      ({ className, name, trait }) => `${className}.${name}: ${trait.type} = ${JSON.stringify(trait.default)}`,
    ),
  ).toEqual([]);
});

describe("a trait", () => {
  const complaint = (className: string, name: string, value: Json) => {
    const trait = traitsOf(newestChart, className)?.[name];
    if (trait === undefined) throw new Error(`no trait ${name}`);
    return traitComplaint(trait, value);
  };

  test.each<[string, string, Json, string | undefined]>([
    ["KubeSpawner", "start_timeout", 600, undefined],
    ["KubeSpawner", "start_timeout", "600", "a whole number"],
    ["KubeSpawner", "start_timeout", 1.5, "a whole number"],
    ["KubeSpawner", "mem_limit", "2G", undefined],
    ["KubeSpawner", "mem_limit", "2Gi", 'a number of bytes, or a text such as `"2G"`'],
    ["KubeSpawner", "cpu_limit", 0.5, undefined],
    ["KubeSpawner", "volumes", [{}], undefined],
    ["KubeSpawner", "volumes", "x", "a list or a map"],
    ["KubeSpawner", "modify_pod_hook", "x", "a function, which only a `python` block can give"],
    ["JupyterHub", "admin_access", "yes", "`true` or `false`"],
    ["JupyterHub", "load_groups", { a: ["b"] }, undefined],
    ["JupyterHub", "authenticator_class", 1, "the name of a class, as a text"],
    ["Authenticator", "admin_users", ["ada"], undefined],
    ["Authenticator", "admin_users", { ada: true }, "a list"],
    ["GitHubOAuthenticator", "admin_groups", [1], "a list of texts"],
    ["LDAPAuthenticator", "tls_strategy", "before_bind", undefined],
    ["LDAPAuthenticator", "tls_strategy", ["before_bind"], "one of its words, as a text"],
  ])("%s.%s = %j", (className, name, value, expected) => {
    expect(complaint(className, name, value)).toBe(expected);
  });

  test("takes none only where it may", () => {
    expect(all.filter(({ trait }) => trait.allow_none && traitComplaint(trait, null) !== undefined)).toEqual([]);
    expect(complaint("KubeSpawner", "start_timeout", null)).toBe("a whole number");
  });
});

describe("the chart's values that become traits", () => {
  const named = all.flatMap(({ className, name }) => chartValueOfTrait(className, name) ?? []);

  test("are values that the chart knows", () => {
    expect(named.length).toBeGreaterThan(45);
    expect(
      named.filter((path) =>
        chartValueProblems(newestChart, path.split("."), null).some(({ kind }) => kind === "unknown-key"),
      ),
    ).toEqual([]);
  });

  test("of which the chart builds what servers need are refused in hub.config", () => {
    expect(unfitForConfig("KubeSpawner", "volumes")).toMatch(/singleuser\.storage\.extraVolumes/);
    expect(unfitForConfig("Spawner", "environment")).toMatch(/singleuser\.extraEnv/);
    expect(unfitForConfig("JupyterHub", "services")).toMatch(/hub\.services/);
    expect(unfitForConfig("KubeSpawner", "start_timeout")).toBeUndefined();
  });
});
