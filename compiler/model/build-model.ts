// Blocks to the model: parts first, then courses on the date, then each hub's releases with the courses on them.

import { type Diagnostic, diagnose, type Report } from "../diagnostics/diagnostic.ts";
import type { Memory } from "../diagnostics/memory.ts";
import type { Declaration } from "../names/bind.ts";
import type { Day } from "../text/calendar.ts";
import type { Span } from "../text/span.ts";
import { groupsAllowedBy } from "./allowed-groups.ts";
import type { Block } from "./block.ts";
import { buildCourse } from "./build-course.ts";
import { buildGroup } from "./build-group.ts";
import { buildMachine } from "./build-machine.ts";
import { buildImage, buildProvider, buildStorage } from "./build-parts.ts";
import { buildProject } from "./build-project.ts";
import { buildRelease, stagesOf } from "./build-release.ts";
import { imagesOfCourse } from "./course-images.ts";
import { checkEveryRoster, coursesByHub, coursesOnHub } from "./courses-on-hub.ts";
import type { Evaluated } from "./evaluate.ts";
import { groupsByHub } from "./groups-on-hub.ts";
import type { Course, Hub, Image, Model, Release } from "./model.ts";
import { severalProjects } from "./release-diagnostics.ts";
import { isSoundRelease, type Unsound } from "./sound-model.ts";

interface Sound extends Evaluated {
  readonly block: Block;
}

/** What a model is built for, and where to report. */
export interface ModelOptions {
  readonly on: Day;
  /** Stands for the project where none is declared. */
  readonly fallback: Span;
  readonly unsound: Unsound;
  readonly report: Report;
  readonly memory: Memory;
}

/** The model of a program on a day. Parts with errors are left out; those have been reported. */
export function buildModel(evaluated: readonly Evaluated[], options: ModelOptions): Model {
  const { on, fallback, unsound, report, memory } = options;
  const sound = evaluated.filter((one): one is Sound => one.block !== undefined);
  const byKind = concreteByKind(sound);
  const concrete = (kind: string) => byKind.get(kind) ?? [];
  // A part follows from its block and the date; what it takes from other parts is not built here.
  const inputs = [on];
  const build = <T>(kind: string, one: (declaration: Declaration, block: Block, report: Report) => T): T[] => {
    const compute = (found: Report, { declaration, block }: Sound) => one(declaration, block, found);
    return concrete(kind).map((about) => memory.recall({ about, step: "part", inputs, report }, compute));
  };
  const providers = byName(build("provider", buildProvider));
  const storages = byName(build("storage", buildStorage));
  const courses = byName(build("course", (declaration, block, found) => buildCourse(declaration, block, on, found)));
  const groups = byName(
    build("group", (declaration, block, found) => buildGroup(declaration, block, { on, report: found })),
  );
  const parts = { providers: named(providers), storages: named(storages), on };
  const releases: Release[] = [];
  const hubs: Hub[] = [];
  const declaredHubs = concrete("hub");
  const byHub = coursesByHub(courses);
  const placed = declaredHubs.map(({ declaration, block }) => {
    const held: Diagnostic[] = [];
    const hold: Report = (diagnostic) => held.push(diagnostic);
    const { name } = declaration;
    const onHub = coursesOnHub({ name, courses: byHub.get(name) ?? [] }, on, hold);
    return { declaration, block, held, hold, onHub };
  });
  const builtFor = placed.map(({ declaration: { name }, onHub }) => ({ name, courses: onHub.built }));
  const groupsOf = groupsByHub(groups, builtFor, courses);
  for (const { declaration, block, held, hold, onHub } of placed) {
    const allowed = groupsAllowedBy(block);
    const own = {
      ...parts,
      courses: onHub.built,
      sharing: [...onHub.sharing],
      groups: groupsOf.get(declaration.name) ?? [],
      allowed: allowed.size === 0 ? [] : groups.filter(({ name }) => allowed.has(name)),
    };
    const stages = stagesOf(block);
    const built = memory.recall({ about: block, step: "releases", inputs: identities(own), report: hold }, (found) =>
      stages.flatMap((stage) => buildRelease(declaration, block, stage, { ...own, report: found }) ?? []),
    );
    releases.push(...built);
    hubs.push({
      name: declaration.name,
      span: block.span,
      doc: block.doc,
      provider: built[0]?.provider.name ?? "",
      stages,
    });
    if (built[0]) checkEveryRoster(built[0], onHub, hold);
    if (built.every((release) => isSoundRelease(release, unsound))) held.forEach(report);
  }
  return {
    on,
    project: buildProject(onlyProject(concrete("project"), report), fallback),
    providers,
    machines: byName(build("machine", buildMachine)),
    storages,
    images: withOthers(
      byName([...build("image", buildImage), ...usedStandardImages(concrete("std.image"), courses, memory)]),
      sound,
      memory,
    ),
    groups,
    courses,
    hubs: byName(hubs),
    releases: byName(releases),
  };
}

/** What is not abstract, by kind; what the standard library declares, by `std.` and kind. */
function concreteByKind(sound: readonly Sound[]): ReadonlyMap<string, readonly Sound[]> {
  const found = new Map<string, Sound[]>();
  for (const one of sound) {
    const { kind, standard, node } = one.declaration;
    if (node.abstract) continue;
    const key = standard ? `std.${kind}` : kind;
    const ofKind = found.get(key) ?? [];
    if (ofKind.length === 0) found.set(key, ofKind);
    ofKind.push(one);
  }
  return found;
}

function byName<T extends { readonly name: string }>(parts: readonly T[]): T[] {
  return [...parts].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function named<T extends { readonly name: string }>(parts: readonly T[]): ReadonlyMap<string, T> {
  return new Map(parts.map((part) => [part.name, part]));
}

function onlyProject(projects: readonly Sound[], report: Report): Block | undefined {
  for (const { block } of projects.slice(1)) report(diagnose(severalProjects, {}, { span: block.span }));
  return projects[0]?.block;
}

/** All that parts are made of, one by one: lists are made anew each time, and what is in them is not. */
function identities(parts: object): readonly unknown[] {
  return Object.entries(parts).flatMap(([name, part]: [string, unknown]) => {
    if (part instanceof Map) return [name, ...part.values()];
    return Array.isArray(part) ? [name, ...part] : [name, part];
  });
}

/** Images of the standard library that a course uses as they are, on some day. They are built under their own name. */
function usedStandardImages(standard: readonly Sound[], courses: readonly Course[], memory: Memory): Image[] {
  const used = new Set(courses.flatMap(imagesOfCourse).map(({ value }) => value));
  const isUsed = ({ declaration: { name } }: Sound) => used.has(`std-${name}`);
  return standard.filter(isUsed).map(({ declaration, block }) =>
    memory.recall({ about: block, step: "part", report: nowhere }, () => ({
      ...buildImage(declaration, block),
      name: `std-${declaration.name}`,
    })),
  );
}

/** The images with those that they are to agree with, which need not be built themselves. */
function withOthers(images: readonly Image[], sound: readonly Sound[], memory: Memory): Image[] {
  const other = (name: string): Image | undefined => {
    const found = sound.find(
      ({ declaration }) =>
        declaration.kind === "image" && `${declaration.standard ? "std-" : ""}${declaration.name}` === name,
    );
    return (
      found &&
      memory.recall({ about: found.block, step: "other image", report: nowhere }, () => ({
        ...buildImage(found.declaration, found.block),
        inSync: undefined,
      }))
    );
  };
  return images.map((image) => {
    const { inSync } = image;
    if (inSync === undefined) return image;
    const inputs = [other(inSync.with.value)];
    return memory.recall({ about: image, step: "in sync", inputs, report: nowhere }, () => ({
      ...image,
      inSync: { ...inSync, other: inputs[0] },
    }));
  });
}

/** Building an image finds nothing. */
const nowhere: Report = () => {};
