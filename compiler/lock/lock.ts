// hubc.lock as data: what registries and repositories answered when the project was locked, and the lines that the answers are for.
// Only facts are in it and all in order, so that locking the same sources in the same world gives the same file.

import { printJson } from "../text/print-json.ts";

/** The lock's name, in the project's root. */
export const LOCK_FILE = "hubc.lock";

/** The folder with solvers' own lock files, in the project's root. */
export const SOLVES = "locks";

/** The only version of the form so far. */
export const LOCK_VERSION = 1;

export interface Lock {
  /** By the image's name. */
  readonly images: ReadonlyMap<string, LockedImage>;
  /** By course and then by the content's name. */
  readonly contents: ReadonlyMap<string, ReadonlyMap<string, LockedRepository>>;
}

export interface LockedImage {
  readonly base: LockedBase;
  readonly requirements: LockedRequirements;
  /** Repositories of pip lines that name no commit, by the package's name. */
  readonly git: ReadonlyMap<string, LockedRepository>;
  /** What a solver made of the requirements; undefined where none was at hand, or nothing is to be solved. */
  readonly solve: LockedSolve | undefined;
}

export interface LockedBase {
  /** `base` or `prebuilt`, as written. */
  readonly reference: string;
  /** `sha256:` and 64 hexadecimal digits: of the index, where the image is for several platforms. */
  readonly digest: string;
}

/** What was asked for, as a solver reads it; without names and passwords in addresses. */
export interface LockedRequirements {
  readonly python: string | undefined;
  readonly channels: readonly string[];
  /** Lines by the package's name. */
  readonly conda: ReadonlyMap<string, string>;
  readonly pip: ReadonlyMap<string, string>;
}

export interface LockedRepository {
  /** The address that git takes, without a name or password. */
  readonly repository: string;
  /** A branch or tag; `HEAD` where none was named. */
  readonly ref: string;
  /** 40 or 64 hexadecimal digits. */
  readonly commit: string;
}

export interface LockedSolve {
  readonly tool: "conda-lock" | "pixi";
  readonly platforms: readonly string[];
  /** The solver's own lock file, relative to the project's root. */
  readonly file: string;
  /** Of that file, in hexadecimal digits. */
  readonly sha256: string;
}

/** The lock as its file's text. */
export function printLock(lock: Lock): string {
  const images = ordered(lock.images, ({ base, requirements, git, solve }) => ({
    base: { reference: base.reference, digest: base.digest },
    requirements: {
      ...(requirements.python === undefined ? {} : { python: requirements.python }),
      channels: requirements.channels,
      conda: ordered(requirements.conda, (line) => line),
      pip: ordered(requirements.pip, (line) => line),
    },
    git: ordered(git, repository),
    ...(solve === undefined ? {} : { solve: { ...solve, platforms: solve.platforms.toSorted() } }),
  }));
  const contents = ordered(lock.contents, (course) => ordered(course, repository));
  return printJson({ version: LOCK_VERSION, images, contents });
}

function repository({ repository, ref, commit }: LockedRepository): LockedRepository {
  return { repository, ref, commit };
}

function ordered<T, U>(map: ReadonlyMap<string, T>, print: (value: T) => U): Readonly<Record<string, U>> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, print(value)]));
}
