// The exams of a day, and what they make of a release on it: which images its servers are started from, and whether people choose.

import type { Day } from "../text/calendar.ts";
import type { Exam } from "./model.ts";
import type { Release } from "./release.ts";
import { hasChoices, isProfile, type Server, serversOn } from "./server.ts";
import type { Sourced } from "./sourced.ts";

/** An exam with an image of its own. */
export interface ImageExam extends Exam {
  readonly image: Sourced<string>;
}

/** The course's exams with an image of their own that are on the day. */
export function imageExamsOn(course: Pick<Server, "exams">, on: Day): ImageExam[] {
  return course.exams.flatMap((exam) => {
    const { image } = exam;
    const { from, to } = exam.at.value;
    return image !== undefined && from.day <= on && on <= to.day ? [{ ...exam, image }] : [];
  });
}

/** Names of the images that servers of the release are started from on the day, each once. */
export function imagesInUse(release: Release, on: Day): string[] {
  const names = serversOn(release).flatMap((server) => [
    server.image.value,
    ...imageExamsOn(server, on).map(({ image }) => image.value),
    ...server.choices.images.map(({ value }) => value),
  ]);
  return [...new Set(names)];
}

/** Is there anything between which a person's server is decided when it starts? Else every server of the release is alike. */
export function isChosen(release: Release, on: Day): boolean {
  return (
    release.byCourse ||
    serversOn(release).some((server) => hasChoices(server) || hasEntry(server) || imageExamsOn(server, on).length > 0)
  );
}

/** Does it say more than its servers are, for which it needs an entry in the list? */
function hasEntry(server: Server): boolean {
  return isProfile(server) && server.ownValues.length > 0;
}
