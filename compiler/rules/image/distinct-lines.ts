// An image shows the lines of its parents, too. What is wrong with a line is said once, where it stands.

import type { Image, PackageRequirement } from "../../model/model.ts";
import type { Span } from "../../text/span.ts";

/** A line, and one of the images that it belongs to. */
export interface ImageLine {
  readonly line: PackageRequirement;
  readonly image: Image;
}

/** Every requirement line of the images, each once. */
export function distinctLines(images: readonly Image[]): readonly ImageLine[] {
  const found = new Map<string, ImageLine>();
  for (const image of images) {
    for (const line of image.readLines) {
      const key = placeKey(line.span);
      if (!found.has(key)) found.set(key, { line, image });
    }
  }
  return [...found.values()];
}

/** Lines of conda and pip that could be read. */
export function pythonLines({ readLines }: Image): readonly PackageRequirement[] {
  return readLines.filter(({ requirement: { ecosystem } }) => ecosystem === "conda" || ecosystem === "pip");
}

/** Two places are the same where their keys are. */
export function placeKey(span: Span): string {
  return `${span.start} ${span.end} ${span.file.path}`;
}

/** Two lines of one image that clash, the one to blame first: that of the declaration nearest to the image, else the later one. */
export function blameFirst(
  image: Image,
  a: PackageRequirement,
  b: PackageRequirement,
): readonly [PackageRequirement, PackageRequirement] {
  const distance = nearness(image, a) - nearness(image, b);
  if (distance !== 0) return distance < 0 ? [a, b] : [b, a];
  return isAfter(a.span, b.span) ? [a, b] : [b, a];
}

/** 0 for a line of the image itself, 1 for its parent's, and so on. */
function nearness(image: Image, line: PackageRequirement): number {
  return [image.name, ...image.parents].findIndex((name) => line.by === `image ${name}`);
}

function isAfter(a: Span, b: Span): boolean {
  return a.file.path === b.file.path ? a.start > b.start : a.file.path > b.file.path;
}
