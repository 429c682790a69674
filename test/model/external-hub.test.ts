// Hubs that somebody else runs: what they may say, what is left of their courses, and what is written.

import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { checkProgram, errorCodes, programOf } from "../support/programs.ts";
import { modelOf, smallProgram } from "../support/small-program.ts";

const hub = (more = "") => `hub campus {
  external = true
  domain = "datahub.example.edu"
${more}
}
`;
const course = (more = "") => `course c {
  title = "C"
  hub = campus
  term = 2026-08-26 .. 2026-12-18
${more}
}
`;
const labs = (app: string) =>
  `  content labs { repo = "https://github.com/o/labs"  open { lab1 = { path = "lab1.Rmd", with = ${app} } } }`;

function found(text: string): string[] {
  return checkProgram(programOf(text)).diagnostics.map(({ severity, code }) => `${severity} ${code}`);
}

function outputs(text: string): ReadonlyMap<string, string> {
  const on = checkedDate("2026-10-05") ?? expect.fail("no day");
  const { files, diagnostics } = compile({ files: [createSourceFile("p.hub", text)], assets: new Map() }, { on });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return new Map(files.map((file) => [file.path, file.text]));
}

describe("the hub's block", () => {
  test("needs a domain and nothing else", () => {
    expect(found(hub())).toEqual([]);
    expect(errorCodes(programOf("hub campus { external = true }\n"))).toEqual(["schema/missing-setting"]);
  });

  test.each([
    'admins = ["ada"]',
    "cull = none",
    "cull { idle = 1h }",
    "stage staging { }",
    "values { singleuser.startTimeout = 600 }",
    'announcement = "Sunday"',
    'during 2026-09-01 .. 2026-09-02 { announcement = "x" }',
    "auth google { }",
    "named-servers = 2",
    'secrets kubernetes { name = "s" }',
    "spare { users = 1 }",
  ])("can't have %s, said once", (line) => {
    expect(errorCodes(programOf(hub(`  ${line}`)))).toEqual(["hub/external-setting"]);
  });

  test("nor what it takes from a parent", () => {
    const parent = 'abstract hub base { announcement = "Sunday" }\n';
    const child = hub().replace("hub campus", "hub campus extends base");
    expect(errorCodes(programOf(parent + child))).toEqual(["hub/external-setting"]);
  });

  test("`external` with an error asks for nothing else", () => {
    expect(errorCodes(programOf('hub campus { external = maybe  domain = "h.example.edu" }\n'))).toEqual([
      "schema/not-a-truth-value",
    ]);
  });

  test.each(["apps = [lab]", 'base-url = "/jupyter"'])("a hub of the program's own can't have %s", (line) => {
    expect(errorCodes(programOf(smallProgram({ hub: line })))).toEqual(["hub/own-setting"]);
  });
});

describe("a course", () => {
  test("needs no image, which it does on a hub of the program's own", () => {
    expect(found(hub() + course())).toEqual([]);
    expect(errorCodes(programOf(smallProgram().replace("image = img\n", "\n")))).toEqual(["schema/missing-setting"]);
  });

  test("opens what the hub offers", () => {
    const apps = hub("  apps = [lab, rstudio]");
    expect(found(apps + course(labs("rstudio")))).toEqual([]);
    expect(found(apps + course(labs("vscode")))).toEqual(["error course/app-not-on-hub"]);
    expect(found(apps + course("  open-with = desktop"))).toEqual(["error course/app-not-on-hub"]);
    expect(found(hub("  apps = [rstudio]") + course(labs("rstudio")))).toEqual([]);
    expect(found(hub() + course(labs("vscode")))).toEqual([]);
  });

  test("with an image is checked by it, and not by what the hub offers", () => {
    const image = "image own extends std.jupyterlab { pip { nbgitpuller==1.3.0 } }\n";
    const text = hub("  apps = [rstudio]") + course(`  image = own\n${labs("vscode")}`) + image;
    expect(found(text)).toContain("error image/missing-feature");
    expect(found(text)).not.toContain("error course/app-not-on-hub");
  });

  test.each([
    "memory = 2GiB .. 4GiB",
    "cpu = 1 .. 2",
    "gpu = 1",
    "collaboration = true",
    "staff = ta",
    "roster = ta",
    'shared data { path = "shared" }',
    "during 2026-10-01 .. 2026-10-02 { peak = 3 }",
    "exam final { at = 2026-12-01 10:00 .. 12:00  memory = 4GiB }",
    'environment { MODE = "x" }',
    "any-image = true",
    "size big { memory = 4GiB .. 8GiB }",
    "needs = [otter]",
    "grading nbgrader { }",
  ])("is told that %s is not the program's to give", (line) => {
    const group = 'group ta { members = ["ada"] }\n';
    expect(found(hub() + course(`  ${line}`) + group)).toEqual([
      "warning course/left-to-hub",
      ...(line.endsWith("= ta") ? [] : ["info group/unused"]),
    ]);
  });

  test("keeps nothing of it in the model, so that no page promises it", () => {
    const model = modelOf(`${hub() + course("  memory = 2GiB .. 4GiB\n  staff = ta")}group ta { members = ["ada"] }\n`);
    expect(model.courses[0]).toMatchObject({ memory: undefined, staff: [], windows: [] });
    expect(model.releases).toEqual([]);
  });

  test("its groups are not on the program's own hub", () => {
    const text = smallProgram({
      more: `${hub()}${course("  staff = ta").replace("course c", "course d")}group ta { members = ["ada"]  may = ["list:users"] }\n`,
    });
    expect(modelOf(text).releases[0]?.groups).toEqual([]);
  });
});

describe("what is written", () => {
  const files = outputs(hub('  base-url = "/jupyter"') + course(labs("rstudio")));

  test("is of the course alone: nothing for the hub, and nothing that deploys", () => {
    const tops = new Set([...files.keys()].map((path) => path.split("/")[0]));
    expect([...tops].sort()).toEqual(["ci", "courses", "hubc-manifest.json", "index.html"]);
    expect([...files.keys()].filter((path) => path.startsWith("ci/"))).toEqual([
      "ci/README.md",
      "ci/github/hubc-check.yml",
    ]);
    expect(files.get("ci/README.md")).toContain("somebody else runs the hub");
  });

  test("pushes the images from the branch itself, since nothing is deployed that would", () => {
    const project = 'project p { registry = "ghcr.io/o" }\nimage own extends std.jupyterlab { }\n';
    const workflow = outputs(project + hub() + course("  image = own")).get("ci/github/hubc-images.yml");
    expect(workflow).toMatch(/"on":\n {2}pull_request: \{\}\n {2}push:\n {4}branches:\n {6}- main\npermissions/);
    expect(workflow).toContain("--push");
  });

  test("links to the hub's own address", () => {
    expect(files.get("courses/c/links.csv")).toContain(
      "https://datahub.example.edu/jupyter/hub/user-redirect/git-pull?repo=https%3A%2F%2Fgithub.com%2Fo%2Flabs&urlpath=rstudio%2F",
    );
  });

  test("says on pages whose the hub is, and links to no page of operators", () => {
    expect(files.get("courses/c/pages/staff.md")).toContain(
      "Those who run the hub decide who reaches students' servers",
    );
    expect(files.get("courses/c/pages/staff.html")).not.toContain("operators.html");
    expect(files.get("courses/c/pages/students.md")).not.toContain("The course is on the hub until");
  });
});

test("a hub that is declared nowhere comes with the block that declares it", () => {
  const text = course().replace("campus", "datahub");
  const { diagnostics } = checkProgram(programOf(text));
  const [unknown] = diagnostics;
  expect(diagnostics.map(({ code }) => code)).toEqual(["names/unknown-hub"]);
  expect(unknown?.message).toContain("hub datahub { external = true");
  const edit = unknown?.fixes?.[0]?.edits[0] ?? expect.fail("no fix");
  const mended = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
  expect(found(mended)).toEqual([]);
});
