// A word among the chart's own values that is nearly one of theirs.

import { expect, it } from "vitest";
import { checkProgram, programOf } from "../support/programs.ts";
import { smallProgram } from "../support/small-program.ts";

it.each([
  ["fals", ["false", '"fals"'], "when-chosen"],
  ["ture", ["true", '"ture"'], "when-chosen"],
  ["nul", ["null", '"nul"'], "when-chosen"],
  ["always", ['"always"'], "always"],
])("%s", (word, texts, applied) => {
  const program = smallProgram({ hub: `  values { custom.x = ${word} }` });
  const found = checkProgram(programOf(program)).diagnostics.find(({ code }) => code === "schema/wrong-type");
  expect(found?.fixes.map(({ edits }) => edits.map(({ text }) => text).join(""))).toEqual(texts);
  expect(found?.fixes.every(({ applies }) => applies === applied)).toBe(true);
});
