import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import type { Assignment, AssignmentTime } from "../../model/material.ts";
import type { Course } from "../../model/model.ts";
import type { Sourced } from "../../model/sourced.ts";
import { type Day, printDate, printTime } from "../../text/calendar.ts";
import type { Rule } from "../rule.ts";

const outside = defineDiagnostic<{ what: string; when: string; from: string; to: string }>({
  code: "course/assignment-outside-term",
  severity: "error",
  title: "An assignment outside of the term",
  why: "It is released or due on a day on which the course is not. Mostly a date was copied from another term.",
  message: ({ what, when, from, to }) => `This is ${what} on ${when}, and the course is from ${from} to ${to}.`,
});

const backwards = defineDiagnostic<{ released: string }>({
  code: "course/due-before-release",
  severity: "error",
  title: "Work that is due before people get it",
  why: "Nobody could hand it in.",
  message: ({ released }) => `This is due before it is released, on ${released}.`,
});

const shown = defineDiagnostic<{ due: string }>({
  code: "course/hidden-tests-shown",
  severity: "warning",
  title: "Hidden tests that people see before they hand in",
  why: "With `show-hidden` Gradescope shows the results of hidden tests as soon as something is handed in, and people can hand in again until it is due.",
  message: ({ due }) => `Hidden tests are shown before the work is due, on ${due}: set this after that day.`,
});

const nowhere = defineDiagnostic({
  code: "course/gradescope-course",
  severity: "error",
  title: "An assignment in Gradescope, and no course there",
  why: "Gradescope's addresses hold both ids: without the course's there is no link to hand in at.",
  message: () => "This is an assignment's id in Gradescope: write the course's, too, as `gradescope` of `grading`.",
});

/** Assignments lie within the term, in the right order, and know where they are handed in. */
export const assignments: Rule = {
  diagnostics: [outside, backwards, shown, nowhere],
  check: (model, report) => {
    for (const course of model.courses) {
      for (const assignment of course.grading?.assignments ?? []) {
        const { released, due, showHidden, gradescope } = assignment;
        for (const one of outsideTerm(course, assignment))
          report(diagnose(outside, one.parameters, { span: one.span }));
        if (released && due && order(due.value) <= order(released.value))
          report(diagnose(backwards, { released: written(released.value) }, { span: due.span }));
        if (showHidden?.value && due && model.on <= due.value.day)
          report(diagnose(shown, { due: written(due.value) }, { span: showHidden.span }));
        if (gradescope && course.grading?.gradescope === undefined)
          report(diagnose(nowhere, {}, { span: gradescope.span }));
      }
    }
  },
};

function outsideTerm({ term }: Course, { released, due }: Assignment) {
  const { from, to } = term.value;
  const isOutside = (day: Day) => day < from || day > to;
  const found = (what: string, time: Sourced<AssignmentTime> | undefined) => {
    if (time === undefined || !isOutside(time.value.day)) return [];
    const parameters = { what, when: written(time.value), from: printDate(from), to: printDate(to) };
    return [{ parameters, span: time.span }];
  };
  return [...found("released", released), ...found("due", due)];
}

function order({ day, minutes }: AssignmentTime): number {
  return day * 1440 + minutes;
}

function written({ day, minutes }: AssignmentTime): string {
  return `${printDate(day)} ${printTime(minutes)}`;
}
