// A window with a date that is none: what it says, and all that holds on other days, is looked at all the same.

import { expect, it } from "vitest";
import { findings, smallProgram } from "../support/small-program.ts";

const twice = '  shared a { path = "data" }\n  shared b { path = "data" }\n';
const window = (body: string, days = "2026-02-30 .. 2026-03-04") => `  during ${days} { ${body} }\n`;

it.each([
  ["of a course", { course: `${window("memory = 4GiB")}${twice}` }, ["syntax/impossible-date", "course/mount-clash"]],
  ["of a hub", { hub: window("cull { idle = 2h }"), course: twice }, ["course/mount-clash", "syntax/impossible-date"]],
  [
    "with an end before its start",
    { course: `${window("memory = 4GiB", "2026-10-05 .. 2026-10-01")}${twice}` },
    ["schema/range-reversed", "course/mount-clash"],
  ],
])("%s", (_, program, codes) => {
  const found = findings(smallProgram(program)).filter((code) => !/^(?:project|storage)\//.test(code));
  expect([...found].sort()).toEqual([...codes].sort());
});

it("and what only it names is not said to be unused", () => {
  const course = window("image = other");
  const found = findings(smallProgram({ course, more: "image other extends std.jupyterlab { }" }));
  expect(found).not.toContain("image/unused");
});
