// Which images a server is started from over its whole term. What is wrong with one is found long before its day.

import type { Server } from "./server.ts";
import type { Sourced } from "./sourced.ts";

/** The names of images where they are said: of the build's date first, then of every window, exam and choice. */
export function imagesOfServer({ image, stretches, exams, choices }: Server): readonly Sourced<string>[] {
  return [
    image,
    ...stretches.map((stretch) => stretch.image),
    ...exams.flatMap((exam) => exam.image ?? []),
    ...choices.images,
  ];
}
