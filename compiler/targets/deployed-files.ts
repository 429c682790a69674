// What of a build reaches a cluster: the values and the objects of each release, what brings its secrets, and the scripts that deploy it.
// Commands that compare or deploy need no more. Not here, but in emit.ts: what people read beside a release (its README), what an administrator
// applies once (access.yaml), and the files of images, clusters, courses, pages and CI.

import type { Model } from "../model/model.ts";
import type { Release } from "../model/release.ts";
import type { OutputFile } from "../output/output-file.ts";
import type { ReadYaml } from "../text/yaml-document.ts";
import { helmValues } from "./helm/helm-values.ts";
import type { PulledImage } from "./helm/release-context.ts";
import { type HubImage, hubImage } from "./hub-image/hub-image.ts";
import { imageNames } from "./image/image-files.ts";
import { ownManifests } from "./kubernetes/own-manifests.ts";
import { releaseManifests } from "./release-manifests.ts";

export interface DeployedOptions {
  readonly hub?: string | undefined;
  readonly stage?: string | undefined;
  /** Reads the objects that releases bring; a model without any needs none. */
  readonly readYaml?: ReadYaml | undefined;
}

/** The files of all releases, or of those of a hub and a stage. */
export function deployedFiles(model: Model, { hub, stage, readYaml }: DeployedOptions): readonly OutputFile[] {
  const images = pulledImages(model);
  return model.releases
    .filter((release) => (hub ?? release.hub) === release.hub && (stage ?? release.stage) === release.stage)
    .flatMap((release) => releaseFiles(release, { model, images, own: hubImage(release, model, images), readYaml }));
}

export interface ReleaseContent {
  readonly model: Model;
  readonly images: ReadonlyMap<string, PulledImage>;
  /** The hub image that is made for the release. */
  readonly own: HubImage | undefined;
  readonly readYaml: ReadYaml | undefined;
}

/** Values, objects, and what brings secrets. */
export function releaseFiles(release: Release, { model, images, own, readYaml }: ReleaseContent): OutputFile[] {
  const values = helmValues({ model, release, images }, own);
  return [values, ...releaseManifests(release, model), ...ownManifests(release, readYaml)];
}

/** Images by their declarations' names, as servers pull them. */
export function pulledImages(model: Model): ReadonlyMap<string, PulledImage> {
  return new Map(model.images.map((image) => [image.name, { image, ...imageNames(image, model.project) }]));
}
