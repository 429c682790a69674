// The assignments of all courses, for the rules about each.

import type { Assignment } from "../../model/material.ts";
import type { Course, Model } from "../../model/model.ts";

interface CourseAssignment {
  readonly course: Course;
  readonly assignment: Assignment;
}

export function assignmentsOf({ courses }: Model): readonly CourseAssignment[] {
  return courses.flatMap((course) => (course.grading?.assignments ?? []).map((assignment) => ({ course, assignment })));
}
