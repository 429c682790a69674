// The model as its lock fixes it: bases by digest, repositories by commit. Everything that is printed from the model, image tags
// included, then follows without knowing of locks.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { parseImageReference } from "../knowledge/image-reference.ts";
import type { Image, Model, PackageRequirement } from "../model/model.ts";
import { mapSourced, type Sourced } from "../model/sourced.ts";
import { createSourceFile } from "../text/source-file.ts";
import { compareLock, type SolveDigests } from "./compare-lock.ts";
import { atCommit, gitAddress } from "./git-address.ts";
import { LOCK_FILE, type LockedImage } from "./lock.ts";
import { lockMissing, lockUnreadable } from "./lock-diagnostics.ts";
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
