// Blocks to the model: parts first, then courses on the date, then each hub's releases with the courses on them.

import { type Diagnostic, diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { chartFor } from "../knowledge/charts/charts.ts";
import type { Day } from "../text/calendar.ts";
import type { Span } from "../text/span.ts";
import type { Block } from "./block.ts";
import { buildImage } from "./build-parts.ts";
import { buildProject } from "./build-project.ts";
import { buildRelease } from "./build-release.ts";
import { hubServer, permanentServers, withHubsDefaults } from "./build-server.ts";
import { type CoursesOnHub, coursesByHub, coursesOnHub } from "./courses-on-hub.ts";
import type { EvaluatedFile } from "./evaluate.ts";
import { buildExternalHub, isExternal, onExternalHub } from "./external-hub.ts";
import { type FileParts, filePartsOf, type WithBlock } from "./file-parts.ts";
import { groupsOnHub } from "./groups-on-hub.ts";
import { addressOf } from "./hub-address.ts";
import { stagesOf } from "./hub-by-stage.ts";
import { withImagesOfHubs } from "./images-of-hubs.ts";
import type { Known } from "./kept.ts";
import type { Course, ExternalHub, Group, Hub, Image, Model } from "./model.ts";
import type { Release } from "./release.ts";
import { leftToHub, severalProjects } from "./release-diagnostics.ts";
import { imagesOfServer, type Server } from "./server.ts";
import { isSoundRelease, type Unsound } from "./sound-model.ts";
import type { NodePorts } from "./upkeep.ts";

/** What a model is built for, and where to report. */
export interface ModelOptions {
  readonly on: Day;
  /** Stands for the project where none is declared. */
  readonly fallback: Span;
  readonly unsound: Unsound;
  /** What is known of declarations that did not change. */
  readonly known?: Known;
  readonly report: Report;
}

/** The model of a program on a day. Parts with errors are left out; those have been reported. */
export function buildModel(evaluated: readonly EvaluatedFile[], options: ModelOptions): Model {
  const { fallback, report } = options;
  // A part follows from its block and the date; what it takes from other parts is not built here.
  const files = evaluated.map((file) => filePartsOf(file, options));
  const hubs = allOf(files, (file) => file.hubs);
  const own = hubs.filter(({ block }) => !isExternal(block));
  const externalHubs = byName(
    hubs.flatMap(({ declaration, block }) => (isExternal(block) ? [buildExternalHub(declaration.name, block)] : [])),
  );
  const courses = byName(allOf(files, (file) => file.courses));
  const groups = byName(allOf(files, (file) => file.groups));
  checkGroupsOnExternal(groups, externalHubs, report);
  const parts = {
    providers: byName(allOf(files, ({ providers }) => providers)),
    storages: byName(allOf(files, ({ storages }) => storages)),
    groups: byName(allOf(files, ({ groups }) => groups)),
    courses: withDefaults(onTheirHubs(courses, externalHubs, report), own),
  };
  const declared = onlyProject(
    allOf(files, ({ projects }) => projects),
    report,
  );
  const project = buildProject(declared, fallback);
  const written = { ...parts, written: courses, chart: chartFor(project.chart.value) };
  const built = buildHubs(own, written, options);
  const releases = built.flatMap((hub) => hub.releases);
  const servers = [...parts.courses, ...built.flatMap(({ permanent }) => permanent)];
  const used = new Set([...servers.flatMap(imagesOfServer).map(({ value }) => value), ...hubImagesIn(releases)]);
  return {
    on: options.on,
    project,
    machines: byName(allOf(files, ({ machines }) => machines)),
    images: byName(withImagesOfHubs(withOthers(imagesIn(files, used), files), releases, project)),
    ...parts,
    hubs: byName(built.map(({ hub }) => hub)),
    releases: byName(withPorts(releases)),
    externalHubs,
  };
}

/** Courses as far as their hubs let them be: on one that somebody else runs, much is not the program's to say. */
function onTheirHubs(courses: readonly Course[], external: readonly ExternalHub[], report: Report): readonly Course[] {
  if (external.length === 0) return courses;
  return courses.map((course) => {
    const hub = external.find(({ name }) => name === course.hub.value);
    return hub === undefined ? course : onExternalHub(course, hub, report);
  });
}

function allOf<T>(files: readonly FileParts[], ofFile: (file: FileParts) => readonly T[]): T[] {
  const all: T[] = [];
  for (const file of files) for (const one of ofFile(file)) all.push(one);
  return all;
}

/** A group that names a hub which somebody else runs gets nothing there. */
function checkGroupsOnExternal(groups: readonly Group[], external: readonly ExternalHub[], report: Report): void {
  for (const { name, hubs, span } of external.length === 0 ? [] : groups) {
    const hub = external.find((hub) => hubs.includes(hub.name))?.name;
    if (hub !== undefined)
      report(diagnose(leftToHub, { what: `\`hub = ${hub}\` of group \`${name}\``, why: "hub", hub }, { span }));
  }
}

interface Named {
  readonly name: string;
}

function byName<T extends Named>(parts: readonly T[]): readonly T[] {
  return [...parts].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

type Parts = Pick<Model, "providers" | "storages" | "groups" | "courses"> & Pick<Release, "chart">;

/** Courses with what their hubs say of servers. */
function withDefaults(courses: readonly Course[], hubs: readonly WithBlock[]): Course[] {
  const own = new Map(hubs.map(({ declaration, block }) => [declaration.name, hubServer(block)]));
  return courses.map((course) => {
    const ofHub = own.get(course.hub.value);
    return ofHub === undefined ? course : withHubsDefaults(course, ofHub);
  });
}

interface PartsOfHubs extends Parts {
  /** Courses with all that they say, also what is left out on a hub that somebody else runs: a group that only such a course names is on no hub. */
  readonly written: readonly Course[];
}

interface BuiltHub {
  readonly hub: Hub;
  readonly permanent: readonly Server[];
  /** One for each stage. */
  readonly releases: readonly Release[];
}

/** Courses find their hubs, groups the hubs of their courses, and each hub is built for what is on it. */
function buildHubs(declared: readonly WithBlock[], parts: PartsOfHubs, options: ModelOptions): BuiltHub[] {
  const { on } = options;
  const byHub = coursesByHub(parts.courses);
  const { groups, written } = parts;
  const permanent = new Map(declared.map((one) => [one, permanentServers(one.declaration.name, one.block)]));
  const servers = [...written, ...[...permanent.values()].flat()];
  const groupsOf = groupsOnHub({ groups, servers, oneHub: declared.length === 1 });
  return declared.map((one) => {
    const held: Diagnostic[] = [];
    const hold: Report = (diagnostic) => held.push(diagnostic);
    const { name } = one.declaration;
    const onHub = coursesOnHub(byHub.get(name) ?? [], on, permanent.get(one) ?? []);
    const here = groupsOf({ name, servers: [...onHub.built, ...onHub.permanent] });
    const built = buildHub(one, { ...parts, onHub, here }, { ...options, report: hold });
    if (built.releases.every((release) => isSoundRelease(release, options.unsound))) held.forEach(options.report);
    return built;
  });
}

interface HubParts extends Parts {
  readonly onHub: CoursesOnHub;
  /** Those that apply on the hub. */
  readonly here: readonly Group[];
}

function buildHub({ declaration, block, byStage }: WithBlock, parts: HubParts, { on, report }: ModelOptions): BuiltHub {
  const { onHub, here, providers, storages, groups, chart } = parts;
  const stages = stagesOf(block);
  const own = { chart, providers: named(providers), storages: named(storages), on, onHub, declared: groups, report };
  const releases = stages.map((stage) => {
    const staged = byStage?.get(stage);
    const placed = { ...own, groups: here };
    if (staged === undefined) return buildRelease(declaration, block, stage, placed);
    const permanent = permanentServers(declaration.name, staged);
    return buildRelease(declaration, staged, stage, { ...placed, onHub: { ...onHub, permanent } });
  });
  const [first] = releases;
  const { span, doc } = block;
  const peoples = releases.find(({ forPeople }) => forPeople.value) ?? releases.at(-1);
  const hub = { name: declaration.name, span, doc, provider: first?.provider.name ?? "", stages };
  return { hub: { ...hub, peoplesStage: peoples?.stage ?? "" }, permanent: onHub.permanent, releases };
}

function named<T extends Named>(parts: readonly T[]): ReadonlyMap<string, T> {
  return new Map(parts.map((part) => [part.name, part]));
}

function onlyProject(projects: readonly WithBlock[], report: Report): Block | undefined {
  for (const { block } of projects.slice(1)) report(diagnose(severalProjects, {}, { span: block.span }));
  return projects[0]?.block;
}

/** What the project declares, and images of the standard library that a course uses as they are, on some day, under their own name. */
function imagesIn(files: readonly FileParts[], used: ReadonlySet<string>): Image[] {
  const own = allOf(files, ({ images }) => images);
  const standard = allOf(files, ({ standardImages }) => standardImages);
  if (standard.length === 0) return own;
  for (const { declaration, block } of standard) {
    const name = `${ofLibrary}${declaration.name}`;
    if (used.has(name)) own.push({ ...buildImage(declaration, block), name });
  }
  return own;
}

/** Images that hubs themselves run. */
function hubImagesIn(releases: readonly Release[]): string[] {
  return releases.flatMap(({ hubImage: said }) => (said?.value.kind === "declared" ? [said.value.name] : []));
}

const ofLibrary = "std-";

/** The images with those that they are to agree with, which need not be built themselves. */
function withOthers(images: readonly Image[], files: readonly FileParts[]): Image[] {
  const other = (name: string): Image | undefined => {
    const found = allOf(files, ({ imageBlocks }) => imageBlocks).find(
      ({ declaration }) => `${declaration.standard ? ofLibrary : ""}${declaration.name}` === name,
    );
    return found && { ...buildImage(found.declaration, found.block), inSync: undefined };
  };
  return images.map((image) =>
    image.inSync === undefined
      ? image
      : { ...image, inSync: { ...image.inSync, other: other(image.inSync.with.value) } },
  );
}

/** Releases of one machine's cluster share its ports, so each has to know of the others. */
function withPorts(releases: readonly Release[]): Release[] {
  return releases.map((release) => {
    const ports = nodePorts(release, releases);
    return ports === undefined ? release : { ...release, ports, url: addressOf({ ...release, ports }) };
  });
}

/**
 * kind has no load balancer: each release answers on a port of the node, which the cluster's file binds to one of the machine.
 * These are the ports of a release among those of its cluster; none behind an ingress, or where the cluster has load balancers. The first
 * stage for people, by name, has the usual ports 80 and 443, unless an ingress has them; the others have 8080, 8440 and those after them.
 */
function nodePorts(release: Release, releases: readonly Release[]): NodePorts | undefined {
  if (release.provider.variant !== "kind" || release.ingress !== undefined) return undefined;
  const onIt = releases.filter((one) => one.provider.name === release.provider.name);
  const own = onIt
    .filter((release) => release.ingress === undefined)
    .sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
  const i = own.findIndex((one) => one.name === release.name);
  const usual = i === 0 && own.length === onIt.length;
  return {
    http: { node: 30080 + i, host: usual ? 80 : 8080 + i },
    https: { node: 30443 + i, host: usual ? 443 : 8440 + i },
  };
}

function rank(release: Release): number {
  return release.forPeople.value ? 0 : 1;
}
