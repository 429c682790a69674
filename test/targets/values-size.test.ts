import { expect, test } from "vitest";
import { checkProgram, programOf } from "../support/programs.ts";
import { smallProgram } from "../support/small-program.ts";

/** A course with so many people listed. */
function findingsFor(people: number): readonly string[] {
  const members = Array.from({ length: people }, (_, n) => `"student-${n}-of-the-physics-department"`).join(", ");
  const text = smallProgram({ course: "roster = class", more: `group class { members = [${members}] }` });
  return checkProgram(programOf(text))
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ code, message }) => `${code}: ${message}`);
}

test("a list of people that no Secret holds is an error, and a long one is not", () => {
  expect(findingsFor(5000)).toEqual([]);
  expect(findingsFor(40_000)).toEqual([expect.stringMatching(/^values\/too-large: .* come to \d\.\d MiB/)]);
});
