// Programs that together use every storage, sign-in and way to be reached, and the output of each, to the byte: all that is its own.

import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isHeld, namedFixtures } from "../support/common-outputs.ts";
import { compileProgram, fixturePrograms } from "../support/compiled-programs.ts";
import { expectGolden } from "../support/golden.ts";
import { expectTree } from "../support/golden-tree.ts";

it("has programs", () => {
  expect(fixturePrograms.length).toBeGreaterThan(5);
  expect(fixturePrograms.map(({ name }) => name)).toEqual(expect.arrayContaining([...namedFixtures]));
});

describe.each(fixturePrograms)("$name", (program) => {
  it("compiles to its expected/", () => {
    expectTree(
      program.expected,
      compileProgram(program).files.filter(({ path }) => isHeld(program.name, path)),
    );
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
