// The reading of the chart's schema against ajv's: what one takes, the other takes, whatever is put where.

import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { chartProblems, chartValueProblems } from "../../compiler/knowledge/chart-values.ts";
import { defaultsOf, schemaOf } from "../../compiler/knowledge/charts/chart-tables.ts";
import { newestChart } from "../../compiler/knowledge/charts/charts.ts";
import {
  isList,
  isMap,
  type Json,
  type JsonSchema,
  readSchema,
  schemaProblems,
} from "../../compiler/knowledge/json-schema.ts";

const schema = schemaOf(newestChart);
const accepts = new Ajv({ strict: false }).compile(schema);

/** One of each type, and the borders of the bounded ones. */
const samples: readonly Json[] = [
  "x",
  "",
  "Always",
  "dynamic",
  1,
  0,
  -1,
  1.5,
  true,
  false,
  null,
  [],
  ["x"],
  [1],
  {},
  { a: 1 },
  { a: "x" },
  { create: true },
  { enabled: true },
];

/** Every path that the schema names, and a made-up key below each map. */
function paths(node: JsonSchema, path: readonly string[] = []): string[][] {
  const named = Object.entries(node.properties ?? {}).flatMap(([key, inner]) => paths(inner, [...path, key]));
  const patterns = Object.values(node.patternProperties ?? {}).flatMap((inner) => paths(inner, [...path, "Some"]));
  const then = node.then === undefined ? [] : paths(node.then, path);
  return [[...path], [...path, "zzz"], ...named, ...patterns, ...then];
}

const everyPath = [...new Map(paths(schema).map((path) => [path.join("\0"), path])).values()].filter(
  (path) => path.length > 0,
);

function put(base: Json, path: readonly string[], value: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const inner = isMap(base) ? base : {};
  return { ...inner, [key]: put(inner[key] ?? {}, rest, value) };
}

interface Part {
  readonly schema: JsonSchema;
  readonly standing: Json;
  readonly depth: number;
  readonly accepts: (value: Json) => boolean;
}

const parts = new Map<string, Part>();

/** The part of the schema that says all about a path: the smallest below the first two keys, so that each is read fast. */
function partFor(path: readonly string[]): Part {
  let part: Omit<Part, "accepts"> = { schema, standing: defaultsOf(newestChart), depth: 0 };
  for (const key of path.slice(0, Math.min(2, path.length - 1))) {
    const inner = part.schema.properties?.[key];
    if (inner === undefined || !isMap(part.standing)) break;
    part = { schema: inner, standing: part.standing[key] ?? {}, depth: part.depth + 1 };
  }
  const id = path.slice(0, part.depth).join(".");
  const known = parts.get(id);
  if (known !== undefined) return known;
  const compiled = new Ajv({ strict: false }).compile(part.schema);
  const made = { ...part, accepts: (value: Json) => compiled(value) === true };
  parts.set(id, made);
  return made;
}

describe("the chart's schema", () => {
  test("is walked whole", () => {
    expect(everyPath.length).toBeGreaterThan(600);
  });

  test("takes the chart's defaults", () => {
    expect(chartProblems(newestChart, {})).toEqual([]);
    expect(accepts(defaultsOf(newestChart))).toBe(true);
  });

  test("says of every sample at every path what ajv says", () => {
    const other: string[] = [];
    let refused = 0;
    for (const path of everyPath) {
      const part = partFor(path);
      for (const sample of samples) {
        const value = put(part.standing, path.slice(part.depth), sample);
        const expected = part.accepts(value);
        if (!expected) refused++;
        if ((schemaProblems(part.schema, value, "whole").length === 0) !== expected)
          other.push(`${path.join(".")} = ${JSON.stringify(sample)}`);
      }
    }
    expect(other).toEqual([]);
    expect(refused).toBeGreaterThan(4000);
  });

  test("stops at a keyword that it does not know", () => {
    expect(() => readSchema({ properties: { a: { maximum: 3 } } })).toThrow(/maximum/);
    expect(() => readSchema({ additionalProperties: { type: "string" } })).toThrow(/additionalProperties/);
  });
});

describe("one value at a path", () => {
  const problem = (path: string, value: Json) =>
    chartValueProblems(newestChart, path.split("."), value).map(({ kind, path: at }) => `${kind} ${at.join(".")}`);

  test.each<[string, Json, string[]]>([
    ["singleuser.image.name", "x", []],
    ["singleuser.imge.name", "x", ["unknown-key singleuser.imge"]],
    ["singleuser.cpu.limit", "500m", ["wrong-type singleuser.cpu.limit"]],
    ["singleuser.startTimeout", 1.5, ["wrong-type singleuser.startTimeout"]],
    ["singleuser.startTimeout.seconds", 1, ["wrong-type singleuser.startTimeout"]],
    ["singleuser.storage.type", "nfs", ["wrong-type singleuser.storage.type"]],
    ["hub.revisionHistoryLimit", -1, ["wrong-type hub.revisionHistoryLimit"]],
    ["hub.labels.team", 1, ["wrong-type hub.labels.team"]],
    ["hub.config.kubeSpawner.x", 1, ["unknown-key hub.config.kubeSpawner"]],
    ["hub.db.pvc.accessModes", ["ReadWriteOnce", 1], ["wrong-type hub.db.pvc.accessModes.1"]],
    ["prePuller.extraImages.x.nam", "x", ["unknown-key prePuller.extraImages.x.nam"]],
    ["hub.extraFiles.x.mountPath", "/x", []],
    ["singleuser.cmd", null, []],
    ["singleuser.storage", null, []],
    ["singleuser.profileLst", null, ["unknown-key singleuser.profileLst"]],
    ["hub.livenessProbe.periodSeconds", "20", ["wrong-type hub.livenessProbe.periodSeconds"]],
    ["hub.livenessProbe.httpGet", { path: "/" }, []],
    ["singleuser.memory.guarantee", 1000, []],
    ["custom.anything.at.all", [1], []],
  ])("%s = %j", (path, value, expected) => {
    expect(problem(path, value)).toEqual(expected);
  });

  test("is not asked for what its map lacks, and the whole is", () => {
    expect(chartProblems(newestChart, { prePuller: { extraImages: { x: { name: "y" } } } })).toMatchObject([
      { kind: "missing", missing: ["tag"] },
    ]);
    expect(
      chartProblems(newestChart, { hub: { extraFiles: { x: { mountPath: "/x", stringData: "", binaryData: "" } } } }),
    ).toMatchObject([{ kind: "one-of" }]);
    expect(
      chartProblems(newestChart, { imagePullSecret: { create: true, registry: null } }).map(({ kind }) => kind),
    ).toContain("missing");
  });

  test("of the defaults is always one that fits", () => {
    const leaves = (value: Json, path: readonly string[]): (readonly [readonly string[], Json])[] =>
      isMap(value) && Object.keys(value).length > 0
        ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]))
        : [[path, value]];
    const all = leaves(defaultsOf(newestChart), []);
    expect(all.length).toBeGreaterThan(300);
    expect(all.filter(([path, value]) => chartValueProblems(newestChart, path, value).length > 0)).toEqual([]);
    expect(all.some(([, value]) => isList(value))).toBe(true);
  });
});
