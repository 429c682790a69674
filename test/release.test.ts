// The workflow that publishes, as far as it can be judged without publishing; test/integration/install tries what it publishes.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { addressesOf } from "../scripts/artefacts/addresses.mjs";
import { published } from "../scripts/artefacts/npm-package.mjs";
import { actionlint } from "./support/actionlint.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const workflow = readFileSync(`${root}.github/workflows/release.yml`, "utf8");

test("actionlint takes the workflow", async () => {
  expect(await actionlint(workflow)).toEqual([]);
});

test("each action is pinned to a commit, and each script is there", () => {
  const uses = [...workflow.matchAll(/uses: (\S+)/g)].map((match) => match[1]);
  expect(uses.length).toBeGreaterThan(8);
  expect(uses.filter((one) => !/@[0-9a-f]{40}$/.test(one ?? ""))).toEqual([]);
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
  const named = [...workflow.matchAll(/npm run ([a-z:]+)/g)].map((match) => match[1] ?? "");
  expect(named.length).toBeGreaterThan(2);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test("a job may write only what it publishes", () => {
  expect(workflow).toContain("\npermissions: {}\n");
  const before = workflow.slice(0, workflow.indexOf("\n  publish:"));
  expect(before).not.toMatch(/: write/);
});

test("packages say where the project lives, and nothing where nobody said it", () => {
  const manifest = { name: "hubc", scripts: { a: "b" }, devDependencies: { c: "1" }, bin: { hubc: "dist/cli.js" } };
  expect(addressesOf(undefined, {})).toBeUndefined();
  expect(published(manifest, undefined)).toEqual({ name: "hubc", bin: { hubc: "dist/cli.js" } });
  const here = { GITHUB_SERVER_URL: "https://github.com", GITHUB_REPOSITORY: "Campus/hubc" };
  const addresses = addressesOf(undefined, here);
  expect(published(manifest, addresses)).toEqual({
    name: "hubc",
    bin: { hubc: "dist/cli.js" },
    repository: { type: "git", url: "git+https://github.com/Campus/hubc.git" },
    homepage: "https://campus.github.io/hubc/",
    bugs: "https://github.com/Campus/hubc/issues",
  });
  expect(addressesOf("https://git.example.edu/a/hubc.git", here)).toMatchObject({
    repository: "https://git.example.edu/a/hubc",
    site: undefined,
  });
  expect(() => addressesOf("a/hubc", here)).toThrow("https://github.com/OWNER/NAME");
});
