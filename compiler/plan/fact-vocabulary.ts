// The words in which a manifest holds facts. They grow, and an older hubc wrote fewer of them, or others: what it did not write says nothing
// of its program.

import { andList } from "../text/and-list.ts";
import { idleStop, keptCourses, type ProgramFacts, type SubjectKind, subjectKinds } from "./facts.ts";

/** Written into every manifest, and raised where a program that did not change has other facts than before: a test holds it. A manifest without a number has the first. */
export const VOCABULARY = 7;

/** No manifest holds them: the files of locks do. */
const never = Number.POSITIVE_INFINITY;

/** The facts of an image that say what a solver made of its packages, by the manager. */
export const solvedBy = { conda: "conda as solved", pip: "pip as solved" } as const;

/** From which number on a fact is written as it is, for those that are younger than the first. */
const since: Readonly<Partial<Record<SubjectKind, Readonly<Record<string, number>>>>> = {
  hub: {
    mounts: 7,
    "values of its own": 4,
    pools: 7,
    [idleStop]: 6,
    "longest run": 6,
    "stopped servers with names": 6,
    "servers are looked at every": 6,
    "idle kernels stop after": 2,
    "kernels that a browser shows": 6,
    "debug log": 2,
    volumes: 2,
    "program of servers": 2,
    "command at the start of servers": 2,
    "images of servers are pulled": 2,
    "account of servers": 2,
    "user-scheduler": 2,
    "pod-priority": 2,
    "images are pulled ahead": 2,
    "own pods": 2,
    "containers beside servers": 2,
    "programs of services": 2,
    "templates of pages": 2,
    "class of the database": 2,
    "settings of the sign-in": 5,
    [keptCourses]: 5,
    "names for shared accounts": 2,
    "what holds the secrets": 5,
    roles: 2,
    "sites that show the hub in a frame": 2,
    "mail address for the certificate": 2,
    "further names of the hub": 2,
    ingress: 2,
    "pods that may reach the hub": 2,
    "reach of servers": 2,
    files: 3,
    services: 3,
    "room kept free": 4,
    "umbrella chart": 3,
    "values of the umbrella chart": 3,
    "metadata server of the cloud": 2,
  },
  course: {
    exams: 7,
    links: 4,
    "links to material": 4,
    "on some days": 4,
    "any repository": 2,
    grading: 3,
    "git's sign-in": 3,
    sizes: 3,
  },
  profile: { "any repository": 2, sizes: 3 },
  image: { [solvedBy.conda]: never, [solvedBy.pip]: never },
};

/** What manifests held under these words, and no hubc writes any more. */
const gone: Readonly<Partial<Record<SubjectKind, readonly string[]>>> = {
  hub: [
    ...["homes", "storage of the homes", "homes lie on"],
    ...["idle servers", "placeholders", "address that the certificate is asked with"],
  ],
};

/** Does the absence of a fact say that it was not so? `vocabulary`: of the older facts. */
export function isWritten(kind: SubjectKind, key: string, vocabulary: number | undefined): boolean {
  return vocabulary === undefined || ((since[kind]?.[key] ?? 1) <= vocabulary && gone[kind]?.includes(key) !== true);
}

/** What of the facts of the program after can't be compared, in plain words. */
export function unwrittenWords({ vocabulary }: ProgramFacts, after: ProgramFacts): readonly string[] {
  if (vocabulary === undefined) return [];
  const isLocked = after.subjects.some(({ facts }) => Object.values(solvedBy).some((key) => facts[key] !== undefined));
  const younger = subjectKinds.flatMap((kind) => {
    const keys = Object.entries(since[kind] ?? {}).flatMap(([key, number]) =>
      number > vocabulary && number !== never ? [key] : [],
    );
    return keys.length === 0 ? [] : [`of ${kind}s: ${andList(keys)}`];
  });
  return [...(isLocked ? ["the packages that locks fix"] : []), ...younger];
}
