// Hubs that run, written as programs: the chart is given what it is given today, nearly all of it by the vocabulary, in fewer lines.
// Beside each program lie the values of its hubs, of public repositories, whose place, version and licence each file names.

import { readdirSync, readFileSync } from "node:fs";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { format } from "../compiler/format/format.ts";
import { mergeValues } from "../compiler/import/compare-values.ts";
import { newestChart } from "../compiler/knowledge/charts/charts.ts";
import { isMap, type Json, type JsonMap } from "../compiler/knowledge/json-schema.ts";
import { isProfile } from "../compiler/model/server.ts";
import { createSourceFile } from "../compiler/text/source-file.ts";
import { compileModel } from "./support/compiled-programs.ts";
import { type Comparison, compareValues } from "./support/real-hub.ts";

const root = new URL("./fixtures/real-hubs/", import.meta.url);
const projects = readdirSync(root).filter((name) => name !== "umbrellas");

interface Original {
  /** Lines of its values files that are neither empty nor a comment. */
  readonly lines: number;
  /** The file of `umbrellas` that holds the umbrella chart's own values. */
  readonly umbrella: string;
  /** By stage. */
  readonly environments: Readonly<Record<string, Environment>>;
}

interface Environment {
  readonly own: JsonMap;
  readonly secret: JsonMap;
  /** What is generated beside the umbrella chart's values when the hub is deployed. */
  readonly around?: JsonMap;
  /** Under which part of the chart the umbrella chart lies. */
  readonly within?: string;
}

interface Known {
  readonly project: string;
  readonly hub: string;
  readonly original: Original;
}

const hubs: readonly Known[] = projects.flatMap((project) =>
  readdirSync(new URL(`${project}/`, root))
    .filter((name) => name.endsWith(".json"))
    .map((name) => ({
      project,
      hub: name.replace(/\.json$/, ""),
      original: readJson(`${project}/${name}`) as unknown as Original, // as it was written down
    })),
);

function readJson(path: string): JsonMap {
  const read = JSON.parse(readFileSync(new URL(path, root), "utf8")) as Json; // what JSON gives
  if (!isMap(read)) throw new Error(`${path} holds no map`);
  return read;
}

function compared({ project, hub, original }: Known, stage: string): Comparison {
  const environment = original.environments[stage];
  const { model, files } = compileModel(new URL(`${project}/`, root));
  const release = model.releases.find((one) => one.hub === hub && one.stage === stage);
  if (environment === undefined || release === undefined) throw new Error(`there is no ${hub}-${stage}`);
  const { own, secret, around = {}, within } = environment;
  // What the block `custom` holds is the vocabulary's, whose only word for it is that it is handed on.
  const ofProfiles = release.permanent.flatMap((server, i) =>
    isProfile(server)
      ? server.ownValues.map(({ leaf }) => ["singleuser", "profileList", String(i), ...leaf.value.path])
      : [],
  );
  const ofHub = release.ownValues.map(({ leaf }) => leaf.value.path).filter(([first]) => first !== "custom");
  const wayOut = [...ofHub, ...ofProfiles];
  const text = files.find(({ path }) => path === `${release.folder}/values.yaml`)?.text ?? "";
  const { values: umbrella } = readJson(`umbrellas/${original.umbrella}.json`);
  const standing = isMap(umbrella) ? umbrella : {};
  const part = [...(within === undefined ? [] : [within]), "jupyterhub"];
  return compareValues(
    { values: load(text) as JsonMap, wayOut: wayOut.map((path) => [...part, ...path]) }, // values are a map
    {
      own,
      secret,
      around: mergeValues(within === undefined ? standing : { [within]: standing }, around),
      part,
      chart: release.chart,
    },
  );
}

function programsOf(project: string): readonly string[] {
  return readdirSync(new URL(`${project}/`, root)).filter((name) => name.endsWith(".hub"));
}

/** Lines that are neither empty nor a comment. */
function linesOf(path: string): number {
  return readFileSync(new URL(path, root), "utf8")
    .split("\n")
    .filter((line) => /^\s*[^#\s]/.test(line)).length;
}

const stages = hubs.flatMap((known) => Object.keys(known.original.environments).map((stage) => ({ ...known, stage })));

describe.each(stages)("$project: $hub, $stage", (known) => {
  const found = compared(known, known.stage);

  it("gives the chart what it is given today", () => {
    const { missing, different, added } = found;
    expect({ missing, different, added }).toEqual({ missing: [], different: [], added: [] });
  });

  it("says nine leaves of ten in words", () => {
    const { leaves, inWords, past } = found;
    expect(inWords.length + past.length).toBe(leaves);
    expect(inWords.length / leaves, past.join("\n")).toBeGreaterThanOrEqual(0.9);
  });
});

describe("the comparison", () => {
  const today = {
    own: { a: { b: "1Gi", c: ["x"] } },
    secret: {},
    around: { d: { e: 1 } },
    part: ["j"],
    chart: newestChart,
  };
  const changed = (values: JsonMap) => {
    const { missing, different, added } = compareValues({ values, wayOut: [] }, today);
    return { missing, different, added };
  };

  it("finds what is missing, different and added", () => {
    const none = { missing: [], different: [], added: [] };
    expect(changed({ a: { b: "1Gi", c: ["x"] } })).toEqual(none);
    expect(changed({ a: { b: "1Gi" } })).toEqual({ ...none, missing: ["a c 0"] });
    expect(changed({ a: { b: "2Gi", c: ["x"] } })).toEqual({ ...none, different: ['a b: "2Gi", today "1Gi"'] });
    expect(changed({ a: { b: "1Gi", c: ["x"] }, d: { e: 2 } })).toEqual({ ...none, different: ["d e: 2, today 1"] });
    expect(changed({ a: { b: "1Gi", c: ["x", "y"] } })).toEqual({ ...none, added: ['a c 1: "y"'] });
  });

  it("takes a trait under each class of its line, and what the chart has anyway, for the same", () => {
    const part = ["jupyterhub"];
    const own = {
      jupyterhub: {
        hub: { config: { JupyterHub: { authenticator_class: "github" }, OAuthenticator: { allow_all: false } } },
      },
    };
    const other = (traits: JsonMap) => ({
      jupyterhub: {
        singleuser: { memory: { guarantee: "1024M" } },
        hub: { config: { JupyterHub: { authenticator_class: "github" }, ...traits } },
      },
    });
    const found = (traits: JsonMap) => {
      const all = compareValues({ values: other(traits), wayOut: [] }, { ...today, own, around: {}, part });
      return [...all.missing, ...all.different, ...all.added];
    };
    expect(found({ GitHubOAuthenticator: { allow_all: false } })).toEqual([]);
    expect(found({ GitHubOAuthenticator: { allow_all: true } })).toEqual([
      "jupyterhub hub sign-in allow_all: true, today false",
    ]);
    expect(found({ Authenticator: { allow_all: true }, GitHubOAuthenticator: { allow_all: false } })).toEqual([]);
    expect(found({ Authenticator: { allow_all: false, auto_login: true } })).toHaveLength(1);
  });
});

describe.each(projects)("%s", (project) => {
  const own = hubs.filter((one) => one.project === project);

  it("is laid out as `hubc fmt` lays it out", () => {
    for (const name of programsOf(project)) {
      const text = readFileSync(new URL(`${project}/${name}`, root), "utf8");
      expect(format(createSourceFile(name, text)).text, name).toBe(text);
    }
  });

  const mostLines = 2 / 3;

  // All that the program says counts, of the cluster and its pools too, against what the values files say of its hubs alone.
  it(`is no longer than ${mostLines.toFixed(2)} of the values of its hubs`, () => {
    const program = programsOf(project).reduce((sum, name) => sum + linesOf(`${project}/${name}`), 0);
    const values = own.reduce((sum, { original }) => sum + original.lines, 0);
    expect(program / values, `${program} lines of ${values}`).toBeLessThanOrEqual(mostLines);
  });
});
