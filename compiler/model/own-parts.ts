// What a release brings past the vocabulary, or has so much of that it may not fit: judged by the values that come out, and so by the targets.

import { asKnown } from "./as-far-as-known.ts";
import type { Model } from "./model.ts";
import type { Release } from "./release.ts";
import { isProfile } from "./server.ts";

/** Why a model has to be judged by what comes out: for parts of its own, or for its size alone. */
export type JudgedFor = "parts" | "size";

/** What of the releases has to be judged, as far as that is known. */
export function judgedFor({ releases }: Model): JudgedFor | undefined {
  const some = (test: (release: Release) => boolean) =>
    releases.some((release) => asKnown(() => test(release)) === true);
  if (some(bringsValues) || some(({ ownManifests }) => ownManifests.length > 0)) return "parts";
  return some(mayBeLarge) ? "size" : undefined;
}

/** Has it, or a profile of it, values past the vocabulary? */
export function bringsValues({ ownValues, permanent }: Release): boolean {
  return ownValues.length > 0 || permanent.some((server) => isProfile(server) && server.ownValues.length > 0);
}

/** Has it so much that its values may not fit? With fewer they come to less: a person takes some 100 bytes, a course 300 to 2,600, code 110,000. */
export function mayBeLarge({ groups, admins, courses }: Release): boolean {
  const people = groups.reduce((sum, { members }) => sum + members.length, admins.length);
  return people >= 2000 || courses.length >= 250;
}

/** Does the project bring templates of pages? */
export function bringsOwnPages({ project: { pages } }: Model): boolean {
  return Object.values(pages).some((templates) => templates.length > 0);
}
