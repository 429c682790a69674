import { describe, expect, test } from "vitest";
import { check } from "../../compiler/check.ts";
import { diagnosticPages as catalogue } from "../../compiler/diagnostic-pages.ts";
import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.ts";
import type { Sources } from "../../compiler/examine.ts";
import { readYaml } from "../../compiler/knowledge/read-yaml.ts";
import { mend } from "../../compiler/service/mend.ts";
import { readTemplate } from "../../compiler/targets/pages/read-template.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { mutantsOf } from "../support/mutants.ts";
import { smallProgram } from "../support/small-program.ts";

const options = { on: checkedDate("2026-10-05") ?? 0 };

function sourcesOf(text: string): Sources {
  return { files: [createSourceFile("p.hub", text)], assets: new Map(), readYaml, readTemplate };
}

function codesIn(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.filter(({ severity }) => severity !== "info").map(({ code }) => code);
}

function mended(text: string): string {
  return mend(sourcesOf(text), options).sources.files[0]?.text ?? "";
}

test("all slips of a file are mended at once, and one that a fix uncovers after it", () => {
  const slips = ["abstract course a {", "  memroy = 2Gi", "  collaboration yes", "}", ""];
  const { sources, changed, mended } = mend(sourcesOf(slips.join("\n")), options);
  expect(sources.files[0]?.text).toBe("abstract course a {\n  memory = 2GiB\n  collaboration = true\n}\n");
  expect(changed).toEqual(sources.files);
  expect(mended.length).toBeGreaterThanOrEqual(3);
  expect(mended.at(-1)?.diagnostic.code).toMatch(/^schema\//);
});

test("what has no fix, or several, is left as it is", () => {
  const text = 'group a {\n  members = ["x"]\n}\ngroup a {\n  members = ["y"]\n}\n';
  const { changed, mended } = mend(sourcesOf(text), options);
  expect(check(sourcesOf(text), options).diagnostics).not.toEqual([]);
  expect([changed, mended]).toEqual([[], []]);
});

describe("what is certain is applied", () => {
  test.each([
    [
      "the last key of a path in values",
      'values { hub.servcie = { }\n  proxy.service.loadBalancerIPP = "34.1.2.3" }',
      'values { hub.service = { }\n  proxy.service.loadBalancerIP = "34.1.2.3" }',
    ],
    [
      "a key in a map",
      'values { singleuser { memory { gurantee = "1G" } } }',
      'values { singleuser { memory { guarantee = "1G" } } }',
    ],
    [
      "the last of several keys in a map",
      "values { singleuser.cpu { limit = 2  gurantee = 0.5 } }",
      "values { singleuser.cpu { limit = 2  guarantee = 0.5 } }",
    ],
    ["a trait", "config { KubeSpawner.start_timeuot = 600 }", "config { KubeSpawner.start_timeout = 600 }"],
    ["a unit with one meaning", "cull { idle = 2hours }", "cull { idle = 2h }"],
    [
      "a word for true",
      "named-servers = 2\n  network { block-metadata = yes }",
      "named-servers = 2\n  network { block-metadata = true }",
    ],
  ])("%s", (_, wrong, right) => {
    expect(mended(smallProgram({ hub: `  ${wrong}` }))).toBe(smallProgram({ hub: `  ${right}` }));
  });

  test("`to` between two dates", () => {
    const program = (term: string) => smallProgram({ course: `  term = ${term}` });
    expect(mended(program("2026-01-19 to 2026-12-14"))).toBe(program("2026-01-19 .. 2026-12-14"));
  });
});

describe("what is a guess, costs more or changes who gets what is left to a person", () => {
  const pool = (nodes: string, course: string) =>
    smallProgram({ course: `  students = 2500\n${course}` }).replace(
      "provider kind k { }",
      `provider gke k {\n  project = "p"\n  region = "us-central1"\n  cluster = "c"\n  pool core { machine = "n2-standard-4"  nodes = 1..2 }\n  pool users { machine = "n2-highmem-4"  nodes = ${nodes} }\n}`,
    );
  test.each([
    ["nodes of a pool", pool("0..9", "  memory = 2GiB .. 4GiB")],
    ["a larger machine", pool("0..900", "  peak = 10\n  memory = 40GiB .. 40GiB")],
    ["a lower limit", pool("0..900", "  peak = 10\n  memory = 1GiB .. 48GiB")],
    ["plain bytes", smallProgram({ course: "  memory = 2147483648" })],
    ["a size without a unit", smallProgram({ course: "  memory = 2" })],
    ["a comma in a number", smallProgram({ course: "  students = 1,800" })],
    ["texts where one name belongs", smallProgram({ course: '  staff = ["a","b"]' })],
    [
      "the name of a group",
      smallProgram({
        course: "  roster = all\n  staff = staf",
        more: 'group staff { members = ["t"] }\ngroup all { members = ["s"] }',
      }),
    ],
    ["the name of a package", smallProgram({ image: "  pip { boken==2.4.3 }" })],
    [
      "an allowance and its reason",
      smallProgram({ more: '# hubc: allow course/okpy-is-legacy because "we know"\ngroup g { members = ["x"] }' }),
    ],
    ["a range with its ends swapped", smallProgram({ course: "  memory = 4GiB .. 2GiB" })],
    [
      "a literal where a secret belongs",
      smallProgram({ more: "group g { from canvas { course = 1  role = ta } }" }).replace(
        'secret("github/client-secret")',
        '"plain"',
      ),
    ],
  ])("%s", (_, text) => {
    const found = check(sourcesOf(text), options).diagnostics;
    expect(codesIn(found)).not.toEqual([]);
    expect(mended(text)).toBe(text);
  });

  test("the price stands in what is offered", () => {
    const titles = (text: string) =>
      check(sourcesOf(text), options).diagnostics.flatMap(({ fixes }) => fixes.map(({ title }) => title));
    expect(titles(pool("0..9", "  memory = 2GiB .. 4GiB")).join()).toMatch(/have \d+ nodes, each 0\.\d+ USD an hour/);
    expect(titles(pool("0..900", "  peak = 10\n  memory = 40GiB .. 40GiB")).join()).toMatch(/instead of 0\.\d+ USD/);
  });
});

test("a fix in another file than the finding is not applied", () => {
  const course = createSourceFile(
    "course.hub",
    smallProgram({ course: '  content m { repo = "https://github.com/o/r" }' }).replace(
      /image img extends[^}]*\}\n/,
      "",
    ),
  );
  const image = createSourceFile("image.hub", "image img extends std.jupyterlab {\n  pip { numpy==2.2.0 }\n}\n");
  const sources: Sources = { files: [course, image], assets: new Map() };
  const found = check(sources, options).diagnostics;
  expect(found.flatMap(({ fixes }) => fixes.flatMap(({ edits }) => edits.map(({ span }) => span.file.path)))).toEqual([
    "image.hub",
  ]);
  expect(mend(sources, options).changed).toEqual([]);
});

test("a fix that helps nothing is taken back, and those beside it are kept", () => {
  // The suggested name is taken: to write it would be a second mistake in the place of the first.
  const text = smallProgram({ course: "  memory = 2GiB\n  memroy = 3GiB\n  open-wth = lab" });
  expect(mended(text)).toBe(text.replace("open-wth", "open-with"));
});

describe("every example of the catalogue that has a certain fix, mended", () => {
  const fixable = catalogue.filter(
    ({ wrong, language }) =>
      language !== "yaml" &&
      check(sourcesOf(wrong), options).diagnostics.some(
        ({ fixes }) => fixes.length === 1 && fixes[0]?.applies === "always",
      ),
  );
  test("are many", () => expect(fixable.length).toBeGreaterThan(20));

  test.each(fixable)("$code has less wrong with it, and nothing new", ({ wrong }) => {
    const before = codesIn(check(sourcesOf(wrong), options).diagnostics);
    const { sources, mended } = mend(sourcesOf(wrong), options);
    const after = codesIn(check(sources, options).diagnostics);
    expect(mended.length).toBeGreaterThan(0);
    expect(after.length).toBeLessThan(before.length);
    expect(after.filter((code) => !before.includes(code))).toEqual([]);
    // What was mended is mended: doing it again changes nothing.
    expect(mend(sources, options).changed).toEqual([]);
  });
});

test("after any slip, what is mended has fewer errors, and no text or number of the program is lost", () => {
  const program = smallProgram({
    course: '  memory = 1GiB .. 2GiB\n  students = 30\n  links { ed = "https://edstem.org/us/courses/1" }',
    hub: '  cull { idle = 1h }\n  values { proxy.service.loadBalancerIP = "34.10.20.30"  singleuser { cpu.limit = 2 } }',
  });
  const errors = (text: string) =>
    check(sourcesOf(text), options).diagnostics.filter(({ severity }) => severity === "error").length;
  const texts = (program.match(/"[^"]*"/g) ?? []).map((one) => one.slice(1, -1));
  let changed = 0;
  for (const { text, how, word } of mutantsOf(program)) {
    const after = mended(text);
    if (after === text) continue;
    changed += 1;
    expect(errors(after), `${how} ${word}`).toBeLessThan(errors(text));
    expect(after.match(/\d+/g), `${how} ${word}`).toEqual(text.match(/\d+/g));
    for (const part of texts.filter((one) => text.includes(one))) expect(after, `${how} ${word}`).toContain(part);
  }
  expect(changed).toBeGreaterThan(50);
});
