// What a course takes over from its hub where it says nothing itself.

import { expect, test } from "vitest";
import { modelOf, smallProgram } from "../support/small-program.ts";

const opens = (hub: string, course = "") => modelOf(smallProgram({ hub, course })).courses[0]?.openWith.value;

test.each([
  ["", "", "lab"],
  ["  open-with = notebook", "", "notebook"],
  ["  open-with = notebook", "  open-with = lab", "lab"],
  ['  open-with = "/lab/tree/README.md"', "", "lab"],
])("a hub with %j and a course with %j: %s", (hub, course, app) => {
  expect(opens(hub, course)).toBe(app);
});
