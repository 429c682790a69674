// One text where a list of texts belongs.

import { expect, test } from "vitest";
import { checkProgram, programOf } from "../support/programs.ts";
import { smallProgram } from "../support/small-program.ts";

test.each([
  ["prof1", ['["prof1"]']],
  ['"prof1"', ['["prof1"]']],
  ['"prof1, prof2"', []],
])("`admins = %s` is offered as a list only where one name is meant", (written, expected) => {
  const { diagnostics } = checkProgram(programOf(smallProgram({ hub: `  admins = ${written}\n` })));
  const [found, ...others] = diagnostics.filter(({ severity }) => severity === "error");
  expect(others).toEqual([]);
  expect(found?.code).toBe("schema/wrong-type");
  expect(found?.fixes.flatMap(({ edits }) => edits.map(({ text }) => text))).toEqual(expected);
});
