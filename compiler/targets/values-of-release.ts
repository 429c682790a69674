// The values that helm is given for a release, as plain data, for those who compare them.

import type { JsonMap } from "../knowledge/json-schema.ts";
import type { Model } from "../model/model.ts";
import type { Release } from "../model/release.ts";
import { plainData } from "../output/yaml-tree.ts";
import { deployedValues } from "./helm/helm-values.ts";
import { hubImage } from "./hub-image/hub-image.ts";
import { imageNames } from "./image/image-files.ts";

export function valuesOfRelease(release: Release, model: Model): JsonMap {
  const images = new Map(
    model.images.map((image) => [image.name, { image, ...imageNames(image, model.project) }] as const),
  );
  return plainData(deployedValues({ model, release, images }, hubImage(release, model, images))) as JsonMap; // values are a map
}
