// The fixture for every system: GitLab's file by the keywords of its reference, hubploy's and chartpress's by what those programs read.

import { spawnSync } from "node:child_process";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { chartComplaints } from "../../support/chart-values.ts";
import { closed, complaints, list, only, text, texts, truth } from "../../support/closed-schema.ts";
import { compileProgram, fixturePrograms, plain } from "../../support/compiled-programs.ts";

const fixture = fixturePrograms.find(({ name }) => name === "ci-systems");
if (fixture === undefined) throw new Error("there is no fixture ci-systems");
const files = new Map(compileProgram(fixture).files.map((file) => [file.path, file]));

function read(path: string): Readonly<Record<string, unknown>> {
  const file = files.get(path);
  if (file === undefined) throw new Error(`no ${path}`);
  return plain(load(file.text));
}

const scripts = [...files.values()].filter(({ path }) => path.startsWith("ci/") && path.endsWith(".sh"));
const shellcheck = spawnSync("shellcheck", ["--version"]).error === undefined;

describe.each(scripts)("$path", ({ text: script, executable }) => {
  it("can be run", () => {
    expect(executable).toBe(true);
    expect(script.startsWith("#!/usr/bin/env bash\n")).toBe(true);
  });

  it.skipIf(!shellcheck)("is clean to shellcheck, where that is installed", () => {
    const checked = spawnSync("shellcheck", ["--exclude=SC2016", "-"], { input: script, encoding: "utf8" });
    expect(checked.stdout).toBe("");
  });
});

describe("GitLab", () => {
  const job = closed({
    stage: text,
    image: { anyOf: [text, closed({ name: text, entrypoint: list({ type: "string" }) })] },
    script: list(text),
    timeout: text,
    "services?": list(text),
    "variables?": texts,
    "needs?": list(text),
    "rules?": list(closed({ if: text })),
    "environment?": { anyOf: [closed({ name: text, url: text }), closed({ name: text, action: text })] },
    "resource_group?": text,
    "interruptible?": truth,
    "artifacts?": closed({
      "paths?": list(text),
      "expose_as?": text,
      "expire_in?": text,
      "when?": text,
      "reports?": closed({ junit: text }),
    }),
  });
  const { stages, workflow, ...jobs } = read("ci/gitlab/.gitlab-ci.yml");
  const deploys = Object.keys(jobs).filter((name) => name.startsWith("deploy-"));

  it("gets a file of its keywords", () => {
    expect(complaints(closed({ rules: list(closed({ if: text })) }), workflow)).toEqual([]);
    for (const one of Object.values(jobs)) expect(complaints(job, one)).toEqual([]);
    expect(complaints(job, { ...plain(jobs["hubc-check"]), scripts: [] })).toHaveLength(1);
  });

  it("has jobs whose stages and needs are there, in an order that can be run", () => {
    const order = stages as string[]; // a list of names, as the next lines find
    const place = (name: string) => order.indexOf(String(plain(jobs[name])["stage"]));
    for (const [name, one] of Object.entries(jobs)) {
      expect(place(name)).toBeGreaterThanOrEqual(0);
      for (const needed of (plain(one)["needs"] ?? []) as string[]) expect(place(needed)).toBeLessThan(place(name));
    }
  });

  it("brings production after its own staging", () => {
    expect(deploys).toEqual(["deploy-physics-prod", "deploy-statistics-staging", "deploy-statistics-prod"]);
    expect(plain(jobs["deploy-statistics-prod"])["needs"]).toContain("deploy-statistics-staging");
    expect(plain(jobs["deploy-physics-prod"])["needs"]).not.toContain("deploy-statistics-staging");
  });

  it("deploys one branch only", () => {
    const rules = [{ if: '$CI_COMMIT_BRANCH == "trunk"' }];
    for (const name of Object.keys(jobs)) {
      if (name === "hubc-plan") continue; // of merge requests only, and it deploys nothing
      expect(plain(jobs[name])["rules"]).toEqual(name === "hubc-check" ? undefined : rules);
    }
  });

  it.skipIf(!shellcheck)("runs what shellcheck finds nothing wrong with", () => {
    for (const one of Object.values(jobs)) {
      const input = (plain(one)["script"] as string[]).join("\n"); // checked above
      const checked = spawnSync("shellcheck", ["--shell=bash", "--exclude=SC2016", "-"], { input, encoding: "utf8" });
      expect(checked.stdout).toBe("");
    }
  });
});

describe("hubploy", () => {
  const cluster = {
    anyOf: [
      closed({ provider: only("gcloud"), gcloud: closed({ project: text, cluster: text, zone: text }) }),
      closed({ provider: only("kubeconfig"), kubeconfig: closed({ filename: text, "context?": text }) }),
    ],
  };

  it.each(["statistics", "physics"])("reaches the cluster of %s", (hub) => {
    const config = read(`ci/hubploy/deployments/${hub}/hubploy.yaml`);
    expect(complaints(closed({ cluster }), config)).toEqual([]);
  });

  it("deploys the release's own values, below the chart's name", () => {
    const nested = read("ci/hubploy/deployments/statistics/config/prod.yaml");
    expect(nested).toEqual({ jupyterhub: read("hubs/statistics/prod/values.yaml") });
    expect(chartComplaints(nested["jupyterhub"])).toEqual([]);
    expect(read("ci/hubploy/hub/Chart.yaml")["dependencies"]).toEqual([
      { name: "jupyterhub", version: "4.4.0", repository: "https://hub.jupyter.org/helm-chart/" },
    ]);
  });
});

describe("chartpress", () => {
  const image = closed({ imageName: text, contextPath: text, valuesPath: list(text) });
  const config = read("ci/chartpress/chartpress.yaml");
  const charts = config["charts"] as { name: string; images: Record<string, Record<string, unknown>> }[]; // as the first test finds

  it("gets a file of its keywords", () => {
    const chart = closed({ name: text, images: { type: "object", additionalProperties: image, minProperties: 1 } });
    expect(complaints(closed({ charts: list(chart) }), config)).toEqual([]);
    expect(charts.map(({ name }) => name)).toEqual(["physics-prod", "statistics-prod", "statistics-staging"]);
  });

  it("finds each image's folder, and its name where its tag is to stand", () => {
    for (const { name, images } of charts) {
      const values = read(`ci/chartpress/${name}/values.yaml`);
      for (const { contextPath, valuesPath, imageName } of Object.values(images)) {
        expect([...files.keys()]).toContain(`${String(contextPath).replace("../../", "")}/Dockerfile`);
        for (const path of valuesPath as string[]) {
          const found = path.split(".").reduce<unknown>((node, key) => plain(node)[key], values);
          expect(plain(found)["name"]).toBe(imageName);
        }
      }
    }
  });
});
