import { printDate } from "../../text/calendar.ts";
import { defineRule } from "../rule.ts";

/** Windows and exams lie within the term and its grace. */
export const windowOutsideTerm = defineRule<{ from: string; to: string }>({
  code: "course/window-outside-term",
  title: "A window on days when the course does not apply",
  why: "A course applies during its term, widened by its grace. What a window says outside of that never holds, most likely because the year is wrong.",
  message: ({ from, to }) => `This lies outside the days on which the course applies, ${from} to ${to}.`,
  eachAlone: "courses",
  check: (course, report) => {
    const grace = Math.ceil(course.grace.value / 86400);
    const [from, to] = [course.term.value.from - grace, course.term.value.to + grace];
    for (const window of course.windows) {
      if (window.from >= from && window.to <= to) continue;
      const related = [{ span: course.term.span, message: "The term is here." }];
      report({ from: printDate(from), to: printDate(to) }, { span: window.span, related });
    }
  },
});
