// A value in another form than the setting's: said once, and what was most likely meant is offered.

import { describe, expect, test } from "vitest";
import { checkProgram, programOf } from "../support/programs.ts";
import { smallProgram } from "../support/small-program.ts";

function fixesOf(text: string): readonly (readonly [string, readonly string[]])[] {
  return checkProgram(programOf(text))
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ code, fixes }) => [code, fixes.flatMap(({ edits }) => edits.map((one) => one.text))]);
}

describe("of a course", () => {
  test.each([
    ['exam a { at = "2026-10-16 19:00-21:00" }', ["2026-10-16 19:00 .. 21:00"]],
    ["exam a { at = [2026-10-16 19:00, 2026-10-16 21:00] }", []],
    ["exam Midterm 1 { at = 2026-10-16 19:00 .. 21:00 }", ['"Midterm 1"']],
    ["lecture a { days = [mon]  time = [10:00, 11:00] }", ["10:00 .. 11:00"]],
    ["lecture a { days = [mon]  time = { start = 10:00, end = 11:00 } }", ["10:00 .. 11:00"]],
    ['lecture a { days = [mon]  time = "2pm to 3pm" }', ["14:00 .. 15:00"]],
    ["lecture a { days = [mon]  time = 2pm .. 15:00 }", ["14:00"]],
    ["lecture a { days = [mon]  time = 10 .. 11:00 }", ["10:00"]],
    ["lecture a { days = mon..wed  time = 10:00 .. 11:00 }", ["[mon, tue, wed]"]],
    ["lecture a { days = mon-fri  time = 10:00 .. 11:00 }", ["[mon, tue, wed, thu, fri]"]],
    ["lecture a { days = [Montag, Mittwoch]  time = 10:00 .. 11:00 }", ["[mon, wed]"]],
    ["during 2026-11-02 .. 2026-11-06 { memory = [1GiB, 2GiB] }", ["1GiB .. 2GiB"]],
    ["during 2026-11-02 .. 2026-11-06 { cpu = 50% }", ["0.5"]],
    ["peak = 1.800", ["1800"]],
    ["peak = twelve", ["12"]],
  ])("%s", (line, right) => {
    const [first, ...more] = fixesOf(smallProgram({ course: `  ${line}\n` }));
    expect(more).toEqual([]);
    expect(first?.[1]).toEqual(right);
  });
});

test("a version without quotes keeps its digits", () => {
  expect(fixesOf(smallProgram({ image: "  python = 3.10" }))).toEqual([["schema/wrong-type", ['"3.10"']]]);
});

test("packages as a list go into their block", () => {
  expect(fixesOf(smallProgram({ image: '  cran = ["dplyr", "tidyr"]' }))).toEqual([
    ["schema/wrong-form", ["cran {\n    dplyr\n    tidyr\n  }"]],
  ]);
});

test("a header that ends in a colon is one mistake", () => {
  const found = fixesOf(smallProgram().replace(/course (\w+) \{/, "course $1:"));
  expect(found.map(([code]) => code)).toEqual(["syntax/look-alike"]);
});

test("a word for nothing says to leave the setting out", () => {
  const { diagnostics } = checkProgram(programOf(smallProgram({ course: "  peak = None\n" })));
  expect(diagnostics.map(({ message }) => message)).toContain(
    "A whole number is expected here, not `None`: leave the whole setting out where there is nothing to say.",
  );
});

test.each([
  ["• altair", "altair"],
  ["1. altair", "altair"],
  ["[altair](https://pypi.org/project/altair/)", "altair"],
  ["`altair==5.0`", "altair==5.0"],
  ["altair latest", "altair"],
  ["altair==latest", "altair"],
  ["altair: 5.0", "altair==5.0"],
  ["altair\u00a0==5.0", "altair ==5.0"],
  ["scikit–learn", "scikit-learn"],
])("a line of packages: %s", (line, right) => {
  expect(fixesOf(smallProgram({ image: `  pip {\n    ${line}\n  }` }))).toEqual([["image/bad-requirement", [right]]]);
});
