// First findings are some of those that the whole check gives, word for word, whatever else the program holds; and finding them
// reads only what the files that are looked at need.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { examine, type Sources } from "../compiler/check.ts";
import type { Diagnostic } from "../compiler/diagnostics/diagnostic.ts";
import { createMemory, type Memory } from "../compiler/diagnostics/memory.ts";
import { glance } from "../compiler/glance.ts";
import { createSourceFile, type SourceFile } from "../compiler/text/source-file.ts";
import { campus } from "../scripts/campus.mjs";
import { type ProgramTexts, readProgram } from "./support/programs.ts";
import { editedText, randomEdit, splitDeclarations } from "./support/random-edits.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const on = 20731; // 2026-10-05
const foldersIn = (folder: string) =>
  readdirSync(`${root}${folder}`).map((name) => [name, readProgram(`${root}${folder}/${name}`)] as const);
const written = [...foldersIn("examples"), ...foldersIn("test/fixtures/programs")];
const made: ProgramTexts = new Map(Object.entries(campus(6, { split: true, full: true })));
const badFolder = `${root}../shared/acceptance/bad`;
const bad = existsSync(badFolder)
  ? readdirSync(badFolder)
      .filter((name) => name.endsWith(".hub"))
      .map((name) => [name, new Map([[name, readFileSync(`${badFolder}/${name}`, "utf8")]])] as const)
  : [];
const programs: readonly (readonly [string, ProgramTexts])[] = [...written, ["made up", made], ...bad];

describe("first findings are among all findings", () => {
  test.each(programs)("of %s", (_name, texts) => {
    const sources = sourcesOf(texts);
    for (const file of sources.files) expectAmongAll(sources, file);
  });

  test.each(programs.map(([name, texts]) => [name, splitDeclarations(texts)] as const))(
    "of %s after any edits, with every declaration in a file of its own",
    (_name, texts) => {
      const all = [...texts.values()].join("\n");
      fc.assert(
        fc.property(fc.array(randomEdit, { minLength: 1, maxLength: 8 }), fc.nat(), (edits, chosen) => {
          const now = new Map(texts);
          for (const edit of edits) {
            const [path = "", text = ""] = [...now][edit.file % now.size] ?? [];
            if (edit.how === "remove" && now.size > 1) now.delete(path);
            else now.set(path, editedText(text, all, edit));
          }
          const sources = sourcesOf(now);
          // What was edited has the most to find; any other file stands for what is open beside it.
          const looked = [edits[0]?.file ?? 0, chosen].flatMap((n) => sources.files[n % sources.files.length] ?? []);
          for (const file of looked) expectAmongAll(sources, file);
        }),
        { numRuns: 8 },
      );
    },
  );
});

test.runIf(bad.length > 0)("most of what is wrong in itself is found at first, whatever else there is", () => {
  const inItself = (found: readonly Diagnostic[]) =>
    found.filter(({ code }) => /^(?:syntax|schema)\//.test(code)).length;
  let [first, all] = [0, 0];
  for (const [path, texts] of bad) {
    const sources = sourcesOf(new Map([...texts, ["zz.hub", "group zz { members = [] }\n"]]));
    const looked = new Set(sources.files.filter((file) => file.path === path));
    first += inItself(glance(sources, looked, createMemory()));
    all += inItself(examine(sources, { on }).diagnostics);
  }
  expect(all).toBeGreaterThan(10);
  expect(first).toBeGreaterThan(0.7 * all);
});

describe("a file", () => {
  const texts = new Map([
    [
      "a.hub",
      'course c extends base {\n  students = "many"\n  open-with = lab\n  image = lab\n  staff = [ta-2]\n}\nlet size = 1GiB\n',
    ],
    ["base.hub", "abstract course base { memory = size }\n"],
    ["family.hub", 'group ta[1..3] { members = ["ada"] }\n'],
    ["lab.hub", "image lab extends std.scipy { }\n"],
    ["other.hub", "course other { students = none }\n# course c is not declared here\n"],
  ]);

  test("is judged by what it needs, and nothing else is parsed", () => {
    const sources = sourcesOf(texts);
    const [file] = sources.files;
    const parsed: string[] = [];
    const found = glance(sources, new Set(file === undefined ? [] : [file]), noting(parsed));
    expect(parsed).toEqual(["a.hub", "base.hub", "family.hub", "lab.hub"]);
    expect(found.map(({ code, span }) => [code, span.file.path])).toContainEqual(["schema/wrong-type", "a.hub"]);
  });

  test("is not judged by what another file may say", () => {
    const sources = sourcesOf(new Map([...texts].filter(([path]) => path !== "lab.hub")));
    const first = glance(sources, new Set(sources.files.slice(0, 1)), createMemory());
    const all = examine(sources, { on }).diagnostics;
    expect(all.map(({ code }) => code)).toContain("names/unknown-image");
    expect(first.filter(({ message }) => message.includes("lab"))).toEqual([]);
    expect(first.map(({ code }) => code)).toContain("schema/missing-setting");
  });

  test("that can't be read is judged by its syntax", () => {
    const sources = sourcesOf(new Map([...texts, ["a.hub", "course c {\n  title = = 3\n"]]));
    const found = glance(sources, new Set(sources.files.slice(0, 1)), createMemory());
    expect(found.map(({ code }) => code.split("/")[0])).toContain("syntax");
  });
});

function sourcesOf(texts: ProgramTexts): Sources {
  const files = [...texts].map(([path, text]) => createSourceFile(path, text));
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), assets: new Map() };
}

function expectAmongAll(sources: Sources, file: SourceFile): void {
  const first = glance(sources, new Set([file]), createMemory());
  const all = new Set(examine(sources, { on }).diagnostics.map(asText));
  for (const diagnostic of first) {
    expect(diagnostic.span.file).toBe(file);
    if (!all.has(asText(diagnostic))) expect([...all]).toContain(asText(diagnostic));
  }
  expect(new Set(first.map(asText)).size).toBe(first.length);
}

/** All of a finding, with places by path. */
function asText(diagnostic: Diagnostic): string {
  return JSON.stringify(diagnostic, (key, value: unknown) =>
    key === "file" && typeof value === "object" && value !== null && "path" in value ? value.path : value,
  );
}

/** A memory that notes which files are parsed. */
function noting(paths: string[]): Memory {
  const memory = createMemory();
  return {
    ...memory,
    recall: (step, compute) =>
      memory.recall(step, (report, about) => {
        if (step.step === "parse" && "path" in about) paths.push(String(about.path));
        return compute(report, about);
      }),
  };
}
