// A doc comment is for those who edit and operate: it stands where they read, and not on what students and staff open.

import { expect, test } from "vitest";
import { compiledCourse } from "../../support/course-program.ts";

const given = "hub = datahub  image = data8  term = 2026-08-26 .. 2026-12-18";

test("the notes of courses stand on the operators' page", () => {
  const files = compiledCourse({
    hub: "choose = by-choice",
    more: `
## The dean asked for it.
##
## Ask *Ada* before it grows.
course one { title = "Course one"  ${given} }
course two { title = "Course two"  ${given} }
`,
  });
  const page = files.get("hubs/datahub/pages/operators.md")?.text ?? "";
  expect(page).toContain("- Course one: The dean asked for it. Ask \\*Ada\\* before it grows.\n");
  expect(page).not.toContain("- Course two");
  const holding = [...files].filter(([, { text }]) => text.includes("The dean")).map(([path]) => path);
  expect(holding.sort()).toEqual(["hubs/datahub/pages/operators.html", "hubs/datahub/pages/operators.md"]);
});
