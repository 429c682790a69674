// What every part of a release's values reads.

import type { Image, Model } from "../../model/model.ts";
import type { Release } from "../../model/release.ts";
import type { Sourced } from "../../model/sourced.ts";
import { withOrigin, type YamlData, type YamlNode } from "../../output/yaml-tree.ts";

/** An image as the cluster pulls it. */
export interface PulledImage {
  readonly image: Image;
  readonly name: string;
  readonly tag: string;
}

export interface ReleaseContext {
  readonly model: Model;
  readonly release: Release;
  /** By the image's name. */
  readonly images: ReadonlyMap<string, PulledImage>;
}

/** Data with the place of a sourced value as its origin. */
export function from<T>(sourced: Sourced<T>, data: YamlData = sourced.value as YamlData): YamlNode {
  return withOrigin(data, sourced.span); // the default holds for texts, numbers, truths and lists of them
}
