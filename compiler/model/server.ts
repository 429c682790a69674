// Servers of people, and what they are made of.

import type { SecretReference } from "../schema/values/references.ts";
import type { Day } from "../text/calendar.ts";
import type { Span } from "../text/span.ts";
import type { OwnValue } from "./chart-leaf.ts";
import type { Content, SharedFolder } from "./content.ts";
import type { ServerStart } from "./hub-parts.ts";
import type { Grading } from "./material.ts";
import type { CourseStretch, Declared, Exam, Lecture, Range } from "./model.ts";
import type { ServerChoices } from "./server-choices.ts";
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
