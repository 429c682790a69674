// Lines of images that are built elsewhere.

import { expect, it } from "vitest";
import { checkProgram, programOf } from "../../support/programs.ts";

const prebuilt = (more: string, header = "image own") =>
  `${header} {\n  prebuilt = "quay.io/campus/data8:2026-08-01"\n${more}}\n`;

function found(text: string): string[] {
  const { diagnostics } = checkProgram(programOf(text));
  return diagnostics
    .filter(({ code }) => code === "image/not-built")
    .map(({ span }) => span.file.text.slice(span.start, span.end));
}

it.each([
  ["  pip { datascience==0.18.1 }\n", "datascience==0.18.1"],
  ["  conda { numpy=2.3 }\n  apt { git }\n", "numpy=2.3"],
  ["  cran { ggplot2 }\n", "ggplot2"],
  ['  python = "3.13"\n', '"3.13"'],
  ['  channels = ["conda-forge", "bioconda"]\n', '"conda-forge"'],
  ['  run = "jupyter lab build"\n', '"jupyter lab build"'],
  ['  dockerfile = "EXPOSE 8080"\n', '"EXPOSE 8080"'],
  ['  env { TZ = "UTC" }\n', '"UTC"'],
  ['  files { "/etc/motd" = "Welcome" }\n', '"Welcome"'],
  ['  base = "quay.io/jupyter/base-notebook:2026-01-05"\n', '"quay.io/jupyter/base-notebook:2026-01-05"'],
])("finds %s", (more, marked) => {
  expect(found(prebuilt(more))).toEqual([marked]);
});

it("finds what is inherited at the image that says it is prebuilt", () => {
  expect(found(prebuilt("", "image own extends std.datascience"))).toEqual(['"quay.io/campus/data8:2026-08-01"']);
});

it("finds what a child adds, and what it inherits once", () => {
  const parent = prebuilt("  pip { nbgitpuller==1.3.0 }\n");
  expect(found(`${parent}image child extends own { }\n`)).toEqual(["nbgitpuller==1.3.0"]);
  expect(found(`${prebuilt("")}image child extends own {\n  pip { nbgitpuller==1.3.0 }\n}\n`)).toEqual([
    "nbgitpuller==1.3.0",
  ]);
});

it("takes what describes the image", () => {
  expect(found(prebuilt('  provides = ["lab4"]\n  home = "/home/x"\n  user = "x"\n'))).toEqual([]);
});
