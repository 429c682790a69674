// Expectations in areas: of the area's own courses, and of groups that are its own or opened to it.

import { expect, it } from "vitest";
import { exampleAreas } from "../support/example-programs.ts";
import { checkProgram, programOf } from "../support/programs.ts";

const found = (more: string, operators = "") =>
  checkProgram(programOf(exampleAreas({ more, operators }))).diagnostics.flatMap(({ code, severity }) =>
    severity === "error" ? [code] : [],
  );

const others =
  'course stat {\n  title = "S"\n  hub = h\n  image = campus-base\n  term = 2026-08-26 .. 2026-12-18\n  roster = deans\n}\n';

it.each([
  ["of their course", "course = data8  require = may-enter", []],
  ["of their staff", "course = data8  group = data8-staff  require = data8 in reaches", []],
  ["of a group that is opened", "course = data8  group = data8-students  require = may-enter", []],
  [
    "that names others' courses in a condition",
    "course = data8  group = data8-staff  require = not (stat in reaches)",
    [],
  ],
  ["of the whole hub", "hub = h  require = may-enter", ["area/expect-elsewhere"]],
  ["of others' course", "course = stat  require = may-enter", ["area/expect-elsewhere"]],
  ["of others' group", "course = data8  group = deans  require = may-enter", ["area/not-opened"]],
])("an expectation %s", (_of, body, codes) => {
  expect(found(`expect e { ${body} }\n`, others)).toEqual(codes);
});

it("operators expect of all", () => {
  expect(
    found("", `${others}expect e { hub = h  require = may-enter }\nexpect f { course = data8  require = may-enter }\n`),
  ).toEqual([]);
});
