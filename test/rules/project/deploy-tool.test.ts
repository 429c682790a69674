import { describe, expect, it } from "vitest";
import { findings, smallProgram } from "../../support/small-program.ts";

const asked = (systems: string) =>
  `project p {\n  registry = "ghcr.io/campus/hubs"\n  ci { systems = [${systems}] }\n}\n`;
const stage = (name: string) => `  stage ${name} { domain = "${name}.example.edu" }\n`;
const found = (text: string) => findings(text).filter((code) => code.startsWith("project/"));
const exam = (settings: string) => `  exam midterm {\n    at = 2026-10-09 19:00 .. 21:00\n    ${settings}\n  }\n`;
const frozen = "image frozen extends std.jupyterlab { }\n";

describe("hubploy", () => {
  it.each(["develop", "staging"])("knows the stage %s", (name) => {
    expect(found(smallProgram({ hub: stage(name), more: asked("hubploy") }))).toEqual([]);
  });

  it("knows no others, and only it does not", () => {
    expect(found(smallProgram({ hub: stage("trial"), more: asked("hubploy") }))).toEqual([
      "project/tool-cannot-deploy",
    ]);
    expect(found(smallProgram({ hub: stage("trial"), more: asked("github, gitlab, chartpress") }))).toEqual([]);
  });
});

describe("chartpress", () => {
  it("can't name an exam's image beside the course's", () => {
    const course = exam("image = frozen");
    expect(found(smallProgram({ course, more: asked("chartpress") + frozen }))).toEqual(["project/tool-cannot-deploy"]);
    expect(found(smallProgram({ course, more: asked("hubploy") + frozen }))).toEqual([]);
  });

  it("doesn't mind an exam with more memory", () => {
    expect(found(smallProgram({ course: exam("memory = 4GiB"), more: asked("chartpress") }))).toEqual([]);
  });

  it("can't name images that people choose", () => {
    const other = `course d {\n  title = "D"\n  hub = h\n  image = img\n  term = 2026-08-26 .. 2026-12-18\n}\n`;
    const text = smallProgram({ hub: "  choose = by-choice\n", more: asked("chartpress") + other });
    expect(found(text)).toEqual(["project/tool-cannot-deploy"]);
  });
});

describe("where npm gets hubc from", () => {
  const from = (value: string) =>
    findings(smallProgram({ more: `project p {\n  registry = "ghcr.io/c"\n  ci { hubc = "${value}" }\n}\n` }));
  const commit = "0123456789abcdef0123456789abcdef01234567";

  it.each([
    "hubc@0.1.0",
    "@campus/hubc@1.2.3-rc.1",
    `git+https://github.com/campus/hubc.git#${commit}`,
    "./tools/hubc-0.1.0.tgz",
  ])("may be %s", (value) => {
    expect(from(value)).not.toContain("schema/bad-text");
  });

  it.each([
    "hubc",
    "hubc@latest",
    "hubc@^1.0.0",
    "git+https://github.com/campus/hubc.git#main",
    `git+ssh://git@github.com/campus/hubc.git#${commit}`,
    "./../hubc.tgz",
    "-g@1.0.0",
    "hubc@1.0.0; true",
  ])("can't be %s, which others may change or which is something else", (value) => {
    expect(from(value).some((code) => code.startsWith("schema/") || code.startsWith("types/"))).toBe(true);
  });
});
