// All targets, put together: images first, since everything else names them by their tags.

import { capacities } from "../capacity/capacity-report.ts";
import type { JsonMap } from "../knowledge/json-schema.ts";
import { type ChangeDay, changeDays, daysAlike } from "../model/change-days.ts";
import { imagesInUse } from "../model/exams-on-day.ts";
import { isOwnImage, ownImageOf } from "../model/final-server.ts";
import type { CourseHub, Image, Model, Range } from "../model/model.ts";
import type { Release } from "../model/release.ts";
import { secretKeys } from "../model/secret-keys.ts";
import { sha256Hex } from "../output/digest.ts";
import type { OutputFile } from "../output/output-file.ts";
import { plainData } from "../output/yaml-tree.ts";
import { VOCABULARY } from "../plan/fact-vocabulary.ts";
import type { ProgramFacts } from "../plan/facts.ts";
import { type Day, printDate } from "../text/calendar.ts";
import { positionAt } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import type { ReadYaml } from "../text/yaml-document.ts";
import { ciFiles } from "./ci/ci-files.ts";
import type { CiImage } from "./ci/ci-input.ts";
import { courseFiles, linkLists } from "./course/course-files.ts";
import { pulledImages, releaseFiles } from "./deployed-files.ts";
import { releaseValues } from "./helm/helm-values.ts";
import type { PulledImage } from "./helm/release-context.ts";
import { type HubImage, hubImage } from "./hub-image/hub-image.ts";
import { type ImageBuild, imageFiles } from "./image/image-files.ts";
import { access } from "./kubernetes/access.ts";
import { releaseNotes } from "./notes/release-notes.ts";
import { pageFiles } from "./own-pages.ts";
import type { ReadTemplate } from "./pages/page-template.ts";
import { factsOf } from "./program-facts.ts";
import { providerFiles } from "./provider/provider-files.ts";
import { sopsConfig } from "./secrets/secret-files.ts";

export interface EmitOptions {
  readonly hub?: string | undefined;
  readonly stage?: string | undefined;
  /** Reads the objects that releases bring; a model without any needs none. */
  readonly readYaml?: ReadYaml | undefined;
  /** Reads the templates that the project brings for pages; one without any needs none. */
  readonly readTemplate?: ReadTemplate | undefined;
}

/** Every file of a build, in order of path, the manifest last. */
export function emit(model: Model, options: EmitOptions): OutputFile[] {
  const builds = new Map(model.images.map((image) => [image.name, { image, build: imageFiles(image, model) }]));
  const images = pulledImages(model);
  const releases = model.releases.filter((release) => isWanted(release, options));
  const hubs = [...releases, ...model.externalHubs.filter((hub) => isWanted(hub, options))];
  const wanted = new Set(releases.flatMap((release) => [...imagesInUse(release, model.on), ...hubImageNames(release)]));
  const all = options.hub === undefined && options.stage === undefined;
  const files = new Map<string, OutputFile>();
  const add = (file: OutputFile) => {
    const other = files.get(file.path);
    if (other !== undefined && other.text !== file.text)
      throw new Error(`invariant: two files of the path ${file.path}`);
    files.set(file.path, file);
  };
  for (const [name, { build }] of builds) if (all || wanted.has(name)) for (const file of build.files) add(file);
  const changes = changeDays(model);
  const capacityOf = capacities(model);
  const changesOf = (release: Release) =>
    changes.filter(({ hub, stages }) => hub === release.hub && stages.includes(release.stage));
  const around = { model, builds, images, readYaml: options.readYaml, changesOf, capacityOf };
  for (const release of releases) for (const file of filesBeside(release, around)) add(file);
  const sops = sopsConfig(releases);
  if (sops) add(sops);
  for (const file of clustersOf(model, releases, all)) add(file);
  for (const course of model.courses) {
    const lists = linkLists(course, hubs, model);
    if (lists) for (const file of courseFiles(lists, model, graderOf(builds.get(course.image.value)))) add(file);
  }
  const ci = all ? ciFilesOf(model, builds, images) : [];
  for (const file of [...ci, ...pageFiles(model, hubs, options.readTemplate)]) add(file);
  const sorted = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  const said = { days: daysAlike(releases.flatMap(changesOf), model.on), facts: factsOf({ ...model, releases }) };
  return [...sorted, buildManifest(sorted, said)];
}

type Builds = ReadonlyMap<string, { readonly image: Image; readonly build: ImageBuild }>;

interface Around {
  readonly model: Model;
  readonly builds: Builds;
  readonly images: ReadonlyMap<string, PulledImage>;
  readonly readYaml: ReadYaml | undefined;
  readonly changesOf: (release: Release) => readonly ChangeDay[];
  readonly capacityOf: ReturnType<typeof capacities>;
}

/** What a release is deployed from, what people read beside it, and the hub image that is made for it. */
function filesBeside(release: Release, around: Around): OutputFile[] {
  const { model, images, readYaml } = around;
  const own = hubImage(release, model, images);
  const values = plainData(releaseValues({ model, release, images }, own)) as JsonMap; // values are a map
  return [
    ...(own?.file ? [own.file] : []),
    ...releaseFiles(release, { model, images, own, readYaml }),
    access(release, values),
    notesOf(release, own, around),
  ];
}

function notesOf(
  release: Release,
  own: HubImage | undefined,
  { model: { project, on }, builds, changesOf, capacityOf }: Around,
): OutputFile {
  return releaseNotes({
    release,
    project,
    on,
    images: imagesOf(release, on, { builds, own }),
    secrets: secretKeys(release),
    changes: changesOf(release),
    out: project.out.value,
    timezone: project.timezone.value,
    cost: release.budget && capacityOf(release).cost,
  });
}

/** The files of every cluster, or of those that the releases are on. */
function clustersOf(model: Model, releases: readonly Release[], all: boolean): OutputFile[] {
  return model.providers.flatMap((provider) => {
    const isUsed = releases.some((release) => release.provider.name === provider.name);
    const onIt = model.releases.filter((release) => release.provider.name === provider.name);
    return all || isUsed ? providerFiles({ provider, releases: onIt }) : [];
  });
}

/** What an autograder takes from its course's image. */
function graderOf(built: { readonly image: Image; readonly build: ImageBuild } | undefined) {
  const fileAt = (end: string) => built?.build.files.find(({ path }) => path.endsWith(end));
  return { image: built?.image, environment: fileAt("/autograder/environment.yml"), installR: fileAt("/install.R") };
}

function ciFilesOf(
  model: Model,
  builds: ReadonlyMap<string, { readonly build: ImageBuild }>,
  images: ReadonlyMap<string, PulledImage>,
): OutputFile[] {
  const hubs = model.releases.flatMap((release) => hubImage(release, model, images) ?? []);
  const built = [
    ...[...builds.values()].flatMap(({ build }) => (build.files.length > 0 ? [build] : [])),
    ...hubs.map(({ name, tag }) => ({ name, tag })),
  ];
  const nameOf = (reference: string) => reference.replace(/^.*\//, "");
  const all = new Map(
    built.map(({ name, tag }): [string, CiImage] => [
      name,
      { name: nameOf(name), reference: `${name}:${tag}`, folder: `images/${nameOf(name)}` },
    ]),
  );
  return ciFiles({
    model,
    releases: model.releases.map((release) => ({
      release,
      values: () => releaseValues({ model, release, images }, hubImage(release, model, images)),
    })),
    images: [...all.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
  });
}

function isWanted(release: CourseHub, options: EmitOptions): boolean {
  return (options.hub ?? release.hub) === release.hub && (options.stage ?? release.stage) === release.stage;
}

function hubImageNames({ hubImage: said }: Release): string[] {
  return said?.value.kind === "declared" ? [said.value.name] : [];
}

function imagesOf(
  release: Release,
  on: Day,
  { builds, own }: { readonly builds: Builds; readonly own: HubImage | undefined },
): { reference: string; folder: string | undefined }[] {
  const ofValues = ownImageOf(release);
  const names = isOwnImage(release) ? [] : imagesInUse(release, on);
  const used = names.flatMap((name) => {
    const found = builds.get(name);
    if (found === undefined) return [];
    const folder = found.build.files.length > 0 ? `../../../images/${name}` : undefined;
    return [{ reference: `${found.build.name}:${found.build.tag}`, folder }];
  });
  const hub = own ? [{ reference: `${own.name}:${own.tag}`, folder: `../../../${own.folder}` }] : [];
  return [...used, ...(ofValues === undefined ? [] : [{ reference: ofValues, folder: undefined }]), ...hub];
}

/**
 * The manifest of a build. `lines` holds runs of lines with one source, in the order of the file: how many lines, index into
 * `sources`, and the source's first line, first column, last line and last column, all from 1, columns in UTF-16 code units;
 * lines without a source have their number alone. A run says nothing of where it stands, and is printed on a line of its own:
 * so one new line in an output changes one line here, beside the digest.
 * `facts`: what the program says, a subject a line: a later build and `hubc plan` compare with it. `vocabulary`: which facts are known
 * to it, and in which words (`plan/fact-vocabulary.ts`).
 * `days`: the first and the last day for which a build comes to these files; `null` where there is no first or no last one.
 */
export function buildManifest(
  files: readonly OutputFile[],
  { days, facts }: { readonly days: Partial<Range<Day>>; readonly facts: ProgramFacts },
): OutputFile {
  const sources: string[] = [];
  const indexes = new Map<string, number>();
  const indexOf = (path: string): number => {
    const known = indexes.get(path);
    if (known !== undefined) return known;
    indexes.set(path, sources.length);
    return sources.push(path) - 1;
  };
  const entries = files.map((file) => {
    const lines = runs(file.origins).map(({ count, span }) => {
      const source = span === undefined ? [] : [indexOf(span.file.path), ...places(span)];
      return `      [${[count, ...source].join(",")}]`;
    });
    const printed = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n    ]`;
    return `    ${JSON.stringify(file.path)}: {"sha256": "${sha256Hex(file.text)}", "lines": ${printed}}`;
  });
  const subjects = facts.subjects.map((subject) => `    ${JSON.stringify(subject)}`);
  const text = `{\n  "version": 2,\n  "days": ${JSON.stringify([days.from, days.to].map((day) => (day === undefined ? null : printDate(day))))},\n  "sources": ${JSON.stringify(sources)},\n  "vocabulary": ${VOCABULARY},\n  "facts": [\n${subjects.join(",\n")}\n  ],\n  "files": {\n${entries.join(",\n")}\n  }\n}\n`;
  return {
    path: "hubc-manifest.json",
    text,
    origins: text
      .trimEnd()
      .split("\n")
      .map(() => undefined),
  };
}

function places(span: Span): number[] {
  const [start, end] = [positionAt(span.file, span.start), positionAt(span.file, span.end)];
  return [start.line, start.column, end.line, end.column];
}

function runs(origins: readonly (Span | undefined)[]): { count: number; span: Span | undefined }[] {
  const found: { count: number; span: Span | undefined }[] = [];
  for (const span of origins) {
    const before = found.at(-1);
    if (before && samePlace(before.span, span)) before.count += 1;
    else found.push({ count: 1, span });
  }
  return found;
}

function samePlace(a: Span | undefined, b: Span | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.file === b.file && a.start === b.start && a.end === b.end;
}
