import type { Assignment } from "../../model/material.ts";
import type { Course } from "../../model/model.ts";
import type { Sourced } from "../../model/sourced.ts";
import type { Moment } from "../../schema/values/moments.ts";
import { type Day, printDate, printMoment } from "../../text/calendar.ts";
import { defineRule } from "../rule.ts";

/** Assignments are released and due within the term. */
export const assignmentOutsideTerm = defineRule<{ what: string; when: string; from: string; to: string }>({
  code: "course/assignment-outside-term",
  title: "An assignment outside of the term",
  why: "It is released or due on a day on which the course is not. Mostly a date was copied from another term.",
  message: ({ what, when, from, to }) => `This is ${what} on ${when}, and the course is from ${from} to ${to}.`,
  each: "assignments",
  check: ({ course, assignment }, report) => {
    for (const { parameters, span } of outsideTerm(course, assignment)) report(parameters, { span });
  },
});

function outsideTerm({ term }: Course, { released, due }: Assignment) {
  const { from, to } = term.value;
  const isOutside = (day: Day) => day < from || day > to;
  const found = (what: string, time: Sourced<Moment> | undefined) => {
    if (time === undefined || !isOutside(time.value.day)) return [];
    const parameters = { what, when: printMoment(time.value), from: printDate(from), to: printDate(to) };
    return [{ parameters, span: time.span }];
  };
  return [...found("released", released), ...found("due", due)];
}
