// What SECURITY.md says, as far as a test can hold it to it.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { catalogue } from "../../compiler/catalogue.ts";
import { isFirm } from "../../compiler/rules/allowances.ts";
import { compileProgram, examplePrograms, fixturePrograms } from "../support/compiled-programs.ts";

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const security = read("SECURITY.md");

test("the README leads to it, and its own links lead to sections that there are", () => {
  expect(read("README.md")).toContain("(SECURITY.md)");
  const titles = [...read("LANGUAGE.md").matchAll(/^## (.+)$/gm)].map((match) => (match[1] ?? "").toLowerCase());
  const links = [...security.matchAll(/\(LANGUAGE\.md#([a-z-]+)\)/g)].map((match) => match[1] ?? "");
  expect(links.length).toBeGreaterThan(1);
  for (const link of links) expect(titles).toContain(link.replaceAll("-", " "));
});

test("it names nobody and no address", () => {
  expect(security).not.toMatch(/[\w.]+@[\w-]+\./);
  expect(security).toContain("Report a vulnerability");
});

test("what areas and policies refuse can't be allowed or turned down", () => {
  const firm = catalogue.map(({ code }) => code).filter((code) => /^(?:area|policy|secret)\//.test(code));
  expect(firm.length).toBeGreaterThan(20);
  expect(firm.filter((code) => !isFirm(code))).toEqual([]);
});

const workflows = [...examplePrograms, ...fixturePrograms].flatMap((program) =>
  compileProgram(program).files.filter(({ path }) => /^ci\/(?:github|gitlab)\/.*\.yml$/.test(path)),
);

test("workflows fix actions by commit and images by digest, and run no script of a package", () => {
  expect(workflows.length).toBeGreaterThan(10);
  for (const { path, text } of workflows) {
    const used = [...text.matchAll(/^\s*(?:- )?uses: (\S+)/gm)].map((match) => match[1] ?? "");
    for (const one of used) expect(one.replaceAll(/"/g, ""), path).toMatch(/@[0-9a-f]{40}$|^\.\/\.github\/workflows\//);
    const images = [...text.matchAll(/docker\.io\/\S+/g)].map(([image]) => image.replace(/["']$/, ""));
    for (const image of images) expect(image, path).toMatch(/@sha256:[0-9a-f]{64}$/);
    expect(text, path).not.toMatch(/npm ci (?!--ignore-scripts )/);
  }
});

test("the jobs that push images and those that have an identity stand in an environment", () => {
  for (const { path, text } of workflows.filter((file) => file.path.startsWith("ci/github/"))) {
    const jobs = text.split(/^ {2}(?=[\w-]+:$)/m).slice(1);
    for (const job of jobs.filter(
      (one) => /id-token: write|packages: write|--push/.test(one) && !/^ {4}uses: /m.test(one),
    ))
      expect(job, path).toMatch(/^ {4}environment:/m);
  }
});
