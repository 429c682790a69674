// Which tags of an image are given to another image later. By custom some names always are (`latest`); some families of images have rules of
// their own, by which even a tag that names a version moves.

import { lookUp } from "../text/look-up.ts";
import type { ImageReference } from "./image-reference.ts";

/** Why a tag moves, as the end of a sentence; undefined where it stays, or nothing is known. A digest stays whatever the tag. */
export function whyTagMoves({ repository, tag, digest }: ImageReference): string | undefined {
  if (digest !== undefined) return undefined;
  if (tag === undefined) return "without a tag this means `:latest`, which is another image every week";
  if (movingByCustom.test(tag)) return `\`:${tag}\` is moved from image to image`;
  const plain = onDockerHub(repository);
  return families.find(({ names }) => names.test(plain))?.why(tag);
}

/** The name of an image of Docker Hub without what stands for it. */
function onDockerHub(repository: string): string {
  return repository.replace(/^(?:docker\.io|index\.docker\.io)\//, "");
}

/** Is the image of Rocker of the newest R there is, so that it is built again until the next R is out? A tag of three numbers. */
export function isNewestR({ repository, tag, digest }: ImageReference): boolean {
  if (digest !== undefined || !rocker.test(repository.replace(/^(?:docker\.io|index\.docker\.io)\//, ""))) return false;
  const version = /^(\d+)\.(\d+)\.(\d+)(?:-|$)/
    .exec(tag ?? "")
    ?.slice(1)
    .map(Number);
  return version !== undefined && !isBefore(version, newestR);
}

/** The series of R whose last image of Rocker this tag names, `4.5`, after another series has followed; undefined for any other tag. */
export function endedSeries({ repository, tag, digest }: ImageReference): string | undefined {
  if (digest !== undefined || !rocker.test(repository.replace(/^(?:docker\.io|index\.docker\.io)\//, "")))
    return undefined;
  const [series] = /^\d+\.\d+(?=-|$)/.exec(tag ?? "") ?? [];
  return series !== undefined && isBefore(series.split(".").map(Number), newestR.slice(0, 2)) ? series : undefined;
}

/** Tags that registries and projects move by custom. */
const movingByCustom =
  /^(?:.*-)?(?:latest|nightly|edge|daily|weekly|canary|rolling|snapshot)$|^(?:latest|nightly)(?:-[a-z]+\d?)+$|^(?:main|master|trunk|head|devel|develop|dev|stable|unstable|testing|staging|production|prod|current|live|next|lts|release)$/i;

const dockerStacks = /^(?:quay\.io\/)?jupyter\/(?:[a-z0-9-]+-notebook|docker-stacks-foundation)$/;

/**
 * The day of a tag of the Docker Stacks that Docker Hub does not have: their images are there up to 2023-10-20, and since then on quay.io alone.
 * Source: jupyter/docker-stacks, CHANGELOG.md, 2023-10-20.
 */
export function dayAfterDockerHub({ repository, tag }: ImageReference): string | undefined {
  const isOnHub = !repository.startsWith("quay.io/") && dockerStacks.test(onDockerHub(repository));
  const [, day] = /^(?:x86_64-|aarch64-)?(\d{4}-\d\d-\d\d)$/.exec(tag ?? "") ?? [];
  return isOnHub && day !== undefined && day > "2023-10-20" ? day : undefined;
}

/**
 * The Jupyter Docker Stacks: a date and a commit stay; a version (`python-3.13`, `lab-4.5.1`, `ubuntu-24.04`) is given to the newest build that
 * has it. Source: jupyter/docker-stacks, docs/using/selecting.md, "Versioning via image tags", 011bb719.
 */
function whyStackMoves(tag: string): string | undefined {
  const [, name, version] = /(?:^|-)([a-z]+)-(\d[\w.]*)$/.exec(tag) ?? [];
  if (name === undefined || version === undefined || isLeftBehind(name, version)) return undefined;
  return `\`:${tag}\` is given to each new build of the Docker Stacks that has this version`;
}

/** Versions that the stacks have built no more since January 2026: their tags have come to rest. */
const builtSince: Readonly<Record<string, readonly number[]>> = {
  hub: [5],
  lab: [4],
  notebook: [7],
  python: [3, 13],
  ubuntu: [24],
};

function isLeftBehind(name: string, version: string): boolean {
  const since = lookUp(builtSince, name);
  return since !== undefined && isBefore(version.split(".").map(Number), since);
}

/**
 * Bioconductor: the names of its branches, `devel` and `RELEASE_3_22`, alone, as `3.22` or with an R behind them, are given to each build of the
 * branch; a branch of an earlier release is built again on each change. Source: Bioconductor/bioconductor_docker,
 * .github/workflows/build_containers.yaml, 042de541.
 */
function whyBioconductorMoves(tag: string): string | undefined {
  const [, branch] = /^(devel|RELEASE_\d+_\d+|\d+\.\d+)(?:-r-[\w.]+)?(?:-(?:amd|arm)64)?$/i.exec(tag) ?? [];
  return branch === undefined
    ? undefined
    : `\`:${tag}\` is given to each new build of Bioconductor's branch \`${branch}\``;
}

/** Micromamba: what names no commit moves; a whole version comes to rest at the next one. Source: mamba-org/micromamba-docker, docs, "tags". */
function whyMicromambaMoves(tag: string): string | undefined {
  if (/(?:^|-)git-/.test(tag) || /^\d+\.\d+\.\d+/.test(tag)) return undefined;
  return `\`:${tag}\` names no whole version of micromamba, and is given to the newest`;
}

/** R and CRAN as packages of Ubuntu: a tag names the Ubuntu alone. Source: rocker-org/r2u, README.md. */
function whyR2uMoves(tag: string): string | undefined {
  return /^(?:\d\d\.\d\d|[a-z]+)$/.test(tag) ? `\`:${tag}\` names no R, and is given to the newest` : undefined;
}

const rocker = /^(?:ghcr\.io\/)?(?:rocker|rocker-org)\/[a-z0-9-]+$/;

/** The newest R that Rocker had built in August 2026; everything before it is frozen. Source: rocker-org/rocker-versioned2, its wiki. */
const newestR = [4, 6, 1];

/**
 * Rocker: images of the newest R are built again and again, with CRAN of the day; an older one once more when the next R is out, with CRAN of
 * the day before, and then it stays. `4` and `4.6` mean the newest of them; `4.5` came to rest at the last R 4.5;
 * one without a number, `cuda`, moves with the newest. Source: rocker-org/rocker-versioned2, README.md, 0ec67cf8, and the
 * reports of its wiki.
 */
function whyRockerMoves(tag: string): string | undefined {
  if (/^[a-z]+(?:-[a-z]+)*$/.test(tag)) return `\`:${tag}\` names no R, and is given to the newest`;
  const [series] = /^\d+(?:\.\d+)?(?=-|$)/.exec(tag) ?? [];
  if (series === undefined || isBefore(series.split(".").map(Number), newestR.slice(0, 2))) return undefined;
  return `\`:${tag}\` is given to the newest R ${series}`;
}

const families: readonly { readonly names: RegExp; readonly why: (tag: string) => string | undefined }[] = [
  { names: dockerStacks, why: whyStackMoves },
  { names: /^(?:ghcr\.io\/)?(?:rocker|rocker-org)\/r2u$/, why: whyR2uMoves },
  { names: rocker, why: whyRockerMoves },
  { names: /^(?:ghcr\.io\/)?bioconductor\/[a-z0-9_-]+$/, why: whyBioconductorMoves },
  { names: /^(?:ghcr\.io\/)?(?:mambaorg|mamba-org)\/micromamba$/, why: whyMicromambaMoves },
];

/** Of two versions, compared by the numbers that both have. */
function isBefore(version: readonly number[], other: readonly number[]): boolean {
  const length = Math.min(version.length, other.length);
  for (let place = 0; place < length; place += 1) {
    const difference = (version[place] ?? 0) - (other[place] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

// A tag that was pasted behind another: two dates with nothing between them.

/** What is wrong with an address of an image, after the name of its setting; undefined where nothing is. */
export function pastedTag(image: string): string | undefined {
  const [, first, second] = /:(\d{4}[.-]\d{2}[.-]\d{2})(\d{4}[.-]\d{2}[.-]\d{2})$/.exec(image) ?? [];
  if (first === undefined || second === undefined) return undefined;
  return `has two dates as one tag, \`${first}\` and \`${second}\`, and hardly any image has such a tag: keep one`;
}
