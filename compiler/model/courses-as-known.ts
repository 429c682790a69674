// The courses of a release for rules that judge each by itself: also where an error in the days of one leaves open which of them apply.

import { asKnown } from "./as-far-as-known.ts";
import type { Course, Model, Release } from "./model.ts";

/** Those that the release is built for; where that is not known, those that are declared for its hub and apply, or may. */
export function coursesAsKnown(release: Release, { courses }: Pick<Model, "courses">): readonly Course[] {
  const mayApply = (course: Course) => asKnown(() => course.applies) ?? true;
  const isHere = (course: Course) => asKnown(() => course.hub.value === release.hub) ?? false;
  return asKnown(() => release.courses) ?? courses.filter((course) => isHere(course) && mayApply(course));
}
