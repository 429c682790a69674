// Blocks to the model: parts first, then courses on the date, then each hub's releases with the courses on them.

import { type Diagnostic, diagnose, type Report } from "../diagnostics/diagnostic.ts";
import type { Memory } from "../diagnostics/memory.ts";
import type { Day } from "../text/calendar.ts";
import { computedOnce } from "../text/computed-once.ts";
import type { Span } from "../text/span.ts";
import { groupsAllowedBy } from "./allowed-groups.ts";
import type { Block } from "./block.ts";
import { buildImage } from "./build-parts.ts";
import { buildProject } from "./build-project.ts";
import { buildRelease, stagesOf } from "./build-release.ts";
import { imagesOfCourse } from "./course-images.ts";
import { type CoursesOnHub, checkEveryRoster, coursesByHub, coursesOnHub } from "./courses-on-hub.ts";
import type { EvaluatedFile } from "./evaluate.ts";
import { type FileParts, filePartsOf, type WithBlock } from "./file-parts.ts";
import { groupsOnHub } from "./groups-on-hub.ts";
import type { Course, Group, Hub, Image, Model, Release } from "./model.ts";
import { nodePorts } from "./node-ports.ts";
import { severalProjects } from "./release-diagnostics.ts";
import { checkTermOver } from "./servers-for.ts";
import { isSoundRelease, type Unsound } from "./sound-model.ts";

/** What a model is built for, and where to report. */
export interface ModelOptions {
  readonly on: Day;
  /** Stands for the project where none is declared. */
  readonly fallback: Span;
  readonly unsound: Unsound;
  readonly report: Report;
  readonly memory: Memory;
}

/**
 * The model of a program on a day. Parts with errors are left out; those have been reported. A list of it is the same as before
 * for as long as what is in it is.
 */
export function buildModel(evaluated: readonly EvaluatedFile[], options: ModelOptions): Model {
  const { on, fallback, report, memory } = options;
  // A part follows from its block and the date; what it takes from other parts is not built here.
  const build = { each: evaluated, step: "parts of file", inputs: [on], report };
  const files = memory.recallEach(build, (found, file) => filePartsOf(file, { on, report: found, memory }));
  const sorted = <T extends Named>(kind: string, parts: readonly T[]) => byName(parts, kind, memory);
  const parts = {
    providers: sorted(
      "provider",
      allOf(files, ({ providers }) => providers),
    ),
    storages: sorted(
      "storage",
      allOf(files, ({ storages }) => storages),
    ),
    groups: sorted(
      "group",
      allOf(files, ({ groups }) => groups),
    ),
    courses: sorted(
      "course",
      allOf(files, ({ courses }) => courses),
    ),
  };
  const built = buildHubs(
    allOf(files, ({ hubs }) => hubs),
    parts,
    options,
  );
  const declared = onlyProject(
    allOf(files, ({ projects }) => projects),
    report,
  );
  const about = { about: declared ?? fallback.file, step: "project", report };
  return {
    on,
    project: memory.recall(about, () => buildProject(declared, fallback)),
    machines: sorted(
      "machine",
      allOf(files, ({ machines }) => machines),
    ),
    images: sorted("image", withOthers(imagesIn(files, parts.courses, memory), files, memory)),
    ...parts,
    hubs: sorted(
      "hub",
      built.map(({ hub }) => hub),
    ),
    releases: sorted(
      "release",
      withPorts(
        built.flatMap(({ releases }) => releases),
        memory,
      ),
    ),
  };
}

function allOf<T>(files: readonly FileParts[], ofFile: (file: FileParts) => readonly T[]): T[] {
  const all: T[] = [];
  for (const file of files) for (const one of ofFile(file)) all.push(one);
  return all;
}

interface Named {
  readonly name: string;
}

/** The parts in order of name, which is another order only where names are others. */
function byName<T extends Named>(parts: readonly T[], kind: string, memory: Memory): readonly T[] {
  const names = memory.sameList(
    `names of ${kind}`,
    parts.map(({ name }) => name),
  );
  const sorted: T[] = [];
  for (const place of orderOf(names)) {
    const part = parts[place];
    if (part !== undefined) sorted.push(part);
  }
  return memory.sameList(kind, sorted);
}

const orderOf = computedOnce((names: readonly string[]): readonly number[] => {
  const nameAt = (place: number) => names[place] ?? "";
  return [...names.keys()].sort((a, b) => (nameAt(a) < nameAt(b) ? -1 : nameAt(a) > nameAt(b) ? 1 : 0));
});

type Parts = Pick<Model, "providers" | "storages" | "groups" | "courses">;

interface BuiltHub {
  readonly hub: Hub;
  /** One for each stage. */
  readonly releases: readonly Release[];
}

/** Courses find their hubs, groups the hubs of their courses, and each hub is built for what is on it. */
function buildHubs(declared: readonly WithBlock[], parts: Parts, options: ModelOptions): BuiltHub[] {
  const { on, memory } = options;
  const byHub = coursesByHub(parts.courses);
  const names = memory.sameList(
    "names of groups in order",
    parts.groups.map(({ name }) => name),
  );
  const { groups, courses } = parts;
  const groupsOf = groupsOnHub({ groups, names, courses, oneHub: declared.length === 1, memory });
  return declared.map((one) => {
    const held: Diagnostic[] = [];
    const hold: Report = (diagnostic) => held.push(diagnostic);
    const { name } = one.declaration;
    const found = byHub.get(name) ?? [];
    const kept = memory.recall({ about: one, step: "courses", inputs: found, report: hold }, () => found);
    const onHub = memory.recall({ about: kept, step: "courses on hub", inputs: [on], report: hold }, () =>
      coursesOnHub(kept, on),
    );
    const built = buildHub(
      one,
      { ...parts, onHub, here: groupsOf({ name, courses: onHub.built }) },
      { ...options, report: hold },
    );
    if (built.releases.every((release) => isSoundRelease(release, options.unsound))) held.forEach(options.report);
    return built;
  });
}

interface HubParts extends Parts {
  readonly onHub: CoursesOnHub;
  /** Those that apply on the hub. */
  readonly here: readonly Group[];
}

function buildHub({ declaration, block }: WithBlock, parts: HubParts, { on, report, memory }: ModelOptions): BuiltHub {
  const { onHub, here, providers, storages } = parts;
  const names = groupsAllowedBy(block);
  const allowed = names.size === 0 ? [] : parts.groups.filter(({ name }) => names.has(name));
  const stages = stagesOf(block);
  const inputs = [on, onHub, providers, storages, ...here, "allowed", ...allowed];
  const releases = memory.recall({ about: block, step: "releases", inputs, report }, (found) => {
    const placed = { onHub, groups: here, allowed };
    const own = { providers: named(providers), storages: named(storages), on, ...placed, report: found };
    return stages.map((stage) => buildRelease(declaration, block, stage, own));
  });
  const [first] = releases;
  const provider = first?.provider.name ?? "";
  const hub = memory.recall({ about: block, step: "hub", inputs: [provider], report }, () => {
    const { span, doc } = block;
    return { name: declaration.name, span, doc, provider, stages };
  });
  if (first) {
    const about = { about: first, step: "rosters", inputs: [onHub, on], report };
    memory.recall(about, (found) => {
      checkEveryRoster(first, onHub, found);
      checkTermOver(first, on, found);
    });
  }
  return { hub, releases };
}

function named<T extends Named>(parts: readonly T[]): ReadonlyMap<string, T> {
  return new Map(parts.map((part) => [part.name, part]));
}

function onlyProject(projects: readonly WithBlock[], report: Report): Block | undefined {
  for (const { block } of projects.slice(1)) report(diagnose(severalProjects, {}, { span: block.span }));
  return projects[0]?.block;
}

/** What the project declares, and images of the standard library that a course uses as they are, on some day, under their own name. */
function imagesIn(files: readonly FileParts[], courses: readonly Course[], memory: Memory): Image[] {
  const own = allOf(files, ({ images }) => images);
  const standard = allOf(files, ({ standardImages }) => standardImages);
  if (standard.length === 0) return own;
  const ofCourses = memory.recallEach(
    { each: courses, step: "images of the library", report: nowhere },
    (_, course) => {
      const names = imagesOfCourse(course).flatMap(({ value }) => (value.startsWith(ofLibrary) ? [value] : []));
      return names.length === 0 ? nothing : names;
    },
  );
  const used = new Set(ofCourses.flat());
  for (const { declaration, block } of standard) {
    const name = `${ofLibrary}${declaration.name}`;
    if (!used.has(name)) continue;
    const about = { about: block, step: "part", report: nowhere };
    own.push(memory.recall(about, () => ({ ...buildImage(declaration, block), name })));
  }
  return own;
}

const ofLibrary = "std-";

/** The images with those that they are to agree with, which need not be built themselves. */
function withOthers(images: readonly Image[], files: readonly FileParts[], memory: Memory): Image[] {
  const other = (name: string): Image | undefined => {
    const found = allOf(files, ({ imageBlocks }) => imageBlocks).find(
      ({ declaration }) => `${declaration.standard ? ofLibrary : ""}${declaration.name}` === name,
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

/** Releases of one machine's cluster share its ports, so each has to know of the others. */
function withPorts(releases: readonly Release[], memory: Memory): Release[] {
  return releases.map((release) => {
    const ports = nodePorts(release, releases);
    if (ports === undefined) return release;
    const inputs = [ports.http.node, ports.http.host];
    return memory.recall({ about: release, step: "ports", inputs, report: nowhere }, () => ({ ...release, ports }));
  });
}

const nothing: readonly never[] = [];

/** Building an image finds nothing. */
const nowhere: Report = () => {};
