// A rule is found by its code: the file of `area/name` is `area/name.ts`, and says nothing else. What several rules ask stands beside them.

import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as rules from "../../compiler/rules/rules.ts";

const folder = new URL("../../compiler/rules/", import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => /^[a-z]+\/.*\.ts$/.test(path))
  .map((path) => ({ path, text: readFileSync(new URL(path, folder), "utf8") }));

test("the file of a rule is named after its code, and has one", () => {
  const defining = files.filter(({ text }) => /\bdefine(?:Rule|Diagnostic)\b/.test(text));
  expect(defining.length).toBeGreaterThan(150);
  const wrong = defining.filter(({ path, text }) => {
    const codes = [...text.matchAll(/^ {2}code: "([^"]+)",$/gm)].map(([, code]) => `${code}.ts`);
    return codes.length !== 1 || codes[0] !== path;
  });
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test("the list has each rule, in order of its path: `npm run generate` writes it", () => {
  const exported = files
    .map(({ path, text }) => ({
      path,
      names: [...text.matchAll(/^export const (\w+)(?:: Rule = | = defineRule)/gm)].map(([, name]) => name),
    }))
    .filter(({ names }) => names.length > 0)
    .sort((a, b) => (a.path.slice(0, -3) < b.path.slice(0, -3) ? -1 : 1));
  expect(exported.filter(({ names }) => names.length !== 1)).toEqual([]);
  const list = readFileSync(new URL("rules.ts", folder), "utf8");
  const listed = [...list.matchAll(/^export \{ (\w+) \}/gm)].map(([, name]) => name);
  expect(listed).toEqual(exported.flatMap(({ names }) => names));
  expect(Object.keys(rules).sort()).toEqual(listed.sort());
});
