// What of a program a lock fixes, read off the model in one place, so that the command that locks and the build that compares can't
// differ about it.

import { parseImageReference } from "../knowledge/image-reference.ts";
import type { Image, Model, PackageRequirement } from "../model/model.ts";
import type { Sourced } from "../model/sourced.ts";
import type { Span } from "../text/span.ts";
import { gitAddress, withoutLogin } from "./git-address.ts";
import type { LockedRequirements } from "./lock.ts";

export interface Lockable {
  readonly images: readonly LockableImage[];
  readonly contents: readonly LockableContent[];
}

export interface LockableImage {
  readonly image: Image;
  readonly base: Sourced<string>;
  /** The digest that `base` itself names. */
  readonly digest: string | undefined;
  readonly requirements: LockedRequirements;
  /** pip lines whose branch or tag may move. */
  readonly git: readonly LockableRepository[];
}

/** A repository and a branch or tag of it. */
export interface LockableRepository {
  /** The package's or the content's name. */
  readonly name: string;
  /** As git takes it, with the name and password that may be in it. */
  readonly repository: string;
  readonly ref: string;
  readonly span: Span;
}

export interface LockableContent extends LockableRepository {
  readonly course: string;
}

/** What a lock of this model holds. */
export function lockableOf(model: Model): Lockable {
  const images = model.images.flatMap((image): LockableImage[] => {
    const base = image.base ?? image.prebuilt;
    if (base === undefined) return [];
    const digest = parseImageReference(base.value)?.digest;
    return [{ image, base, digest, requirements: requirementsOf(image), git: image.pip.flatMap(movingRepository) }];
  });
  const contents = model.courses.flatMap((course) =>
    course.contents.map(
      ({ name, repo, branch }): LockableContent => ({
        course: course.name,
        name,
        repository: repo.value,
        ref: branch?.value ?? "HEAD",
        span: (branch ?? repo).span,
      }),
    ),
  );
  return { images, contents };
}

function requirementsOf(image: Image): LockedRequirements {
  const lines = (packages: readonly PackageRequirement[]) =>
    new Map(packages.map(({ requirement }) => [requirement.name, withoutLogin(requirement.text)]));
  return {
    python: image.python?.value,
    channels: image.channels.map(({ value }) => withoutLogin(value)),
    conda: lines(image.conda),
    pip: lines(image.pip),
  };
}

function movingRepository({ requirement, span }: PackageRequirement): LockableRepository[] {
  const address = gitAddress(requirement);
  if (address === undefined || address.fixed) return [];
  return [{ name: requirement.name, repository: address.repository, ref: address.ref, span }];
}
