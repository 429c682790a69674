import { describe, expect, it } from "vitest";
import { features } from "../../../compiler/knowledge/features.ts";
import { courseWithImage, imageFindings, mended } from "../../support/image-programs.ts";
import { checkProgram, programOf } from "../../support/programs.ts";

const stack = (more = "", name = "base-notebook:2026-01-05") => `{\n  base = "quay.io/jupyter/${name}"\n${more}}`;
const elsewhere = (more = "") => `{\n  prebuilt = "quay.io/campus/data8:2026-08-01"\n${more}}`;
const content = '  content m { repo = "https://github.com/o/r" open { a = "a.ipynb" } }';

describe("image/missing-nbgitpuller", () => {
  it("is said at the content block", () => {
    expect(imageFindings(courseWithImage(stack(), content))).toEqual(["error image/missing-nbgitpuller: content m"]);
  });

  it.each([
    ["a line of pip", stack("  pip { nbgitpuller }\n")],
    ["a line of conda", stack("  conda { nbgitpuller=1.3 }\n")],
    ["a command", stack('  run = "pip install nbgitpuller==1.3.0"\n')],
    ["the standard library", "extends std.datascience { }"],
    ["what a prebuilt image provides", elsewhere('  provides = ["nbgitpuller"]\n')],
  ])("is not said with %s", (_how, image) => {
    expect(imageFindings(courseWithImage(image, content))).toEqual([]);
  });

  it("is a warning where nobody knows", () => {
    const unproven = ["warning image/unproven-feature: content m"];
    expect(imageFindings(courseWithImage(elsewhere(), content))).toEqual(unproven);
    const campus = '{ base = "ghcr.io/campus/base:2026-08" }';
    expect(imageFindings(courseWithImage(campus, content))).toEqual(unproven);
    const listed = stack('  run = "mamba env update -f /tmp/more.yml"\n');
    expect(imageFindings(courseWithImage(listed, content))).toEqual(unproven);
  });

  it("is certain where a prebuilt image lists what it provides", () => {
    const image = elsewhere('  provides = ["lab4"]\n');
    expect(imageFindings(courseWithImage(image, content))).toEqual(["error image/missing-nbgitpuller: content m"]);
  });

  it("is said once, though `needs` says it, too", () => {
    const course = `${content}\n  needs = [nbgitpuller]`;
    expect(imageFindings(courseWithImage(stack(), course))).toHaveLength(1);
  });

  it.each([
    [
      "  pip {\n    numpy==2.3.1  # arrays\n  }\n",
      "  pip {\n    numpy==2.3.1  # arrays\n    nbgitpuller==1.3.0\n  }\n",
    ],
    ["  conda {\n    numpy=2.3\n  }\n", "  conda {\n    numpy=2.3\n    nbgitpuller=1.3\n  }\n"],
    ["  pip { numpy==2.3.1 }\n", "  pip { numpy==2.3.1\n    nbgitpuller==1.3.0\n  }\n"],
  ])("is mended in %j", (before, after) => {
    const text = mended(courseWithImage(stack(before), content), "image/missing-nbgitpuller");
    expect(text).toBe(courseWithImage(stack(after), content));
    expect(imageFindings(text)).toEqual([]);
  });
});

describe("image/missing-collaboration", () => {
  const course = "  collaboration = true";

  it.each([
    ["JupyterLab 4 by its line", "extends std.jupyterlab {\n  conda { jupyterlab=4.2 }\n}", true],
    ["JupyterLab 4 by the base", stack(), true],
    ["with the package", stack("  pip { jupyter-collaboration==4.2.0 }\n"), false],
    [
      "JupyterLab 3 by its line",
      stack("  conda {\n    jupyterlab==3.6.1\n    jupyterhub-singleuser=5.5\n  }\n", "base-notebook:2023-01-09"),
      false,
    ],
  ])("%s: %s", (_what, image, refused) => {
    expect(imageFindings(courseWithImage(image, course))).toEqual(
      refused ? ["error image/missing-collaboration: true"] : [],
    );
  });

  it("holds for workspaces, too", () => {
    const team =
      'group team {\n  members = ["ada"]\n  workspace {\n    account = "team-one"\n    collaboration = true\n  }\n}\n';
    expect(imageFindings(courseWithImage(stack(), "") + team)).toEqual(["error image/missing-collaboration: true"]);
  });

  it("is mended by the package", () => {
    const text = courseWithImage("extends std.jupyterlab {\n  conda { jupyterlab=4.2 }\n}", course);
    expect(imageFindings(mended(text, "image/missing-collaboration"))).toEqual([]);
  });
});

describe("image/missing-feature", () => {
  it.each([
    ["widgets", stack(), false],
    ["widgets", stack("", "scipy-notebook:2026-01-05"), true],
    ["widgets", stack("  pip { ipympl }\n"), true],
    ["lab4", stack(), true],
    ["lab3", stack(), false],
    ["lab3", stack("  pip { jupyterlab==2.2.9 }\n"), false],
    ["lab3", stack("  conda { jupyterlab=3.6 }\n"), true],
    ["lab4", stack("  conda { notebook>=7 }\n", "base-notebook:1a2b3c4d5e6f"), true],
    ["notebook7", stack(), true],
    ["notebook6", stack(), false],
    ["notebook6", stack("  pip { notebook>=6.5,<7 }\n"), true],
    ["rstudio", stack("  conda { jupyter-rsession-proxy }\n"), true],
    ["rstudio", stack(), false],
    ["vscode", stack("  conda { jupyter-vscode-proxy }\n"), true],
    ["desktop", stack(), false],
    ["r", stack("  cran { dplyr }\n"), true],
    ["r", stack("", "r-notebook:2026-01-05"), true],
    ["r", stack(), false],
    ["julia", "extends std.julia { }", true],
    ["julia", stack(), false],
    ["otter", "extends std.datascience { }", true],
    ["okpy", stack(), false],
    ["nbgrader", stack("  conda { nbgrader }\n"), true],
  ])("%s in %s: %s", (feature, image, met) => {
    expect(imageFindings(courseWithImage(image, `  needs = [${feature}]`))).toEqual(
      met ? [] : [`error image/missing-feature: ${feature}`],
    );
  });

  it.each([
    ["open-with", "  open-with = rstudio", "rstudio"],
    [
      "a link's app",
      '  content m {\n    repo = "https://github.com/o/r"\n    open { a = { path = "a", with = desktop } }\n  }',
      '{ path = "a", with = desktop }',
    ],
    ["grading", '  grading okpy { endpoint = "c/d" }', "grading okpy"],
  ])("is said at %s", (_what, course, marked) => {
    expect(imageFindings(courseWithImage(stack("  pip { nbgitpuller }\n"), course))).toEqual([
      `error image/missing-feature: ${marked}`,
    ]);
  });

  it("wants the server that hubs start", () => {
    const bare = '{\n  base = "ubuntu:24.04"\n  conda { jupyterlab=4.5 }\n}';
    expect(imageFindings(courseWithImage(bare))).toEqual(["error image/missing-feature: own"]);
    expect(imageFindings(courseWithImage(bare.replace("jupyterlab=4.5", "jupyterhub-singleuser=5.5")))).toEqual([]);
  });

  it("names packages in lower case with `-`, as they are compared", () => {
    for (const { packages } of Object.values(features)) {
      for (const name of packages) expect(name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    }
  });
});

describe("image/jupyterhub-version", () => {
  it.each([
    ["a line", stack("  conda { jupyterhub-singleuser=3.1 }\n"), "jupyterhub-singleuser=3.1"],
    ["a base of its time", stack("", "base-notebook:2023-03-06"), '"quay.io/jupyter/base-notebook:2023-03-06"'],
    ["a base by its tag", stack("", "base-notebook:hub-4.1.5"), '"quay.io/jupyter/base-notebook:hub-4.1.5"'],
    [
      "a base and a line of the hub's version",
      stack("  pip { jupyterhub==5.3.0 }\n", "base-notebook:2023-03-06"),
      undefined,
    ],
    ["a base of today", stack(), undefined],
  ])("%s: %s", (_what, image, marked) => {
    expect(imageFindings(courseWithImage(image))).toEqual(
      marked === undefined ? [] : [`warning image/jupyterhub-version: ${marked}`],
    );
  });
});

describe("images of other days", () => {
  const window = (body: string) => `  during 2026-10-19 .. 2026-10-23 { ${body} }`;
  const later = `image later ${stack()}\n`;
  const exam = "  exam midterm { at = 2026-10-20 18:00 .. 2026-10-20 20:00  image = later }";

  it("are held against the course in the window that names them", () => {
    const program = (image: string) =>
      courseWithImage("extends std.datascience { }", `${content}\n${window("image = later")}`) + image;
    expect(imageFindings(program(later))).toEqual(["error image/missing-nbgitpuller: content m"]);
    expect(imageFindings(program(`image later ${stack("  pip { nbgitpuller }\n")}\n`))).toEqual([]);
  });

  it("are told of each image", () => {
    const both = courseWithImage(stack(), `  needs = [nbgrader]\n${window("image = later")}`) + later;
    expect(imageFindings(both)).toEqual(Array(2).fill("error image/missing-feature: nbgrader"));
    const mended = both.replace(stack(), stack("  pip { nbgrader==0.9.5 }\n"));
    expect(imageFindings(mended)).toEqual(["error image/missing-feature: nbgrader"]);
  });

  it("are those of exams, too, which need not fetch content", () => {
    const program = (course: string) => courseWithImage("extends std.datascience { }", `${course}\n${exam}`) + later;
    expect(imageFindings(program(content))).toEqual([]);
    expect(imageFindings(program("  needs = [nbgrader, otter]")).at(-1)).toBe("error image/missing-feature: otter");
    const rstudio = program("  open-with = rstudio").replace("std.datascience", "std.rstudio");
    expect(imageFindings(rstudio)).toContain("error image/missing-feature: rstudio");
  });

  it("are those of the standard library, too", () => {
    const program = courseWithImage("extends std.datascience { }", `${content}\n${window("image = std.jupyterlab")}`);
    expect(imageFindings(program)).toEqual(["error image/missing-nbgitpuller: content m"]);
  });

  it("have a JupyterHub of the hub's version", () => {
    const old = "image later extends std.jupyterlab {\n  conda { jupyterhub-singleuser=3.1 }\n}\n";
    const program = courseWithImage("extends std.jupyterlab { }", window("image = later")) + old;
    expect(imageFindings(program)).toEqual(["warning image/jupyterhub-version: jupyterhub-singleuser=3.1"]);
  });

  it("tell when they are used", () => {
    const program = courseWithImage("extends std.datascience { }", `${content}\n${window("image = later")}`) + later;
    const [found] = checkProgram(programOf(program)).diagnostics.filter(({ code }) => code.startsWith("image/"));
    expect(found?.related.map(({ message }) => message)).toEqual([
      "It is the image of `c` from 2026-10-19 to 2026-10-23.",
      "Image `later` is declared here.",
    ]);
  });
});

it("is asked of whoever builds a prebuilt image, and not as a line that nothing would build", () => {
  const text = courseWithImage(
    elsewhere('  provides = ["lab"]\n'),
    `${content}\n  needs = [rstudio]\n  collaboration = true`,
  );
  const messages = checkProgram(programOf(text)).diagnostics.map(({ message }) => message);
  expect(messages.filter((one) => /`(?:conda|pip) \{/.test(one))).toEqual([]);
  for (const feature of ["nbgitpuller", "rstudio", "rtc"])
    expect(messages.join("\n")).toContain(`add it where the image is built, and \`"${feature}"\` to its \`provides\``);
});
