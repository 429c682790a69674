// Which images a course's servers are started from over its whole term. What is wrong with one is found long before its day.

import { computedOnce } from "../text/computed-once.ts";
import type { Course } from "./model.ts";
import type { Sourced } from "./sourced.ts";

/** The names of images where they are said: of the build's date first, then of every window and exam. */
export const imagesOfCourse = computedOnce(({ image, stretches, exams }: Course): readonly Sourced<string>[] => [
  image,
  ...stretches.map((stretch) => stretch.image),
  ...exams.flatMap((exam) => exam.image ?? []),
]);
