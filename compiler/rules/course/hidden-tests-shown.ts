import { printMoment } from "../../text/calendar.ts";
import { defineRule } from "../rule.ts";
import { assignmentsOf } from "./assignments.ts";

/** Hidden tests are shown after the day on which the work is due. */
export const hiddenTestsShown = defineRule<{ due: string }>({
  code: "course/hidden-tests-shown",
  severity: "warning",
  title: "Hidden tests that people see before they hand in",
  why: "With `show-hidden` Gradescope shows the results of hidden tests as soon as something is handed in, and people can hand in again until it is due.",
  message: ({ due }) => `Hidden tests are shown before the work is due, on ${due}: set this after that day.`,
  check: (model, report) => {
    for (const { assignment } of assignmentsOf(model)) {
      const { due, showHidden } = assignment;
      if (showHidden?.value && due && model.on <= due.value.day)
        report({ due: printMoment(due.value) }, { span: showHidden.span });
    }
  },
});
