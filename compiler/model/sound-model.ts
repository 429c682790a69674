// What rules may judge. A declaration with an error in it says less than was meant, and so does what uses it: a rule that
// looked there would only repeat the error in other words.

import { imagesOfCourse } from "./course-images.ts";
import type { Evaluated } from "./evaluate.ts";
import type { Course, Model, Release } from "./model.ts";

/** Names of declarations that have an error in them, by kind. */
export interface Unsound {
  has(kind: string, name: string): boolean;
  /** Is there one of this kind? */
  hasAny(kind: string): boolean;
  /** Something at the top of a file could not be read at all, so that any hub may lack a part. */
  readonly everyHub: boolean;
}

/** The declarations with errors. `incomplete`: some part of the program could not be read at all. */
export function unsoundParts(evaluated: readonly Evaluated[], incomplete: boolean): Unsound {
  const names = new Map<string, Set<string>>();
  for (const { declaration, sound } of evaluated) {
    const { kind, name, standard, node } = declaration;
    if (sound || standard || node.abstract) continue;
    names.set(kind, (names.get(kind) ?? new Set()).add(name));
  }
  const has = (kind: string, name: string) => names.get(kind)?.has(name) ?? false;
  return { has, hasAny: (kind) => names.has(kind), everyHub: incomplete || names.has("project") };
}

/** The model without what has an error, what uses it, and the releases that hold it. */
export function soundModel(model: Model, unsound: Unsound): Model {
  const own = <T extends { readonly name: string }>(kind: string, parts: readonly T[]) =>
    unsound.hasAny(kind) ? parts.filter((part) => !unsound.has(kind, part.name)) : parts;
  const courses = own("course", model.courses).filter(
    (course) => !hasUnsoundImage(course, unsound) && !unsound.has("hub", course.hub.value),
  );
  // A course whose hub is not known may be meant for any.
  const homeless =
    courses.length < model.courses.length &&
    model.courses.some((course) => course.hub.value === "" && !courses.includes(course));
  const releases = model.releases.filter((release) => !homeless && isSoundRelease(release, unsound));
  return {
    ...model,
    providers: own("provider", model.providers),
    storages: own("storage", model.storages),
    images: own("image", model.images).map((image) => {
      const { inSync } = image;
      if (inSync === undefined || !unsound.has("image", inSync.with.value)) return image;
      return { ...image, inSync: { ...inSync, other: undefined } };
    }),
    groups: own("group", model.groups),
    hubs: own("hub", model.hubs),
    courses,
    releases,
  };
}

/** Is everything sound that a release is made of? */
export function isSoundRelease(release: Release, unsound: Unsound): boolean {
  if (unsound.everyHub || unsound.has("hub", release.hub) || unsound.has("provider", release.provider.name))
    return false;
  if (unsound.has("storage", release.homes.name)) return false;
  if (unsound.hasAny("group") && release.groups.some((group) => unsound.has("group", group.name))) return false;
  if (unsound.hasAny("course") && release.courses.some((course) => unsound.has("course", course.name))) return false;
  return !release.courses.some((course) => hasUnsoundImage(course, unsound));
}

function hasUnsoundImage(course: Course, unsound: Unsound): boolean {
  return unsound.hasAny("image") && imagesOfCourse(course).some(({ value }) => unsound.has("image", value));
}
