// Servers of people, and what they are made of.

import type { SecretReference } from "../schema/values/references.ts";
import type { Day } from "../text/calendar.ts";
import type { Span } from "../text/span.ts";
import type { OwnValue } from "./chart-leaf.ts";
import type { Content, SharedFolder } from "./content.ts";
import type { ServerStart } from "./hub-parts.ts";
import type { Grading } from "./material.ts";
import type { CourseStretch, Declared, Exam, Image, Lecture, Model, Range } from "./model.ts";
import type { Release } from "./release.ts";
import type { Sourced } from "./sourced.ts";

/** What decides how much room a course needs; windows may change all of it. */
export interface CourseSize {
  /** The name of an image of the program; empty where the course is on a hub that somebody else runs and names none. */
  readonly image: Sourced<string>;
  readonly students: Sourced<number> | undefined;
  /** How many work at once: `students` where it isn't said. */
  readonly peak: Sourced<number> | undefined;
  readonly memory: Sourced<Range<number>> | undefined;
  readonly cpu: Sourced<Range<number>> | undefined;
  /** `provider.pool`, as names. */
  readonly pool: Sourced<{ readonly provider: string; readonly pool: string }> | undefined;
}

/**
 * What a person's server is made of, whoever gives it: a course, an exam of it with an image of its own, a profile, or the hub
 * itself. What is true of one of them holds for all: emission, capacity, pages and rules read this.
 */
export interface Server extends Declared, CourseSize {
  /** What gives it. A hub's own has the name of the hub. */
  readonly of: "course" | "profile" | "hub";
  readonly title: Sourced<string>;
  /** What it is, for the people who get it; what `##` says is for those who edit the file. */
  readonly description: Sourced<string> | undefined;
  readonly hub: Sourced<string>;
  /** Its first and its last day; all days of what is there always. */
  readonly term: Sourced<Range<Day>>;
  readonly gpu: Sourced<number> | undefined;
  /** Groups that teach, of a course. */
  readonly staff: readonly Sourced<string>[];
  /** Groups whose members get it; everybody who signs in where there are none. */
  readonly roster: readonly Sourced<string>[];
  /** An app, or an address in the server, which begins with `/`. */
  readonly openWith: Sourced<string>;
  readonly collaboration: Sourced<boolean>;
  /** Variables beside those of the hub. */
  readonly environment: readonly Variable[];
  readonly contents: readonly Content[];
  readonly shared: readonly SharedFolder[];
  readonly grading: Grading | undefined;
  readonly choices: ServerChoices;
  /** Its size on every day on which it applies: stretches of days without gaps, in order. */
  readonly stretches: readonly CourseStretch[];
  readonly lectures: readonly Lecture[];
  readonly exams: readonly Exam[];
}

/** A variable of servers. */
export interface Variable {
  readonly name: string;
  readonly value: Sourced<string> | Sourced<SecretReference>;
}

/** A server that people may choose on a hub, whatever courses there are. */
export interface Profile extends Server {
  readonly of: "profile";
  /** Its name in KubeSpawner's list, by which JupyterHub remembers who chose it. */
  readonly slug: string;
  readonly isDefault: boolean;
  /** Where it is said to be the default. */
  readonly defaultSpan: Span | undefined;
  /** What the vocabulary has no word for, by paths in its entry of KubeSpawner's list. */
  readonly ownValues: readonly OwnValue[];
}

/** What a hub says of servers: its own, and what courses and profiles have where they say nothing. */
export type HubServer = Pick<Server, "memory" | "cpu" | "pool" | "gpu" | "peak" | "openWith" | "choices"> & {
  readonly image: Sourced<string> | undefined;
  readonly start: ServerStart | undefined;
};

// The servers of a release, whoever gives them: rules, capacity and targets go through these, and through the courses only for what
// courses alone have.

type OnHub = Pick<Release, "courses" | "permanent">;

/** All that a person's server may be, but for exams: those of courses in order of name, then those that are there always. */
export function serversOn({ courses, permanent }: OnHub): readonly Server[] {
  return [...courses, ...permanent];
}

/** The server whose image and home stand where there is only one for all: the first course's, else the usual of those that are there always. */
export function usualServer(release: OnHub): Server | undefined {
  return release.courses[0] ?? release.permanent.find(isUsual) ?? release.permanent[0];
}

export function isProfile(server: Server): server is Profile {
  return server.of === "profile";
}

function isUsual(server: Server): boolean {
  return isProfile(server) && server.isDefault;
}

/** Does a person choose something within it? */
export function hasChoices({ choices }: Server): boolean {
  return choosesImage(choices) || choices.sizes.length > 0;
}

/** Does a person choose, name or have built the image? */
export function choosesImage({ images, anyImage, anyRepository }: ServerChoices): boolean {
  return images.length > 1 || anyImage.value || anyRepository.value;
}

/** A server, or what it is on some days, in one of its sizes. */
export function inSize<
  T extends Pick<Server, "memory" | "cpu" | "pool"> & Partial<Pick<Server, "gpu" | "environment">>,
>(server: T, size: SizeChoice): T {
  const { memory, cpu, pool, gpu, environment } = size;
  const added = new Set(environment.map(({ name }) => name));
  const others = server.environment?.filter(({ name }) => !added.has(name));
  return {
    ...server,
    memory: memory ?? server.memory,
    cpu: cpu ?? server.cpu,
    pool: pool ?? server.pool,
    ...(gpu === undefined ? {} : { gpu }),
    ...(others === undefined ? {} : { environment: [...others, ...environment] }),
  };
}

/** The server as it starts where nothing is chosen. */
export function asUsual<T extends Server>(server: T): T {
  const usual = server.choices.sizes.find(({ isDefault }) => isDefault);
  return usual === undefined ? server : inSize(server, usual);
}

/** What a server opens in with this image: where images are chosen, what the image says goes before what the server does. */
export function opensWith({ choices, openWith }: Server, image: Image | undefined): Sourced<string> {
  return (choosesImage(choices) ? image?.openWith : undefined) ?? openWith;
}

/** `course `data8``, `profile `gpu``, `hub `datahub``. */
export function serverWords({ of, name }: Server): string {
  return `${of} \`${name}\``;
}

/** What people read where they choose it. */
export function imageTitle({ title, name }: Image): string {
  return title?.value ?? name;
}

/** Those of all courses, whenever they are, and those that hubs have always, of each hub once. */
export function everyServer({ courses, releases }: Model): readonly Server[] {
  return [...courses, ...new Set(releases.flatMap(({ permanent }) => permanent))];
}

// Which images a server is started from over its whole term. What is wrong with one is found long before its day.

/** The names of images where they are said: of the build's date first, then of every window, exam and choice. */
export function imagesOfServer({ image, stretches, exams, choices }: Server): readonly Sourced<string>[] {
  return [
    image,
    ...stretches.map((stretch) => stretch.image),
    ...exams.flatMap((exam) => exam.image ?? []),
    ...choices.images,
  ];
}

// What a person chooses within a server: an image, by title, by its name or from a repository, and a size.

/** What a person chooses within a server. */
export interface ServerChoices {
  /** Names of images, the usual one first; one or none where nothing is chosen. */
  readonly images: readonly Sourced<string>[];
  /** A person may name an image of their own. */
  readonly anyImage: Sourced<boolean>;
  /** A person may name a repository, from which an image is built. */
  readonly anyRepository: Sourced<boolean>;
  readonly sizes: readonly SizeChoice[];
  /** How a person is asked for an image, a size, and an image's name. */
  readonly forms: {
    readonly image: ChoiceForm;
    readonly size: ChoiceForm;
    readonly typed: TypedForm;
  };
}

/** How the form asks for one of several. */
export interface ChoiceForm {
  readonly title: Sourced<string> | undefined;
  /** Its key in KubeSpawner's `profile_options`. */
  readonly key: Sourced<string> | undefined;
}

/** How it asks for what is not listed. */
export interface TypedForm {
  readonly title: Sourced<string> | undefined;
  readonly description: Sourced<string> | undefined;
  /** A regular expression that all of the text has to match. */
  readonly pattern: Sourced<string> | undefined;
  readonly message: Sourced<string> | undefined;
}

/** One size of several. What it does not say is as the server has it. */
export interface SizeChoice {
  readonly name: string;
  readonly title: Sourced<string>;
  /** What it is, for those who choose. */
  readonly description: Sourced<string> | undefined;
  readonly memory: Sourced<Range<number>> | undefined;
  readonly cpu: Sourced<Range<number>> | undefined;
  readonly pool: CourseSize["pool"];
  readonly gpu: Sourced<number> | undefined;
  /** Variables beside those of the server. */
  readonly environment: readonly Variable[];
  readonly isDefault: boolean;
  /** Where it is said to be the default. */
  readonly defaultSpan: Span | undefined;
  /** Groups whose members may choose it; all who get the server where there are none. */
  readonly groups: readonly Sourced<string>[];
  readonly span: Span;
}
