// One text where a list of texts belongs.

import { expect, test } from "vitest";
import { checkProgram, programOf } from "../support/programs.ts";
import { smallProgram } from "../support/small-program.ts";

test.each([
  ["prof1", ['["prof1"]']],
  ['"prof1"', ['["prof1"]']],
  ['"prof1, prof2"', ['["prof1", "prof2"]'], "when-chosen"],
  ['"Ada Lovelace"', []],
])("`admins = %s` is offered as a list where names can be told apart", (written, expected, applies = "always") => {
  const { diagnostics } = checkProgram(programOf(smallProgram({ hub: `  admins = ${written}\n` })));
  const [found, ...others] = diagnostics.filter(({ severity }) => severity === "error");
  expect(others).toEqual([]);
  expect(found?.code).toBe("schema/wrong-type");
  expect(found?.fixes.flatMap(({ edits }) => edits.map(({ text }) => text))).toEqual(expected);
  expect(found?.fixes.every((fix) => fix.applies === applies)).toBe(true);
});
