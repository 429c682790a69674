// A host without quotes, and one word where a list of words belongs: said once, with the right form as the fix.

import { expect, test } from "vitest";
import { checkProgram, programOf } from "../support/programs.ts";
import { smallProgram } from "../support/small-program.ts";

function fixesOf(text: string): readonly (readonly [string, readonly string[]])[] {
  return checkProgram(programOf(text))
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ code, fixes }) => [code, fixes.flatMap(({ edits }) => edits.map((one) => one.text))]);
}

test("a host's name", () => {
  const program = smallProgram().replace('"h.example.edu"', "hub.campus.edu");
  expect(fixesOf(program)).toEqual([["schema/wrong-type", ['"hub.campus.edu"']]]);
});

test.each(["lab", '"lab"'])("one word of a list of words: %s", (written) => {
  const more = `hub other {\n  external = true\n  domain = "other.campus.edu"\n  apps = ${written}\n}`;
  expect(fixesOf(smallProgram({ more }))).toEqual([["schema/wrong-type", ["[lab]"]]]);
});

test("a version with a `v`, and no `==` before it", () => {
  const image = "  pip {\n    datascience v0.17.6\n  }";
  expect(fixesOf(smallProgram({ image }))).toEqual([["image/bad-requirement", ["datascience==v0.17.6"]]]);
});
