// What people write for a setting, a day, a zone or a host that the vocabulary calls otherwise: one error, with what is right as its fix.

import { describe, expect, test } from "vitest";
import { checkProgram, programOf } from "../support/programs.ts";
import { smallProgram } from "../support/small-program.ts";

function found(course: string): readonly { code: string; message: string; fixes: readonly string[] }[] {
  return checkProgram(programOf(smallProgram({ course })))
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ code, message, fixes }) => ({
      code,
      message,
      fixes: fixes.flatMap(({ edits }) => edits.map((one) => one.text)),
    }));
}

describe("days of a lecture", () => {
  test.each([
    ["MWF", "[mon, wed, fri]"],
    ["TuTh", "[tue, thu]"],
    ["TR", "[tue, thu]"],
    ['"mon, wed"', "[mon, wed]"],
    ['"Mondays and Wednesdays"', "[mon, wed]"],
    ["[Monday, Wednesday]", "[mon, wed]"],
    ["[Tues, Thurs]", "[tue, thu]"],
  ])("%s", (written, right) => {
    expect(found(`  lecture main { days = ${written}  time = 10:00 .. 11:00 }`)).toEqual([
      {
        code: "schema/wrong-type",
        message: `A list of days by their short names is expected here, not \`${written}\`.`,
        fixes: [right],
      },
    ]);
  });

  test("a day that is none is said as such", () => {
    const [first] = found("  lecture main { days = [mon, wen]  time = 10:00 .. 11:00 }");
    expect(first).toMatchObject({ code: "schema/not-a-choice" });
  });
});

test.each([
  ["enrollment = 20", "students"],
  ["RAM = 2GiB", "memory"],
  ["instructors = x", "staff"],
])("%s stands for another setting, and is changed only by choice", (written, name) => {
  const errors = found(`  ${written}`).filter(({ code }) => code === "schema/unknown-setting");
  expect(errors).toHaveLength(1);
  expect(errors[0]?.message).toContain(`did you mean \`${name}\`?`);
});
