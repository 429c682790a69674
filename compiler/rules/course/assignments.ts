// The assignments of all courses, for the rules about each.

import type { Assignment } from "../../model/material.ts";
import type { Course, Model } from "../../model/model.ts";
import type { Moment } from "../../schema/values/moments.ts";
import { printDate, printTime } from "../../text/calendar.ts";

interface CourseAssignment {
  readonly course: Course;
  readonly assignment: Assignment;
}

export function assignmentsOf({ courses }: Model): readonly CourseAssignment[] {
  return courses.flatMap((course) => (course.grading?.assignments ?? []).map((assignment) => ({ course, assignment })));
}

/** The time of an assignment as messages show it. */
export function writtenTime({ day, minutes }: Moment): string {
  return `${printDate(day)} ${printTime(minutes)}`;
}
