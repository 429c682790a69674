// What rules may judge. A declaration with an error in it says less than was meant, and so does what uses it: a rule that
// looked there would only repeat the error in other words.

import { unknown } from "../schema/value-type.ts";
import type { Block, OwnBlock } from "./block.ts";
import type { EvaluatedFile } from "./evaluate.ts";
import type { Model } from "./model.ts";
import type { Release } from "./release.ts";
import { imagesOfServer, type Server, serversOn } from "./server.ts";

/** Names of declarations that have an error in them, by kind. */
export interface Unsound {
  has(kind: string, name: string): boolean;
  /** Is there one of this kind? */
  hasAny(kind: string): boolean;
  /** Something at the top of a file could not be read at all, or the project has an error, so that any hub may lack a part. */
  readonly everyHub: boolean;
  /** Is there any, or may there be? */
  readonly anywhere: boolean;
}

/** The declarations with errors. `incomplete`: some part of the program could not be read at all. */
export function unsoundParts(files: readonly EvaluatedFile[], incomplete: boolean): Unsound {
  const names = new Map<string, Set<string>>();
  for (const { unsound } of files) {
    for (const { declaration } of unsound) {
      const { kind, name, standard, node } = declaration;
      if (!standard && !node.abstract) names.set(kind, (names.get(kind) ?? new Set()).add(name));
    }
  }
  const has = (kind: string, name: string) => names.get(kind)?.has(name) ?? false;
  const everyHub = incomplete || names.has("project");
  return { has, hasAny: (kind) => names.has(kind), everyHub, anywhere: everyHub || names.size > 0 };
}

/** The model without what has an error, what uses it, and the releases that hold it. */
export function soundModel(model: Model, unsound: Unsound): Model {
  if (!unsound.anywhere) return model;
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
  const images = own("image", model.images).map((image) => {
    const { inSync } = image;
    if (inSync === undefined || !unsound.has("image", inSync.with.value)) return image;
    return { ...image, inSync: { ...inSync, other: undefined } };
  });
  return {
    ...model,
    providers: own("provider", model.providers),
    storages: own("storage", model.storages),
    images,
    groups: own("group", model.groups),
    hubs: own("hub", model.hubs),
    courses,
    releases,
    externalHubs: own("hub", model.externalHubs),
  };
}

/**
 * The same, with more releases: those that have an error in a part are there without that part. For rules that judge each part by
 * itself, so that one mistake hides nothing elsewhere.
 */
export function modelOfSoundParts(model: Model, unsound: Unsound): Model {
  const sound = soundModel(model, unsound);
  if (!unsound.anywhere) return sound;
  const releases = model.releases.flatMap((release): Release[] => {
    if (sound.releases.includes(release)) return [release];
    if (unsound.has("provider", release.provider.name) || unsound.has("storage", release.homes.name)) return [];
    const courses = release.courses.filter(
      (course) => !unsound.has("course", course.name) && !hasUnsoundImage(course, unsound),
    );
    if (courses.length === 0 && release.courses.length > 0) return [];
    const groups = release.groups.filter((group) => !unsound.has("group", group.name));
    const permanent = release.permanent.filter((server) => !hasUnsoundImage(server, unsound));
    return [{ ...release, courses, permanent, groups }];
  });
  const courses = model.courses.filter(
    (course) => !unsound.has("course", course.name) && !hasUnsoundImage(course, unsound),
  );
  return {
    ...sound,
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
  return !serversOn(release).some((server) => hasUnsoundImage(server, unsound));
}

function hasUnsoundImage(server: Server, unsound: Unsound): boolean {
  return unsound.hasAny("image") && imagesOfServer(server).some(({ value }) => unsound.has("image", value));
}

/** Has nothing in the block an error, in none of its stages and windows? */
export function isSound(block: Block): boolean {
  if (block.broken || block.flawed) return false;
  for (const value of block.settings.values()) if (value === unknown) return false;
  return block.blocks.every(isSound) && block.overlays.every(isSoundLayer);
}

/** The same of a layer: a stage, or a window. */
export function isSoundLayer(layer: OwnBlock): boolean {
  if (layer.broken || layer.flawed) return false;
  for (const { value } of layer.settings.values()) if (value === unknown) return false;
  return layer.blocks.every(isSoundLayer) && layer.overlays.every(isSoundLayer);
}
