// Which images a course's servers are started from over its whole term. What is wrong with one is found long before its day.

import type { Course } from "./model.ts";
import type { Sourced } from "./sourced.ts";

/** The names of images where they are said: of the build's date first, then of every window and exam. */
export function imagesOfCourse({ image, stretches, exams }: Course): readonly Sourced<string>[] {
  return [image, ...stretches.map((stretch) => stretch.image), ...exams.flatMap((exam) => exam.image ?? [])];
}
