// Programs that together use every storage, sign-in and way to be reached, and the whole output of each, to the byte.

import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileProgram, fixturePrograms } from "../support/compiled-programs.ts";
import { expectGolden } from "../support/golden.ts";
import { expectTree } from "../support/golden-tree.ts";

it("has programs", () => {
  expect(fixturePrograms.length).toBeGreaterThan(5);
});

describe.each(fixturePrograms)("$name", (program) => {
  it("compiles to its expected/", () => {
    expectTree(program.expected, compileProgram(program).files);
  });

  it("is remarked on as remarks.txt says, and not at all without one", () => {
    const { remarks } = compileProgram(program);
    const file = new URL(`file://${program.folder}/remarks.txt`);
    if (remarks === "") expect(existsSync(file)).toBe(false);
    else expectGolden(file, remarks);
  });

  it("compiles to the same bytes again", () => {
    const again = compileProgram({ ...program, folder: `${program.folder}/.` });
    expect(again.files.map(({ text }) => text)).toEqual(compileProgram(program).files.map(({ text }) => text));
  });
});
