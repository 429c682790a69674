// What an image lacks is found though the days of its course, or the people of its hub, are not known.

import { expect, test } from "vitest";
import { courseProgram } from "../../support/course-program.ts";
import { checkProgram, programOf } from "../../support/programs.ts";

const lacks = (text: string) =>
  checkProgram(programOf(text)).diagnostics.some(({ code }) => code === "image/missing-feature");

test.each([
  ["nothing", ""],
  ["a grace without a unit", "grace = 60"],
  ["a roster that is no group", "roster = nobody"],
  ["students that are no number", 'students = "many"'],
  ["an exam without a time", "exam midterm { memory = 2GiB }"],
])("beside %s", (_name, line) => expect(lacks(courseProgram({ course: `needs = [otter]\n${line}` }))).toBe(true));

test("beside a term that is no date", () => {
  const text = courseProgram({ course: "needs = [otter]" });
  expect(lacks(text.replace("2026-08-26 .. 2026-12-18", "2026-08-26 .. 2026-13-18"))).toBe(true);
});

test.each([
  ["the image has it", courseProgram({ course: "needs = [otter]", pip: "otter-grader==6.1.6" })],
  ["a line of the image can't be read", courseProgram({ course: "needs = [otter]", pip: "otter-grader=6.1.6" })],
  ["the image is no image", courseProgram({ course: "needs = [otter]" }).replace("image = data8", "image = data9")],
])("not where %s", (_name, text) => expect(lacks(text)).toBe(false));
