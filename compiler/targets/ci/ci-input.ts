// What the files of `ci/` are made from, and which releases a machine can deploy.

import type { Model } from "../../model/model.ts";
import type { Release } from "../../model/release.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { shellQuote } from "../../output/shell-script.ts";
import type { YamlMapping } from "../../output/yaml-tree.ts";
import { deployScriptName } from "../deploy-script.ts";

export interface CiInput {
  readonly model: Model;
  /** In order of name. */
  readonly releases: readonly CiRelease[];
  /** Images that are built here, in order of name. */
  readonly images: readonly CiImage[];
}

export interface CiRelease {
  readonly release: Release;
  /** As in its values.yaml; made when asked for. */
  readonly values: () => YamlMapping;
}

export interface CiImage {
  readonly name: string;
  /** With its tag. */
  readonly reference: string;
  /** From the output folder. */
  readonly folder: string;
}

/** One program's files, and what stands in the page of `ci/` about it. */
export interface CiOutput {
  readonly files: readonly OutputFile[];
  /** Lines of Markdown. */
  readonly notes: string;
}

/** Why no machine elsewhere can deploy a release. Absent where it can. */
export function obstacle({ release }: CiRelease, { model, images }: CiInput): string | undefined {
  if (release.provider.variant === "kind") return "its cluster is one on a laptop";
  if (model.project.registry === undefined && images.length > 0)
    return "its project names no `registry` to pull images from";
  return undefined;
}

/** The releases that can be deployed, by hub, in the order in which they are. */
export function deployable(input: CiInput): readonly (readonly CiRelease[])[] {
  return byHub(input)
    .map((stages) => stages.filter((release) => obstacle(release, input) === undefined))
    .filter((stages) => stages.length > 0);
}

/** All releases, each hub's stages in their order and that for people last. */
export function byHub({ model, releases }: CiInput): readonly (readonly CiRelease[])[] {
  return model.hubs.map(({ name, stages }) => {
    const inOrder = stages.flatMap((stage) =>
      releases.filter(({ release }) => release.hub === name && release.stage === stage),
    );
    const forPeople = ({ release }: CiRelease) => release.forPeople.value;
    return [...inOrder.filter((release) => !forPeople(release)), ...inOrder.filter(forPeople)];
  });
}

/** The project's folder in its repository, and the outputs' there, as words of a shell. */
export function projectFolder({ model }: CiInput): { readonly folder: string; readonly out: string } {
  const { folder } = model.project.ci;
  return { folder: shellQuote(folder.value), out: shellQuote(outFolder(model)) };
}

/** The outputs' folder, from the top of the repository. */
export function outFolder({ project }: Model): string {
  const { folder } = project.ci;
  return folder.value === "." ? `./${project.out.value}` : `${folder.value}/${project.out.value}`;
}

/** What deploys a release, from the top of the repository. */
export function deployCommand({ folder }: Release, input: CiInput): string {
  return `bash ${projectFolder(input).out}/${folder}/${deployScriptName}`;
}

/** Whether images can be pushed: there are some, and a registry. */
export function pushesImages({ model, images }: CiInput): boolean {
  return model.project.registry !== undefined && images.length > 0;
}

/** Does somebody else run every hub of the project? Nothing is deployed then, and images are pushed by themselves. */
export function isOnExternalHubs({ model }: CiInput): boolean {
  return model.hubs.length === 0 && model.externalHubs.length > 0;
}

/** The job that deploys a release: no image and no other job has such a name. */
export function jobName({ release }: CiRelease): string {
  return `deploy-${release.name}`;
}
