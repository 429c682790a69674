// That no course of a hub applies is found whatever else of the hub is wrong, and not where a date is.

import { expect, test } from "vitest";
import { courseProgram } from "../../support/course-program.ts";
import { checkProgram, programOf } from "../../support/programs.ts";

const over = (hub: string, line = "", term = "2025-08-26 .. 2025-12-18") =>
  courseProgram({ hub, course: line }).replace("2026-08-26 .. 2026-12-18", term);
const isFound = (text: string) =>
  checkProgram(programOf(text)).diagnostics.some(({ code }) => code === "course/term-over");

test.each([
  ["nothing", ""],
  ["a word that is no setting", 'announcemnt = "Hello"'],
  ["a duration without a unit", "cull { idle = 1 }"],
  ["a key that the chart has not", "values { hub.fooo = 1 }"],
])("beside %s", (_name, hub) => expect(isFound(over(hub))).toBe(true));

test("beside a size with an error", () => expect(isFound(over("", "memory = 2G"))).toBe(true));

test.each([
  ["the course applies", courseProgram({})],
  ["the grace has no unit", over("", "grace = 60")],
  ["the grace's key is misspelt", over("", "grac = 52w")],
  ["the term is no date", over("", "", "2025-08-26 .. 2026-13-18")],
])("not where %s", (_name, text) => expect(isFound(text)).toBe(false));
