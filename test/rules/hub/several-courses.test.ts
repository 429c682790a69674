// Courses that share a hub without rosters are found whatever else of the hub is wrong, and not where that may be what is wrong.

import { expect, test } from "vitest";
import { courseProgram } from "../../support/course-program.ts";
import { checkProgram, programOf } from "../../support/programs.ts";

const other = (line = "", term = "2026-09-01 .. 2026-12-10") =>
  `course genomes {\n  title = "Genomes"\n  hub = datahub\n  image = data8\n  term = ${term}\n  ${line}\n}`;
const listed = 'group pupils { members = ["ada"] }';

const isFound = (parts: Parameters<typeof courseProgram>[0]) =>
  checkProgram(programOf(courseProgram(parts))).diagnostics.some(({ code }) => code === "hub/several-courses");

test.each([
  ["nothing", ""],
  ["a word that is no setting", 'announcemnt = "Hello"'],
  ["a duration without a unit", "cull { idle = 1 }"],
  ["a key that the chart has not", "values { hub.fooo = 1 }"],
  ["a stage's word", 'stage staging { domian = "s.example.edu" }\nstage prod { }'],
])("beside %s", (_name, hub) => expect(isFound({ hub, more: other() })).toBe(true));

test("beside a sign-in with an error", () => {
  const auth = 'auth github { client-id = secret("g/i")  client-secrt = secret("g/s")  organizations = ["data-8"] }';
  expect(isFound({ auth, more: other() })).toBe(true);
});

test.each([
  ["people choose", { hub: "choose = by-choice", more: other() }],
  ["what is chosen by is misspelt", { hub: "choose = by-chioce", more: other() }],
  ["its key is", { hub: "chose = by-choice", more: other() }],
  ["a roster's key is", { course: "roster = pupils", more: `${other("rostr = pupils")}\n${listed}` }],
  ["there is no such roster", { course: "roster = pupils", more: `${other("roster = pupls")}\n${listed}` }],
  ["a term is no date, and may be another", { more: other("", "2026-09-01 .. 2026-13-10") }],
  ["the terms are apart", { more: other("", "2028-01-10 .. 2028-05-20") }],
])("not where %s", (_name, parts) => expect(isFound(parts)).toBe(false));
