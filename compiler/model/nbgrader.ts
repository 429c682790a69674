// What grading by nbgrader adds to a hub: an exchange for each course, and an account whose server grades.

import type { Span } from "../text/span.ts";
import type { Release } from "./release.ts";
import { graderGroup, graderPrefix } from "./reserved-names.ts";
import type { Server } from "./server.ts";
import type { Sourced } from "./sourced.ts";

/** A course's grading by nbgrader, with everything named. */
export interface Nbgrader {
  readonly course: Server;
  /** The course's id in nbgrader: a folder of the exchange, and a key in the gradebook. */
  readonly courseId: string;
  /** The shared account whose server grades. */
  readonly account: string;
  /** The JupyterHub group that holds this account, by which its server gets what graders get. */
  readonly group: string;
  /** Where the exchange is kept: the hub's homes, where nothing is said. */
  readonly storage: Sourced<string> | undefined;
  /** The place that names the id, or the block. */
  readonly idSpan: Span;
  readonly span: Span;
}

/** Absent where the course is graded by something else, or by nothing. */
export function nbgraderOf(course: Server): Nbgrader | undefined {
  const { grading } = course;
  if (grading?.kind !== "nbgrader") return undefined;
  return {
    course,
    courseId: grading.courseId?.value ?? course.name,
    account: `${graderPrefix}${course.name}`,
    group: graderGroup(course),
    storage: grading.storage,
    idSpan: grading.courseId?.span ?? grading.span,
    span: grading.span,
  };
}

/** Those of a release's courses that have somebody to grade: outside of its term a course has not. */
export function nbgraders({ courses }: Release): Nbgrader[] {
  return courses.flatMap((course) => (course.staff.length === 0 ? [] : (nbgraderOf(course) ?? [])));
}

/** Where servers have the course's exchange. */
export function exchangePath({ courseId }: Nbgrader): string {
  return `/srv/nbgrader/${courseId}`;
}

/** Where the grader's server has the assignments, the grades and what was handed in: under the home, as its formgrader asks. */
export function gradingPath({ courseId }: Nbgrader, home: string): string {
  return `${home.replace(/\/+$/, "")}/${courseId}`;
}
