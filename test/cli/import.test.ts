// hubc import on a made-up campus: the program that is written, and what is said of it.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const campus = fileURLToPath(new URL("../fixtures/import/campus", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "hubc-import-"));

function hubc(...args: string[]) {
  const { status, stdout, stderr } = spawnSync("node", [join(root, "dist/cli.js"), ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

beforeAll(() => {
  execFileSync("npm", ["run", "--silent", "build"], { cwd: root });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("hubc import", () => {
  test("writes a program that builds, and proves that nothing differs", () => {
    const { status, stdout, stderr } = hubc("import", campus, "--out", "program", "--format", "json");
    const { hubs, errors } = JSON.parse(stdout);
    expect(errors).toEqual([]);
    const figures = hubs.map((one: Record<string, unknown>) => [
      one["hub"],
      one["stage"],
      one["different"],
      one["added"],
    ]);
    expect(figures).toEqual([
      ["stats", "prod", [], []],
      ["stats", "staging", [], []],
    ]);
    for (const { leaves, vocabulary, past, dropped, encrypted } of hubs) {
      expect(dropped).toEqual([]);
      expect(encrypted.map(({ path }: { path: string }) => path)).toEqual(["jupyterhub.hub.services.grader.apiToken"]);
      expect(vocabulary + past + dropped.length).toBe(leaves);
      expect(vocabulary / leaves).toBeGreaterThan(0.8);
    }
    expect(status).toBe(0);
    expect(stderr).toContain("Next: ");
    expect(hubc("build", "program").status).toBe(0);
    expect(hubc("fmt", "--check", "program").stdout).toBe("");
  });

  test("drops what hubc's own Python reads in values that hubc wrote, and says so", () => {
    const values = join(root, "examples/data8/out/hubs/datahub/prod/values.yaml");
    const { status, stdout } = hubc("import", values, "--out", "again", "--format", "json");
    const { hubs, errors } = JSON.parse(stdout);
    expect([status, errors]).toEqual([1, []]);
    const [{ dropped, different, leaves, vocabulary, past }] = hubs;
    expect(different).toEqual([]);
    const ofHubc = dropped.filter(({ path }: { path: string }) => path.startsWith("custom.hubc."));
    expect(ofHubc.length).toBeGreaterThan(3);
    for (const { why } of ofHubc) expect(why).toMatch(/^hubc writes `custom\.hubc` itself/);
    expect(dropped.every(({ why }: { why: string }) => why !== "")).toBe(true);
    expect(vocabulary + past + dropped.length).toBeLessThanOrEqual(leaves);
    expect(hubc("build", "again").status).toBe(0);
  });

  test("keeps names, comments and texts as they are, and no secret", () => {
    const files = readdirSync(join(folder, "program"), { recursive: true, encoding: "utf8" }).filter((path) =>
      /^(?!out).*\.hub$/.test(path),
    );
    expect(files.sort()).toEqual(["hubs/stats.hub", "images.hub", "project.hub"]);
    const hub = readFileSync(join(folder, "program/hubs/stats.hub"), "utf8");
    expect(hub).toContain("# Nobody waits for a slow node.");
    // The secret has the name that it has without a word.
    expect(hub).not.toContain("client-secret");
    const readme = readFileSync(join(folder, "program/out/hubs/stats/prod/README.md"), "utf8");
    expect(readme).toContain("`google.client-secret`: sign-in: client-secret");
    expect(hub).toContain('"stats-staging.example.edu"');
    expect(hub).not.toContain("ENC[");
    const values = readFileSync(join(folder, "program/out/hubs/stats/prod/values.yaml"), "utf8");
    expect(values).toContain("COURSE: stats {{1}}");
    expect(values).toContain('# indented, with a "quote", a \\ and a ${dollar}');
  });

  test("says what helm passes over in a file, with its place", () => {
    const lines = ["hub:", "  config: {}", "singleuser:", "  memory: { limit: 2G }", "  memory: { limit: 4G }"];
    writeFileSync(join(folder, "twice.yaml"), `${lines.join("\n")}\n---\ncull: { timeout: 60 }\n`);
    const { status, stderr } = hubc("import", "twice.yaml", "--out", "twice");
    expect(status).toBe(0);
    expect(stderr.split("\n").slice(0, 2)).toEqual([
      "twice.yaml:5:3: `memory` stands here a second time: helm keeps this one and drops what line 4 says. Put both together.",
      "twice.yaml:6:1: Helm reads only what stands above this line: put it all into one document, or into another file.",
    ]);
    expect(readFileSync(join(folder, "twice/hubs/twice.hub"), "utf8")).toContain("4G");
  });

  test("overwrites nothing", () => {
    const { status, stderr } = hubc("import", campus, "--out", "program");
    expect(status).toBe(2);
    expect(stderr).toContain("Nothing was written.");
  });

  test("names the hubs that there are, where another is asked for", () => {
    const { status, stderr } = hubc("import", campus, "--out", "other", "--hub", "physics");
    expect(status).toBe(2);
    expect(stderr).toContain("No such hub: there are stats.");
  });

  test("says what of a damaged file it can't read, and throws nothing", () => {
    for (const text of [
      "hub:\n\t- a",
      "hub: [",
      "- hub",
      "hub: 1\nsingleuser: x\n",
      "hub: {config: {A: [1, {b: null}]}}\nsingleuser:\n  image: 5\n",
    ]) {
      writeFileSync(join(folder, "damaged.yaml"), text);
      const { status, stderr } = hubc("import", "damaged.yaml", "--out", `d${Math.abs(text.length * 31)}`);
      expect([0, 1, 2]).toContain(status);
      expect(stderr).not.toContain("    at ");
      expect(stderr).not.toBe("");
    }
  });
});
