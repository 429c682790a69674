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

describe("parts of one setting, written apart", () => {
  const meant = (course: string) => found(course).map(({ code, fixes }) => [code, fixes.filter((text) => text !== "")]);

  test.each([
    ["exam e { start = 2026-12-09 19:00\n end = 2026-12-09 21:00 }", "at = 2026-12-09 19:00 .. 2026-12-09 21:00"],
    ['exam e { date = "2026-12-09"  time = 19:00 .. 21:00 }', "at = 2026-12-09 19:00 .. 21:00"],
    ["exam e { end-time = 21:00\n start-time = 19:00\n date = 2026-12-09 }", "at = 2026-12-09 19:00 .. 21:00"],
    ["lecture l { days = [mon]  Begins = 10:00  Ends = 11:00 }", "time = 10:00 .. 11:00"],
  ])("%s", (written, right) => {
    expect(meant(`  ${written}`)).toEqual([["schema/joined-setting", [right]]]);
  });

  test("one alone, or beside the setting itself, is told by itself", () => {
    expect(meant("  exam e { start = 2026-12-09 19:00 }").map(([code]) => code)).toEqual(["schema/unknown-setting"]);
    const beside = "  exam e { at = 2026-12-09 19:00 .. 21:00  start = 19:00  end = 21:00 }";
    expect(meant(beside).map(([code]) => code)).toEqual(["schema/unknown-setting", "schema/unknown-setting"]);
  });
});
