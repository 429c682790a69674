import { nbgraderOf } from "../../model/nbgrader.ts";
import { defineRule } from "../rule.ts";

/** Courses that nbgrader grades have staff. */
export const nobodyGrades = defineRule<{ course: string; account: string }>({
  code: "course/nobody-grades",
  title: "Grading with nbgrader, and nobody to grade",
  why: "nbgrader releases, collects and grades in a server of its own, which only the course's staff may open. Without `staff` nobody could release an assignment.",
  message: ({ course, account }) =>
    `\`${course}\` is graded in the server of \`${account}\`, which its staff open, and it has none: name a group with \`staff\`.`,
  eachAlone: "courses",
  check: (course, report) => {
    const grading = nbgraderOf(course);
    if (grading === undefined || course.staff.length > 0) return;
    report({ course: course.name, account: grading.account }, { span: grading.span });
  },
});
