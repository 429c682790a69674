// What a plan compares: a program as plain words, without places in files. What is the same here is no change, however its files are
// laid out. Secret lists are named, and what is in them is never known.

/** A text, or texts whose order says nothing. */
export type FactValue = string | readonly string[];

export const subjectKinds = ["hub", "group", "course", "profile", "image"] as const;

export type SubjectKind = (typeof subjectKinds)[number];

/** What a hub's own server is called, which has no name of its own. */
export const ownServer = "the hub's own server";

/** Stands for the institutions that a sign-in is narrowed to; `within` says which. */
export const everybodyWithin = "everybody of these institutions";

/** The fact that names the courses whose servers people have while no course has its term. */
export const keptCourses = "courses whose servers stay";

/** The fact that says when the hub stops servers that nobody uses. */
export const idleStop = "idle servers stop after";

/** What it says where the hub leaves them alone. */
export const idleNever = "never";

/** Something of a program, with what is so of it. What is not said has no key. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly name: string;
  /** Hubs that it concerns, in order of name. */
  readonly hubs: readonly string[];
  /** Of a hub, the stage; undefined for what is alike in all of them. */
  readonly stage: string | undefined;
  readonly facts: Readonly<Record<string, FactValue>>;
}

/** What a program says, for one date. */
export interface ProgramFacts {
  /** The number of the vocabulary of the manifest that they are read from; undefined where they come from a program. */
  readonly vocabulary?: number | undefined;
  readonly subjects: readonly Subject[];
}

/** Finds a subject in another program. Profiles of several hubs may have one name. */
export function subjectKey({ kind, name, hubs, stage }: Subject): string {
  return JSON.stringify([kind, name, stage, ...(kind === "profile" ? hubs : [])]);
}
