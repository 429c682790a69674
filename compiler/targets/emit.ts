// All targets, put together: images first, since everything else names them by their tags.

import type { Image, Model, Release } from "../model/model.ts";
import type { OutputFile } from "../output/output-file.ts";
import { buildManifest } from "./build-manifest.ts";
import { courseLinks } from "./course/links.ts";
import { helmValues, secretKeys } from "./helm/helm-values.ts";
import type { PulledImage } from "./helm/release-context.ts";
import { hubImage } from "./hub-image/hub-image.ts";
import { type ImageBuild, imageFiles } from "./image/image-files.ts";
import { manifests } from "./kubernetes/manifests.ts";
import { scaleJobs } from "./kubernetes/scale-jobs.ts";
import { releaseNotes } from "./notes/release-notes.ts";
import { providerFiles } from "./provider/provider-files.ts";

export interface EmitOptions {
  readonly hub?: string;
  readonly stage?: string;
}

/** Every file of a build, in order of path, the manifest last. */
export function emit(model: Model, options: EmitOptions): OutputFile[] {
  const builds = new Map(model.images.map((image) => [image.name, { image, build: imageFiles(image, model) }]));
  const images = new Map(
    [...builds].map(([name, { image, build }]): [string, PulledImage] => [
      name,
      { image, name: build.name, tag: build.tag },
    ]),
  );
  const releases = model.releases.filter((release) => isWanted(release, options));
  const wanted = new Set(releases.flatMap((release) => release.courses.map((course) => course.image.value)));
  const all = options.hub === undefined && options.stage === undefined;
  const files = new Map<string, OutputFile>();
  const add = (file: OutputFile) => files.set(file.path, file);
  for (const [name, { build }] of builds) if (all || wanted.has(name)) for (const file of build.files) add(file);
  for (const release of releases) {
    const own = hubImage(release, model);
    if (own) add(own.file);
    add(helmValues({ model, release, images }, own));
    for (const file of manifests(release)) add(file);
    const scale = scaleJobs(release, model);
    if (scale) add(scale);
    add(
      releaseNotes({
        release,
        chartVersion: model.project.chart.value,
        on: model.on,
        images: imagesOf(release, builds, own),
        secrets: secretKeys(release),
      }),
    );
  }
  for (const provider of model.providers) {
    const wantsIt = all || releases.some((release) => release.provider.name === provider.name);
    const onIt = model.releases.filter((release) => release.provider.name === provider.name);
    if (wantsIt) for (const file of providerFiles({ provider, releases: onIt })) add(file);
  }
  for (const course of model.courses) {
    const release = releaseForPeople(course.hub.value, releases);
    if (release) for (const file of courseLinks(course, release)) add(file);
  }
  const sorted = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return [...sorted, buildManifest(sorted, model.on)];
}

function isWanted(release: Release, options: EmitOptions): boolean {
  return (options.hub ?? release.hub) === release.hub && (options.stage ?? release.stage) === release.stage;
}

/** The stage that people use: `prod`, else the last one declared. */
function releaseForPeople(hub: string, releases: readonly Release[]): Release | undefined {
  const stages = releases.filter((release) => release.hub === hub);
  return stages.find((release) => release.stage === "prod") ?? stages.at(-1);
}

function imagesOf(
  release: Release,
  builds: ReadonlyMap<string, { readonly image: Image; readonly build: ImageBuild }>,
  own: { readonly name: string; readonly tag: string; readonly file: OutputFile } | undefined,
): { reference: string; folder: string | undefined }[] {
  const names = [...new Set(release.courses.map((course) => course.image.value))];
  const used = names.flatMap((name) => {
    const found = builds.get(name);
    if (found === undefined) return [];
    const folder = found.build.files.length > 0 ? `../../../images/${name}` : undefined;
    return [{ reference: `${found.build.name}:${found.build.tag}`, folder }];
  });
  const hub = own
    ? [{ reference: `${own.name}:${own.tag}`, folder: `../../../${own.file.path.replace(/\/Dockerfile$/, "")}` }]
    : [];
  return [...used, ...hub];
}
