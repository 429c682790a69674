import { defineRule } from "../rule.ts";

/** An assignment in Gradescope is in a course there. */
export const gradescopeCourse = defineRule({
  code: "course/gradescope-course",
  title: "An assignment in Gradescope, and no course there",
  why: "Gradescope's addresses hold both ids: without the course's there is no link to hand in at.",
  message: () => "This is an assignment's id in Gradescope: write the course's, too, as `gradescope` of `grading`.",
  each: "assignments",
  check: ({ course, assignment: { gradescope } }, report) => {
    if (gradescope && course.grading?.gradescope === undefined) report({}, { span: gradescope.span });
  },
});
