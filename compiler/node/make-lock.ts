// Locks a model: asks registries, repositories and a solver for what it takes to build the same again, and gives either the whole
// lock or every reason why there is none.

import { lockedImage } from "../lock/apply-lock.ts";
import { withoutLogin } from "../lock/git-address.ts";
import {
  type Lock,
  type LockedBase,
  type LockedImage,
  type LockedRepository,
  type LockedSolve,
  SOLVES,
} from "../lock/lock.ts";
import {
  type Lockable,
  type LockableContent,
  type LockableImage,
  type LockableRepository,
  lockableOf,
} from "../lock/lockable.ts";
import type { Model } from "../model/model.ts";
import { sha256Hex } from "../output/digest.ts";
import { environmentYml } from "../targets/image/environment-yml.ts";
import type { Span } from "../text/span.ts";

/** Those that are asked. Each gives an answer, or a problem as part of a sentence. */
export interface LockSources {
  readonly digest: (reference: string) => Promise<Found<{ readonly digest: string }>>;
  readonly commit: (asked: { repository: string; ref: string }) => Promise<Found<{ readonly commit: string }>>;
  /** Undefined where no solver is installed. */
  readonly solver: EnvironmentSolver | undefined;
}

export interface EnvironmentSolver {
  readonly tool: LockedSolve["tool"];
  readonly platforms: readonly string[];
  readonly solve: (environmentYml: string) => Promise<Found<{ readonly text: string }>>;
}

export type Found<T> = T | { readonly problem: string };

export interface LockFailure {
  readonly message: string;
  /** What asked for the part that can't be locked. */
  readonly span: Span;
}

/** A lock, and the solver's lock files by their paths relative to the project's root. */
export interface MadeLock {
  readonly lock: Lock;
  readonly files: ReadonlyMap<string, string>;
  /** Images whose packages were not solved, since no solver is installed. */
  readonly unsolved: readonly string[];
}

/** The lock, or all failures in order. */
export async function makeLock(
  model: Model,
  sources: LockSources,
): Promise<MadeLock | { readonly failures: readonly LockFailure[] }> {
  const lockable = lockableOf(model);
  const failures: LockFailure[] = [];
  const answers = await askAll(lockable, sources, failures);
  if (failures.length > 0) return { failures };
  const images = new Map<string, LockedImage>();
  const files = new Map<string, string>();
  const unsolved: string[] = [];
  for (const lockableImage of lockable.images) {
    const locked = lockWithoutSolve(lockableImage, answers);
    const solved = await solveImage(lockableImage, locked, sources.solver);
    if (solved === "no-solver") unsolved.push(lockableImage.image.name);
    else if (solved !== undefined && "message" in solved) failures.push(solved);
    else if (solved !== undefined) files.set(solved.solve.file, solved.text);
    const solve = typeof solved === "object" && "solve" in solved ? solved.solve : undefined;
    images.set(lockableImage.image.name, { ...locked, solve });
  }
  if (failures.length > 0) return { failures };
  return { lock: { images, contents: lockContents(lockable.contents, answers) }, files, unsolved };
}

interface Solved {
  readonly solve: LockedSolve;
  /** The solver's lock file. */
  readonly text: string;
}

/** The solve of an image's environment, with its repositories at their commits; undefined where there is nothing to solve. */
async function solveImage(
  { image }: LockableImage,
  locked: LockedImage,
  solver: EnvironmentSolver | undefined,
): Promise<Solved | LockFailure | "no-solver" | undefined> {
  const environment = environmentYml(lockedImage(image, locked), "")?.text;
  if (environment === undefined || image.prebuilt !== undefined) return undefined;
  if (solver === undefined) return "no-solver";
  const found = await solver.solve(environment);
  if ("problem" in found)
    return { message: `The packages of \`${image.name}\` can't be locked: ${found.problem}`, span: image.span };
  const { tool, platforms } = solver;
  const file = `${SOLVES}/${image.name}.${tool === "pixi" ? "pixi.lock" : "conda-lock.yml"}`;
  return { solve: { tool, platforms, file, sha256: sha256Hex(found.text) }, text: found.text };
}

interface Answers {
  readonly digests: ReadonlyMap<string, string>;
  readonly commits: ReadonlyMap<string, string>;
}

/** Asks everything once, whatever the number of images that want to know. */
async function askAll(lockable: Lockable, sources: LockSources, failures: LockFailure[]): Promise<Answers> {
  const digests = new Map<string, string>();
  const commits = new Map<string, string>();
  const questions = new Map<string, () => Promise<void>>();
  for (const { base, digest } of lockable.images) {
    if (digest !== undefined) digests.set(base.value, digest);
    else
      questions.set(`image ${base.value}`, async () => {
        const found = await sources.digest(base.value);
        if ("digest" in found) digests.set(base.value, found.digest);
        else failures.push({ message: `\`${base.value}\` can't be locked: ${found.problem}.`, span: base.span });
      });
  }
  for (const repository of [...lockable.images.flatMap(({ git }) => git), ...lockable.contents]) {
    const key = repositoryKey(repository);
    questions.set(`commit ${key}`, async () => {
      const found = await sources.commit(repository);
      if ("commit" in found) commits.set(key, found.commit);
      else {
        const what = withoutLogin(repository.repository);
        failures.push({ message: `${what} can't be locked: ${found.problem}.`, span: repository.span });
      }
    });
  }
  await inTurn([...questions.values()]);
  return { digests, commits };
}

const AT_ONCE = 6;

/** Runs all, a few at a time. */
async function inTurn(tasks: readonly (() => Promise<void>)[]): Promise<void> {
  const rest = tasks.values();
  const worker = async () => {
    for (const task of rest) await task();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

function repositoryKey({ repository, ref }: LockableRepository): string {
  return `${repository} ${ref}`;
}

function lockWithoutSolve({ base, git, requirements }: LockableImage, answers: Answers): LockedImage {
  const locked: LockedBase = { reference: base.value, digest: answered(answers.digests, base.value) };
  const repositories = new Map(git.map((repository) => [repository.name, lockRepository(repository, answers)]));
  return { base: locked, requirements, git: repositories, solve: undefined };
}

function lockRepository(repository: LockableRepository, answers: Answers): LockedRepository {
  const commit = answered(answers.commits, repositoryKey(repository));
  return { repository: withoutLogin(repository.repository), ref: repository.ref, commit };
}

function lockContents(
  contents: readonly LockableContent[],
  answers: Answers,
): ReadonlyMap<string, ReadonlyMap<string, LockedRepository>> {
  const courses = new Map<string, Map<string, LockedRepository>>();
  for (const content of contents) {
    const course = courses.get(content.course) ?? new Map<string, LockedRepository>();
    courses.set(content.course, course.set(content.name, lockRepository(content, answers)));
  }
  return courses;
}

function answered(answers: ReadonlyMap<string, string>, key: string): string {
  const answer = answers.get(key);
  if (answer === undefined) throw new Error(`invariant: ${key} was asked and has neither an answer nor a failure`);
  return answer;
}
