// The model as its lock fixes it: bases by digest, repositories by commit. Everything that is printed from the model, image tags
// included, then follows without knowing of locks.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { parseImageReference } from "../knowledge/image-reference.ts";
import type { Image, Model, PackageRequirement } from "../model/model.ts";
import { mapSourced, type Sourced } from "../model/sourced.ts";
import { createSourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import { atCommit, gitAddress, withoutLogin } from "./git-address.ts";
import { LOCK_FILE, type Lock, type LockedImage, type LockedRepository, type LockedSolve } from "./lock.ts";
import { lockMissing, lockStale, lockUnreadable } from "./lock-diagnostics.ts";
import { type LockableContent, type LockableImage, type LockableRepository, lockableOf } from "./lockable.ts";
import { readLock } from "./read-lock.ts";

export interface AppliedLock {
  readonly diagnostics: readonly Diagnostic[];
  /** The locked model; as it was, where there are diagnostics. */
  readonly model: Model;
}

/** What a project has of its lock. */
export interface LockTexts {
  /** The text of hubc.lock; undefined where the project has none. */
  readonly text: string | undefined;
  readonly solves: SolveDigests;
}

/** Applies a lock to the model it may be of. */
export function applyLock(model: Model, { text, solves }: LockTexts): AppliedLock {
  if (text === undefined) {
    const what = `The project has no ${LOCK_FILE}`;
    return { diagnostics: [diagnose(lockMissing, { what }, { span: model.project.span })], model };
  }
  const read = readLock(text);
  if ("problem" in read) {
    const span = { file: createSourceFile(LOCK_FILE, text), start: 0, end: Math.min(1, text.length) };
    return { diagnostics: [diagnose(lockUnreadable, { reason: read.problem }, { span })], model };
  }
  const diagnostics = compareLock(model, read.lock, solves);
  if (diagnostics.length > 0) return { diagnostics, model };
  const images = model.images.map((image) => lockedImage(image, read.lock.images.get(image.name)));
  return { diagnostics, model: { ...model, images } };
}

/** The image with what its lock fixes. */
export function lockedImage(image: Image, locked: LockedImage | undefined): Image {
  if (locked === undefined) return image;
  const pinned = (reference: Sourced<string> | undefined) =>
    reference === undefined ? undefined : mapSourced(reference, (text) => atDigest(text, locked.base.digest));
  const pip = image.pip.map((one): PackageRequirement => {
    const repository = locked.git.get(one.requirement.name);
    if (repository === undefined || gitAddress(one.requirement)?.fixed !== false) return one;
    return { ...one, requirement: atCommit(one.requirement, repository.commit) };
  });
  return { ...image, base: pinned(image.base), prebuilt: pinned(image.prebuilt), pip };
}

/** `name:tag@sha256:…`: the tag for people, the digest for machines. */
function atDigest(reference: string, digest: string): string {
  const parsed = parseImageReference(reference);
  if (parsed === undefined) return reference;
  return `${parsed.repository}${parsed.tag === undefined ? "" : `:${parsed.tag}`}@${digest}`;
}

// Holds a lock against the program as it is now: every difference is said by the base, package or branch that it is about, at the
// line where it stands.

/** Digests (SHA-256, in hexadecimal digits) of solvers' lock files by their paths relative to the project's root. */
type SolveDigests = ReadonlyMap<string, string>;

/** What keeps the lock from fitting the model; nothing where it fits. */
function compareLock(model: Model, lock: Lock, solves: SolveDigests): Diagnostic[] {
  const { images, contents } = lockableOf(model);
  return [
    ...images.flatMap((image) => compareImage(image, lock.images.get(image.image.name))),
    ...images.flatMap(({ image }) => compareSolve(image, lock.images.get(image.name)?.solve, solves)),
    ...contents.flatMap((content) => compareContent(content, lock.contents.get(content.course)?.get(content.name))),
    ...leftovers(model, lock, contents),
  ];
}

function compareImage({ image, base, digest, requirements, git }: LockableImage, locked: LockedImage | undefined) {
  if (locked === undefined) return [missing(`The image \`${image.name}\` is not in hubc.lock`, base.span)];
  const diagnostics: Diagnostic[] = [];
  if (locked.base.reference !== base.value || (digest ?? locked.base.digest) !== locked.base.digest)
    diagnostics.push(
      stale(`The base of \`${image.name}\` was \`${locked.base.reference}\` when it was locked`, base.span),
    );
  const { python, channels } = locked.requirements;
  if (python !== requirements.python)
    diagnostics.push(
      stale(
        `The image \`${image.name}\` was locked ${python === undefined ? "without `python`" : `with Python ${python}`}`,
        image.python?.span ?? image.span,
      ),
    );
  if (channels.join("\n") !== requirements.channels.join("\n"))
    diagnostics.push(
      stale(
        `The channels of \`${image.name}\` were ${channels.length === 0 ? "not set" : channels.map((one) => `\`${one}\``).join(", ")} when it was locked`,
        image.channels[0]?.span ?? image.span,
      ),
    );
  diagnostics.push(...comparePackages(image, image.conda, locked.requirements.conda));
  diagnostics.push(...comparePackages(image, image.pip, locked.requirements.pip));
  if (diagnostics.length > 0) return diagnostics;
  return git.flatMap((repository) =>
    compareRepository(
      repository,
      locked.git.get(repository.name),
      `The repository of \`${repository.name}\` in \`${image.name}\``,
    ),
  );
}

function comparePackages(
  image: Image,
  packages: readonly PackageRequirement[],
  locked: ReadonlyMap<string, string>,
): Diagnostic[] {
  const changed = packages.flatMap(({ requirement, span }) => {
    const text = locked.get(requirement.name);
    if (text === withoutLogin(requirement.text)) return [];
    const what =
      text === undefined
        ? `\`${requirement.written}\` was not in the image \`${image.name}\` when it was locked`
        : `\`${requirement.written}\` was \`${text}\` when the image \`${image.name}\` was locked`;
    return [stale(what, span)];
  });
  const names = new Set(packages.map(({ requirement }) => requirement.name));
  const removed = [...locked]
    .filter(([name]) => !names.has(name))
    .map(([, text]) => stale(`\`${text}\` was in the image \`${image.name}\` when it was locked`, image.span));
  return [...changed, ...removed];
}

function compareSolve({ name, span }: Image, solve: LockedSolve | undefined, solves: SolveDigests): Diagnostic[] {
  if (solve === undefined) return [];
  const digest = solves.get(solve.file);
  if (digest === undefined)
    return [missing(`The packages of \`${name}\` are locked in ${solve.file}, which is gone`, span)];
  return digest === solve.sha256 ? [] : [stale(`${solve.file} was changed since \`${name}\` was locked`, span)];
}

function compareContent(content: LockableContent, locked: LockedRepository | undefined): Diagnostic[] {
  return compareRepository(content, locked, `The content \`${content.name}\` of the course \`${content.course}\``);
}

function compareRepository(
  now: LockableRepository,
  locked: LockedRepository | undefined,
  subject: string,
): Diagnostic[] {
  if (locked === undefined) return [missing(`${subject} is not in hubc.lock`, now.span)];
  const repository = withoutLogin(now.repository);
  if (locked.repository === repository && locked.ref === now.ref) return [];
  const where = locked.repository === repository ? "" : ` of ${locked.repository}`;
  return [stale(`${subject} was ${refInWords(locked.ref)}${where} when it was locked`, now.span)];
}

function refInWords(ref: string): string {
  return ref === "HEAD" ? "the default branch" : `\`${ref}\``;
}

/** Parts of the lock that the program no longer has. */
function leftovers(model: Model, lock: Lock, contents: readonly LockableContent[]): Diagnostic[] {
  const images = new Set(model.images.map(({ name }) => name));
  const known = new Set(contents.map(({ course, name }) => `${course}.${name}`));
  const gone = [
    ...[...lock.images.keys()].filter((name) => !images.has(name)).map((name) => `the image \`${name}\``),
    ...[...lock.contents].flatMap(([course, ofCourse]) =>
      [...ofCourse.keys()]
        .filter((name) => !known.has(`${course}.${name}`))
        .map((name) => `the content \`${name}\` of the course \`${course}\``),
    ),
  ];
  return gone.map((what) => stale(`hubc.lock holds ${what}, which the program no longer has`, model.project.span));
}

function missing(what: string, span: Span): Diagnostic {
  return diagnose(lockMissing, { what }, { span });
}

function stale(what: string, span: Span): Diagnostic {
  return diagnose(lockStale, { what }, { span });
}
