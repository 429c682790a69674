// Blocks to the model: parts first, then courses on the date, then each hub's releases with the courses on them.

import { type Diagnostic, diagnose, type Report } from "../diagnostics/diagnostic.ts";
import type { Declaration } from "../names/bind.ts";
import { type Day, printDate } from "../text/calendar.ts";
import type { Span } from "../text/span.ts";
import type { Block } from "./block.ts";
import { buildCourse } from "./build-course.ts";
import { buildMachine } from "./build-machine.ts";
import { buildGroup, buildImage, buildProject, buildProvider, buildStorage } from "./build-parts.ts";
import { buildRelease, stagesOf } from "./build-release.ts";
import type { Evaluated } from "./evaluate.ts";
import type { Course, Group, Hub, Image, Model, Release } from "./model.ts";
import { severalCourses, severalProjects, termOver } from "./release-diagnostics.ts";
import { isSoundRelease, type Unsound } from "./sound-model.ts";

interface Sound {
  readonly declaration: Declaration;
  readonly block: Block;
}

/** What a model is built for, and where to report. */
export interface ModelOptions {
  readonly on: Day;
  /** Stands for the project where none is declared. */
  readonly fallback: Span;
  readonly unsound: Unsound;
  readonly report: Report;
}

/** The model of a program on a day. Parts with errors are left out; those have been reported. */
export function buildModel(evaluated: readonly Evaluated[], options: ModelOptions): Model {
  const { on, fallback, unsound, report } = options;
  const sound = evaluated.flatMap(({ declaration, block }): Sound[] =>
    block === undefined ? [] : [{ declaration, block }],
  );
  const concrete = (kind: string) =>
    sound.filter(({ declaration }) => declaration.kind === kind && !declaration.standard && !declaration.node.abstract);
  const build = <T>(kind: string, one: (declaration: Declaration, block: Block) => T): T[] =>
    concrete(kind).map(({ declaration, block }) => one(declaration, block));
  const providers = byName(build("provider", buildProvider));
  const storages = byName(build("storage", buildStorage));
  const courses = byName(build("course", (declaration, block) => buildCourse(declaration, block, on, report)));
  const groups = byName(build("group", buildGroup));
  const parts = { providers: named(providers), storages: named(storages), on };
  const releases: Release[] = [];
  const hubs: Hub[] = [];
  const declaredHubs = concrete("hub");
  for (const { declaration, block } of declaredHubs) {
    const held: Diagnostic[] = [];
    const hold: Report = (diagnostic) => held.push(diagnostic);
    const onHub = coursesOn(declaration.name, courses, on, hold);
    const own = {
      ...parts,
      report: hold,
      courses: onHub,
      groups: groupsOn(declaration.name, onHub, groups, declaredHubs.length),
      everyGroup: groups,
    };
    const stages = stagesOf(block);
    const built = stages.flatMap((stage) => buildRelease(declaration, block, stage, own) ?? []);
    releases.push(...built);
    hubs.push({
      name: declaration.name,
      span: block.span,
      doc: block.doc,
      provider: built[0]?.provider.name ?? "",
      stages,
    });
    refuseSeveral(built[0], hold);
    if (built.every((release) => isSoundRelease(release, unsound))) held.forEach(report);
  }
  return {
    on,
    project: buildProject(onlyProject(concrete("project"), report), fallback),
    providers,
    machines: byName(build("machine", buildMachine)),
    storages,
    images: withOthers(byName([...build("image", buildImage), ...usedStandardImages(sound, courses)]), sound),
    groups,
    courses,
    hubs: byName(hubs),
    releases: byName(releases),
  };
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

/** Images of the standard library that a course uses as they are. They are built under their own name. */
function usedStandardImages(sound: readonly Sound[], courses: readonly Course[]): Image[] {
  const used = new Set(courses.map((course) => course.image.value));
  return sound
    .filter(
      ({ declaration }) => declaration.kind === "image" && declaration.standard && used.has(`std-${declaration.name}`),
    )
    .map(({ declaration, block }) => ({ ...buildImage(declaration, block), name: `std-${declaration.name}` }));
}

/** The images with those that they are to agree with, which need not be built themselves. */
function withOthers(images: readonly Image[], sound: readonly Sound[]): Image[] {
  const other = (name: string): Image | undefined => {
    const found = sound.find(
      ({ declaration }) =>
        declaration.kind === "image" && `${declaration.standard ? "std-" : ""}${declaration.name}` === name,
    );
    return found === undefined ? undefined : { ...buildImage(found.declaration, found.block), inSync: undefined };
  };
  return images.map((image) =>
    image.inSync === undefined
      ? image
      : { ...image, inSync: { ...image.inSync, other: other(image.inSync.with.value) } },
  );
}

/** The courses that apply on a hub; where none does, the one whose term is nearest. */
function coursesOn(hub: string, courses: readonly Course[], on: Day, report: Report): Course[] {
  const all = courses.filter((course) => course.hub.value === hub);
  const applying = all.filter((course) => course.applies);
  if (applying.length > 0 || all.length === 0) return applying;
  const past = all.filter((course) => course.term.value.to < on).sort((a, b) => b.term.value.to - a.term.value.to);
  const future = all
    .filter((course) => course.term.value.from > on)
    .sort((a, b) => a.term.value.from - b.term.value.from);
  const nearest = past[0] ?? future[0];
  if (nearest === undefined) return [];
  report(diagnose(termOver, { course: nearest.name, hub, on: printDate(on) }, { span: nearest.term.span }));
  return [nearest];
}

function refuseSeveral(release: Release | undefined, report: Report): void {
  if (release === undefined || release.courses.length < 2) return;
  const open = release.choose?.value === "by-choice" && release.courses.every((course) => course.roster.length === 0);
  if (open) return;
  const courses = release.courses.map((course) => course.name);
  report(diagnose(severalCourses, { hub: release.hub, courses }, { span: release.span }));
}

/** Groups that a hub's courses name, that name the hub, or, on the only hub, that nobody names. */
function groupsOn(hub: string, courses: readonly Course[], groups: readonly Group[], hubs: number): Group[] {
  const namedByCourses = new Set(
    courses.flatMap((course) => [...course.staff, ...course.roster].map(({ value }) => value)),
  );
  return groups.filter(
    (group) => namedByCourses.has(group.name) || group.hubs.includes(hub) || (group.hubs.length === 0 && hubs === 1),
  );
}
