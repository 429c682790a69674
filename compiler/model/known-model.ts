// The model of a program that has errors: all of it, and whoever looks at something that is not known because of an error is stopped
// there. So a rule finds all that follows from what is known, and nothing that a mistake elsewhere in the program would take back.

import { unknown } from "../schema/value-type.ts";
import { stop } from "./as-far-as-known.ts";
import { type Block, blocksOf } from "./block.ts";
import type { EvaluatedFile } from "./evaluate.ts";
import { knownValues } from "./known-values.ts";
import type { Course, CourseStretch, Group, Model } from "./model.ts";
import type { Release } from "./release.ts";
import { noSteps } from "./sourced.ts";
import {
  besideValues,
  fromCourses,
  fromGroups,
  type Gaps,
  gapsOf,
  innerKey,
  isUnknown,
  isWhole,
  sizeKeys,
  unknownFields,
  unreadParts,
  unsoundBlocks,
} from "./unknown-fields.ts";

/** What of a program has errors. */
export interface WithErrors {
  readonly files: readonly EvaluatedFile[];
  /** Something at the top of a file could not be read at all. */
  readonly incomplete: boolean;
}

/** The model, in which nothing can be looked at that is not known. */
export function knownModel(model: Model, { files, incomplete }: WithErrors): Model {
  const blocks = unsoundBlocks(files);
  const known = <T extends Named>(kind: string, part: T): T => {
    const block = blocks.get(`${kind} ${part.name}`);
    return block === undefined ? part : withKnown(part, gapsOf(block));
  };
  const all = <T extends Named>(kind: string, parts: readonly T[]) => parts.map((part) => known(kind, part));
  const courses = all("course", model.courses);
  const groups = all("group", model.groups);
  const project = knownProject(model.project, blocks, incomplete);
  // Of all others everything is known.
  const open = new Set(changedFrom(courses, model.courses));
  const openGroups = changedFrom(groups, model.groups);
  const releases = model.releases.map((release): Release => {
    const { hub, stage } = release;
    const parts = {
      provider: known("provider", release.provider),
      homes: known("storage", release.homes),
      storages: all("storage", release.storages),
      courses: all("course", release.courses),
      groups: all("group", release.groups),
    };
    const whole = { ...release, ...parts };
    const block = blocks.get(`hub ${hub}`);
    const here = courses.filter((course) => (open.has(course) && !isKnown(course, "hub")) || course.hub.value === hub);
    const openHere = here.filter((course) => open.has(course));
    const others = [
      ...(isKnown(project, "chart") ? [] : ["chart"]),
      ...(model.providers.includes(release.provider) ? [] : ["provider", "url"]),
      ...(model.storages.includes(release.homes) ? [] : ["homes", "storages"]),
      ...unknownFrom(fromCourses, openHere, { incomplete, beside: isOnly(here, release) ? ["term", "grace"] : [] }),
      ...unknownFrom(fromGroups, openGroups, { incomplete }),
    ].filter((field) => isOpen(field, release, here));
    if (block === undefined) return withFields(whole, new Map(others.map((field) => [field, unknown])));
    const gaps = gapsOf(block, stage);
    return withKnown(whole, besideValues(gaps), { others, values: knownValues(release, unreadParts(gaps)) });
  });
  return {
    ...model,
    project,
    providers: all("provider", model.providers),
    machines: all("machine", model.machines),
    storages: all("storage", model.storages),
    images: all("image", model.images),
    groups,
    courses,
    hubs: all("hub", model.hubs),
    releases: releases,
    externalHubs: all("hub", model.externalHubs),
  };
}

/** The project; where it may be what could not be read, nothing of it is known. */
function knownProject(
  project: Model["project"],
  blocks: ReadonlyMap<string, Block>,
  incomplete: boolean,
): Model["project"] {
  const block = blocks.get(`project ${project.name}`);
  if (block !== undefined) return withKnown(project, gapsOf(block));
  return incomplete && project.name === "" ? unknownProject(project) : project;
}

function changedFrom<T>(parts: readonly T[], before: readonly T[]): T[] {
  return parts.filter((part, i) => part !== before[i]);
}

interface Named {
  readonly name: string;
}

/** A course more changes nothing of those that apply, nor that some do. */
function isOpen(field: string, release: Release, courses: readonly Course[]): boolean {
  if (field === "courses" && isOnly(courses, release)) return false;
  const isOfTerms = field === "courses" || field === "outsideTerms" || field === "adminsOnly";
  return (
    !isOfTerms ||
    release.outsideTerms ||
    !courses.every((course) => isKnown(course, "term") && isKnown(course, "grace"))
  );
}

/** A hub's only course is judged as on the days on which it applies, also where those are not known. */
function isOnly([only, ...others]: readonly Course[], { courses: built }: Release): boolean {
  return built.length === 1 && others.length === 0 && only !== undefined && isKnown(only, "hub");
}

interface MayLack<Field> {
  /** Something more may be declared. */
  readonly incomplete: boolean;
  /** Fields of the parts that change nothing here. */
  readonly beside?: readonly Field[];
}

/** What tells whether the model's day lies in a term follows from the term, however many courses there are. */
const ofTheDay: ReadonlySet<string> = new Set(["outsideTerms", "adminsOnly"] satisfies (keyof Release)[]);

/** Fields of a release that follow from parts of which something is not known, or which may be missing. */
function unknownFrom<T extends Course | Group>(
  table: Readonly<Record<string, readonly (keyof T)[]>>,
  parts: readonly T[],
  { incomplete, beside = [] }: MayLack<keyof T>,
): readonly string[] {
  const isOpenBy = (field: string, source: keyof T, part: T) =>
    (!beside.includes(source) || ofTheDay.has(field)) && !isKnown(part, source);
  return Object.keys(table).filter(
    (field) => incomplete || parts.some((part) => table[field]?.some((source) => isOpenBy(field, source, part))),
  );
}

function isKnown<T extends object>(part: T, field: keyof T): boolean {
  return Object.getOwnPropertyDescriptor(part, field)?.get !== stop;
}

/** The part, in which what follows from an error of its block can't be looked at; of a block inside of it, only what is not known of that. */
function withKnown<T extends object>(part: T, gaps: Gaps, { others = [], values }: Beside = {}): T {
  const fields = new Map<string, unknown>([
    ...others.map((field): [string, unknown] => [field, unknown]),
    ...Object.entries(values ?? {}),
  ]);
  for (const field of unknownFields(part, gaps)) {
    if (!fields.has(field)) fields.set(field, insideOf(part[field as keyof T], field, gaps)); // a field of it
  }
  return withFields(part, fields);
}

interface Beside {
  /** Fields that are not known for another reason. */
  readonly others?: readonly string[];
  /** Fields of which it is known what of them is known. */
  readonly values?: object | undefined;
}

/** A field of a part as far as it is known. */
function insideOf(value: unknown, field: string, gaps: Gaps): unknown {
  if (field === "stretches") return knownStretches(value as Course["stretches"], gaps);
  if (field === "permanent") return knownServers(value as Release["permanent"], gaps);
  if (field === "choices") return knownChoices(value as Course["choices"], gaps);
  if (field === "settings" || field === "items") return knownSettings(value as object, gaps);
  const key = innerKey(field, gaps);
  if (key === undefined) return unknown;
  const blocks = blocksOf(gaps.block, key);
  const inner = (part: unknown, block: Block | undefined): unknown =>
    block === undefined || typeof part !== "object" || part === null
      ? unknown
      : isWhole(block)
        ? part
        : withKnown(part, gapsOf(block), key === "pool" ? roomOfPool(gapsOf(block)) : {});
  if (!Array.isArray(value)) return inner(value, blocks[0]);
  // Of entries under names of one's own, each is judged by itself: those with an error are not among the values.
  const [only] = blocks;
  if (blocks.length === 1 && only?.schema.anySetting !== undefined && !only.broken) return value;
  const parts: readonly { readonly name?: string }[] = value;
  const found = parts.map((part) =>
    inner(
      part,
      blocks.find(({ label }) => label !== undefined && label === part.name),
    ),
  );
  if (found.includes(unknown) || found.length < blocks.length) return unknown;
  return found;
}

/**
 * Of a pool whose memory or cpu has an error it is taken that there is more than enough of it: then what is found wrong follows from
 * the other one alone. Where neither is known, nothing of its machines is.
 */
function roomOfPool(gaps: Gaps): Beside {
  const [field, ...others] = (["memory", "cpu"] as const).filter((key) => gaps.own.has(key));
  if (field === undefined || others.length > 0) return {};
  return {
    values: {
      [field]: { value: MORE_THAN_ENOUGH[field], how: "set", by: "", span: gaps.block.span, earlier: noSteps },
    },
  };
}

const MORE_THAN_ENOUGH = { memory: 2 ** 50, cpu: 2 ** 20 };

/** Settings side by side, without those that are not known. */
function knownSettings(settings: object, gaps: Gaps): object {
  const keys = Object.keys(gaps.block.schema.settings);
  return withUnknown(
    settings,
    keys.filter((key) => isUnknown(key, gaps)),
  );
}

/** What people choose between, of which each follows from settings of its own. */
function knownChoices(choices: Course["choices"], all: Gaps): Course["choices"] {
  const gaps = besideParent(all);
  return withUnknown(
    choices,
    Object.entries(fromSettings).flatMap(([field, keys]) => (keys.some((key) => isUnknown(key, gaps)) ? [field] : [])),
  );
}

/** Without what only a parent that is not known may say: what the child says itself of memory and cpu takes the place of that. */
function besideParent(gaps: Gaps): Gaps {
  return gaps.block.orphan ? { ...gaps, unwritten: false } : gaps;
}

const fromSettings: Readonly<Record<keyof Course["choices"], readonly string[]>> = {
  images: ["image", "images"],
  anyImage: ["any-image"],
  anyRepository: ["any-repository"],
  sizes: ["size"],
  forms: ["image-choice", "size-choice", "any-image"],
};

/** The servers that a hub has always: what a profile says of itself is known, whatever of the hub's is not. */
function knownServers(servers: Release["permanent"], gaps: Gaps): unknown {
  if (isUnknown("profile", besideParent(gaps))) return unknown;
  const profiles = blocksOf(gaps.block, "profile");
  return servers.map((server) => {
    const own = profiles.find(({ label }) => label === server.name)?.settings;
    const isOpenHere = (key: string) => isUnknown(key, gaps) && own?.has(key) !== true;
    const size = sizeKeys.filter(isOpenHere);
    const fields = [...size, ...(isOpenHere("gpu") ? ["gpu"] : []), ...(isOpenHere("open-with") ? ["openWith"] : [])];
    const stretches = server.stretches.map((stretch) => withUnknown(stretch, size));
    return withUnknown({ ...server, stretches, choices: knownChoices(server.choices, gaps) }, fields);
  });
}

/**
 * The stretches of a course, each without what of its size is not known. Where its term is not known, or it may have windows that could not be
 * read, as those of a parent, what is known of it holds on some days.
 */
function knownStretches(stretches: readonly CourseStretch[], gaps: Gaps): unknown {
  if (["during", "exam"].some((key) => isUnknown(key, besideParent(gaps)))) return unknown;
  const isOfTerm = ["term", "grace", "during", "exam"].some((key) => isUnknown(key, gaps));
  const keys = sizeKeys.filter((key) => isUnknown(key, gaps));
  const known = stretches.map((stretch) => {
    // What a window sets is known on its days, though it isn't on others.
    const missing = keys.filter(
      (key) => stretch[key] === undefined || stretch[key].value === "" || stretch[key].how === "default",
    );
    // The peak is that of the students where nothing else is said.
    const students = stretch.students === undefined && isUnknown("students", gaps);
    const peak = isUnknown("peak", gaps) || (stretch.peak === undefined && students);
    // A window says its days itself.
    const days = isOfTerm && stretch.labels.length === 0 ? ["from", "to"] : [];
    return withUnknown(stretch, [...missing, ...days, ...(peak ? ["peak"] : [])]);
  });
  return known;
}

function unknownProject(project: Model["project"]): Model["project"] {
  return withFields(project, new Map(Object.keys(project).map((field) => [field, unknown])));
}

/** The same object, in which some fields can't be looked at. */
export function withUnknown<T extends object>(part: T, fields: readonly string[]): T {
  return changed(part, new Map(fields.map((field) => [field, unknown])));
}

/** The part with other values in some fields; one that is `unknown` can't be looked at. */
function withFields<T extends object>(part: T, fields: ReadonlyMap<string, unknown>): T {
  if (fields.size === 0) return part;
  return changed(part, fields);
}

function changed<T extends object>(part: T, fields: ReadonlyMap<string, unknown>): T {
  const copy = { ...part };
  for (const [field, value] of fields)
    Object.defineProperty(
      copy,
      field,
      value === unknown ? { get: stop, enumerable: true } : { value, enumerable: true },
    );
  return copy;
}
