// What rules may judge. A declaration with an error in it says less than was meant, and so does what uses it: a rule that
// looked there would only repeat the error in other words.

import { unknown } from "../schema/value-type.ts";
import { computedOnce } from "../text/computed-once.ts";
import type { Block, OwnBlock } from "./block.ts";
import type { Evaluated } from "./evaluate.ts";
import type { Course, Model, Release } from "./model.ts";

/** Names of declarations that have an error in them, by kind. */
export interface Unsound {
  has(kind: string, name: string): boolean;
  /** Something at the top of a file could not be read at all, so that any hub may lack a part. */
  readonly everyHub: boolean;
}

/** The declarations with errors. `incomplete`: some part of the program could not be read at all. */
export function unsoundParts(evaluated: readonly Evaluated[], incomplete: boolean): Unsound {
  const names = new Set<string>();
  for (const { declaration, block, complete } of evaluated) {
    if (declaration.standard || declaration.node.abstract) continue;
    if (!complete || block === undefined || !isSound(block)) names.add(`${declaration.kind} ${declaration.name}`);
  }
  const has = (kind: string, name: string) => names.has(`${kind} ${name}`);
  return { has, everyHub: incomplete || [...names].some((name) => name.startsWith("project ")) };
}

/** The model without what has an error, what uses it, and the releases that hold it. */
export function soundModel(model: Model, unsound: Unsound): Model {
  const own = <T extends { readonly name: string }>(kind: string, parts: readonly T[]) =>
    parts.filter((part) => !unsound.has(kind, part.name));
  const courses = own("course", model.courses).filter(
    (course) => !imagesOf(course).some((image) => unsound.has("image", image)) && !unsound.has("hub", course.hub.value),
  );
  // A course whose hub is not known may be meant for any.
  const homeless = model.courses.some((course) => course.hub.value === "" && !courses.includes(course));
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
  if (release.groups.some((group) => unsound.has("group", group.name))) return false;
  return release.courses.every(
    (course) => !unsound.has("course", course.name) && !imagesOf(course).some((image) => unsound.has("image", image)),
  );
}

function imagesOf({ image, exams }: Course): string[] {
  return [image.value, ...exams.flatMap((exam) => exam.image?.value ?? [])];
}

const isSound = computedOnce((block: Block): boolean => {
  if (block.broken || !block.blocks.every(isSound) || !block.overlays.every(isSoundLayer)) return false;
  return [...block.settings.values()].every((value) => value !== unknown);
});

function isSoundLayer(layer: OwnBlock): boolean {
  if (layer.broken || !layer.blocks.every(isSoundLayer)) return false;
  return [...layer.settings.values()].every(({ value }) => value !== unknown);
}
