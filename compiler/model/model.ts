// The typed model: what a program says, with names resolved, parents merged, stages and windows applied for one date.
// Rules and targets read this and nothing before it. Sizes are bytes, cpu is cores, durations are seconds.

import type { SecretReference } from "../schema/values/references.ts";
import type { Requirement } from "../syntax/requirements/requirement.ts";
import type { Day, Minutes, Weekday } from "../text/calendar.ts";
import type { Span } from "../text/span.ts";
import type { Area } from "./areas.ts";
import type { Allow, IdentityProvider } from "./build-auth.ts";
import type { Workspace } from "./build-group.ts";
import type { Ci, PageTemplates } from "./build-project.ts";
import type { App, NamedUrl } from "./content.ts";
import type { GroupSource } from "./group-sources.ts";
import type { Holiday, Lms, OfficeHours, Site, SitePerson, Textbook } from "./material.ts";
import type { Machine, Provider } from "./provider.ts";
import type { Release } from "./release.ts";
import type { CourseSize, Server } from "./server.ts";
import type { Sourced } from "./sourced.ts";

export interface Model {
  /** The date that the build is for. */
  readonly on: Day;
  readonly project: Project;
  readonly providers: readonly Provider[];
  /** Machine types that the program declares, to add to or correct the known ones. */
  readonly machines: readonly Machine[];
  readonly storages: readonly Storage[];
  /** Images that a project declares and that are not abstract, in order of name. */
  readonly images: readonly Image[];
  readonly groups: readonly Group[];
  readonly courses: readonly Course[];
  readonly hubs: readonly Hub[];
  /** One for each stage of each hub, a Helm release of its own, in order of name: `<hub>-<stage>`. */
  readonly releases: readonly Release[];
  /** Hubs that somebody else runs, in order of name. */
  readonly externalHubs: readonly ExternalHub[];
}

/** What every declaration has. `span` is its header. */
export interface Declared {
  readonly name: string;
  readonly span: Span;
  readonly doc: string | undefined;
}

export interface Range<T> {
  readonly from: T;
  readonly to: T;
}

export interface Project extends Declared {
  readonly registry: Sourced<string> | undefined;
  readonly chart: Sourced<string>;
  readonly timezone: Sourced<string>;
  readonly repository: Sourced<string> | undefined;
  readonly out: Sourced<string>;
  /** Dockerfiles keep what they fetch in caches of the builder. */
  readonly cacheMounts: Sourced<boolean>;
  /** Folders whose declarations others than the operators write; none where everybody may do everything. */
  readonly areas: readonly Area[];
  /** Who reviews what is in no area, as CODEOWNERS names them. */
  readonly operators: readonly Sourced<string>[];
  readonly ci: Ci;
  readonly pages: PageTemplates;
  /** Levels of codes, as written. */
  readonly lint: readonly { readonly code: string; readonly level: Sourced<"off" | "info" | "warning" | "error"> }[];
}

export interface Storage extends Declared {
  readonly variant: "nfs" | "filestore" | "azure-files" | "efs" | "dynamic" | "host-path" | "claim" | "memory";
  readonly mount: Sourced<string> | undefined;
  /** One person's folder, with `{username}` or `{escaped_username}`. */
  readonly path: Sourced<string>;
  readonly size: Sourced<number> | undefined;
  readonly keep: Sourced<boolean>;
  /** A folder that is one and the same on every machine. */
  readonly onEveryHost: Sourced<boolean> | undefined;
  readonly settings: Readonly<Record<string, Sourced<string>>>;
  readonly options: readonly Sourced<string>[];
}

/** One requirement line and where it stands. `by` is the declaration that it comes from. */
export interface PackageRequirement {
  readonly requirement: Requirement;
  readonly span: Span;
  readonly by: string;
  /** Lines of the doc comment above it. */
  readonly doc: string | undefined;
}

export interface ImageFile {
  /** Absolute path in the image. */
  readonly path: string;
  readonly text: string;
  readonly span: Span;
  /** The declaration that it comes from. */
  readonly by: string;
}

export interface Image extends Declared {
  /** As people read it where they choose between images. */
  readonly title: Sourced<string> | undefined;
  /** What it is, for those who choose. */
  readonly description: Sourced<string> | undefined;
  /** Its key among the choices of KubeSpawner's list; its name where it says none. */
  readonly slug: Sourced<string> | undefined;
  /** What a server opens in where a person chose it among several: an app, or an address, which begins with `/`. */
  readonly openWith: Sourced<string> | undefined;
  /** Every declaration that this image extends, the nearest first. */
  readonly parents: readonly string[];
  readonly base: Sourced<string> | undefined;
  /** `registry/name:tag` or `registry/name@sha256:…` of an image that is not built here. */
  readonly prebuilt: Sourced<string> | undefined;
  readonly provides: readonly Sourced<string>[];
  readonly python: Sourced<string> | undefined;
  readonly channels: readonly Sourced<string>[];
  readonly conda: readonly PackageRequirement[];
  readonly pip: readonly PackageRequirement[];
  readonly apt: readonly PackageRequirement[];
  readonly cran: readonly PackageRequirement[];
  /** The lines of these four that could be read, in this order: also where another line of the image could not. */
  readonly readLines: readonly PackageRequirement[];
  readonly env: readonly (Sourced<string> & { readonly name: string })[];
  readonly files: readonly ImageFile[];
  readonly run: readonly Sourced<string>[];
  readonly dockerfile: Sourced<string> | undefined;
  readonly home: Sourced<string>;
  readonly user: Sourced<string>;
  readonly inSync: InSync | undefined;
}

/** Says that an image is meant to hold the same packages as another. */
export interface InSync {
  /** The other's name, `std-…` for one of the standard library. */
  readonly with: Sourced<string>;
  /** The other, which need not be built: one of the standard library is not among the model's images. Undefined where it has an error. */
  readonly other: Image | undefined;
  /** Names of packages in which the two may differ. */
  readonly except: readonly Sourced<string>[];
  readonly span: Span;
}

export interface Group extends Declared {
  readonly members: readonly Sourced<string>[];
  readonly secretMembers: readonly Sourced<SecretReference>[];
  /** JupyterHub's admin page adds people, beside those listed, and they stay. */
  readonly adminPage: Sourced<boolean>;
  /** Whoever one of these gives is a member, beside those listed. */
  readonly sources: readonly GroupSource[];
  /** What its members' servers get at least: guarantee and limit. */
  readonly memory: Sourced<Range<number>> | undefined;
  readonly cpu: Sourced<Range<number>> | undefined;
  readonly workspace: Workspace | undefined;
  readonly may: readonly Sourced<string>[];
  /** Names of the hubs on which its workspace and its rights apply. */
  readonly hubs: readonly string[];
  /** Windows that change this group, with their dates. */
  readonly windows: readonly CourseWindow[];
}

export interface Course extends Server {
  readonly of: "course";
  /** Seconds before and after the term during which the course still applies. */
  readonly grace: Sourced<number>;
  readonly openWith: Sourced<App>;
  readonly needs: readonly Sourced<string>[];
  readonly textbook: Textbook | undefined;
  readonly site: Site | undefined;
  readonly lms: Lms | undefined;
  readonly links: readonly NamedUrl[];
  /** Who teaches it, as its pages say; nobody gets rights by it. */
  readonly people: readonly SitePerson[];
  readonly officeHours: readonly OfficeHours[];
  readonly holidays: readonly Holiday[];
  /** Windows and exams that change this course, with their dates. */
  readonly windows: readonly CourseWindow[];
  /** Is `on` within the term widened by the grace? */
  readonly applies: boolean;
}

/** Days, the first and the last included, on which the same windows hold, and the course's size on them. */
export interface CourseStretch extends CourseSize {
  readonly from: Day;
  readonly to: Day;
  /** The windows and exams that hold; none for the course as it usually is. */
  readonly labels: readonly string[];
}

/** When many people start at once, every week of the term; in the project's time zone. */
export interface Lecture {
  readonly name: string;
  readonly days: readonly Sourced<Weekday>[];
  readonly time: Sourced<Range<Minutes>>;
  readonly title: Sourced<string> | undefined;
  readonly place: Sourced<string> | undefined;
  /** What people fill in each time. */
  readonly form: Sourced<string> | undefined;
  readonly span: Span;
}

/** In the project's time zone. */
export interface Exam {
  readonly name: string;
  readonly at: Sourced<Range<{ readonly day: Day; readonly minutes: Minutes }>>;
  readonly title: Sourced<string> | undefined;
  readonly place: Sourced<string> | undefined;
  readonly memory: Sourced<Range<number>> | undefined;
  /** The name of an image that is open from its start to its end, beside the course's own. */
  readonly image: Sourced<string> | undefined;
  readonly span: Span;
}

export interface CourseWindow {
  readonly from: Day;
  readonly to: Day;
  readonly label: string;
  readonly active: boolean;
  readonly changes: boolean; // not where it only says again what is said
  /** Names of the settings and blocks that it merges onto the declaration; for an exam, those of the day. */
  readonly sets: readonly string[];
  readonly span: Span;
}

export interface Auth {
  readonly variant: string;
  readonly span: Span;
  /** Settings of the variant by name: texts, numbers, truths and lists of texts. */
  readonly settings: Readonly<Record<string, Sourced<unknown>>>;
  /** Of settings that are lists: each text with its place. */
  readonly items: Readonly<Record<string, readonly Sourced<string>[]>>;
  readonly allow: Allow;
  /** Identity providers of CILogon that have a block of their own, in order of the program. */
  readonly idps: readonly IdentityProvider[];
}

/** Where people of a course work: what links and pages need to know of a stage of a hub, be it the program's or somebody else's. */
export interface CourseHub {
  readonly hub: string;
  /** Empty for a hub that somebody else runs. */
  readonly stage: string;
  readonly domain: Sourced<string>;
  /** Where people reach it, without a slash at its end: `https://hub.example.edu`. */
  readonly url: string;
  /** Where staff of courses ask about the hub itself: a page, or `mailto:` and an address. */
  readonly contact: Sourced<string> | undefined;
  /** The stage that people use; others are for trying out. `span` is what says so, else the stage's header. */
  readonly forPeople: Sourced<boolean>;
  /** Undefined for a hub that somebody else runs: nobody here knows how people sign in. */
  readonly auth: Auth | undefined;
  /** Groups that its courses or its own settings name. */
  readonly groups: readonly Group[];
}

/** A hub that somebody else runs. Nothing is written for it; courses on it have links, pages, images and checks. */
export interface ExternalHub extends Declared, CourseHub {
  readonly auth: undefined;
  /** What its servers can open; empty where nothing is said. */
  readonly apps: readonly Sourced<App>[];
}

export interface Hub extends Declared {
  readonly provider: string;
  /** In order of declaration. */
  readonly stages: readonly string[];
  /** The stage that people use, which links, pages, capacity and calendars mean; the last one where none is for people. */
  readonly peoplesStage: string;
}
