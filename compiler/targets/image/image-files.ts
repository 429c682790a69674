// An image as the folder that `docker build` takes: a Dockerfile and the files people know, named by a tag that is a digest of what
// is in them. So a hub moves to a new image exactly when one was made, and an image is built exactly when it differs.

import { baseImage } from "../../knowledge/base-images.ts";
import { canExcludeCondaDefaults } from "../../knowledge/course-tools.ts";
import { nameAndTag, parseImageReference } from "../../knowledge/image-reference.ts";
import type { Course, Image, Model, PackageRequirement, Project } from "../../model/model.ts";
import { fingerprint } from "../../output/digest.ts";
import { type DockerInstruction, printDockerfile } from "../../output/dockerfile.ts";
import { type OutputFile, textFile } from "../../output/output-file.ts";
import { printJson } from "../../text/print-json.ts";
import { binder } from "./binder.ts";
import { declaredFiles } from "./declared-files.ts";
import { environmentYml } from "./environment-yml.ts";
import { generatedNote } from "./generated-note.ts";
import { imageDockerfile, type ProjectBuild } from "./image-dockerfile.ts";
import { installR } from "./install-r.ts";
import { aptTxt, requirementLines } from "./requirement-lines.ts";
import { smokeTest } from "./smoke-test.ts";

/** Where a hub finds an image, and the files that it is built from. */
export interface ImageBuild {
  /** The image without its tag: `<registry>/<image>`, or `localhost/<image>` in a project without a registry. */
  readonly name: string;
  /** Twelve hexadecimal digits that change with what is built and with nothing else; of a prebuilt image, its own. */
  readonly tag: string;
  /** Below `images/<image>/`; none for a prebuilt image. */
  readonly files: readonly OutputFile[];
}

/** @throws Error for an image with neither `base` nor `prebuilt`, which has been reported before. */
export function imageFiles(image: Image, model: Model): ImageBuild {
  const names = imageNames(image, model.project);
  if (image.prebuilt !== undefined) return { ...names, files: [] };
  const folder = `images/${image.name}`;
  const beside = [...packageFiles(image, folder), ...declaredFiles(image, folder)];
  const dockerfile = printDockerfile(imageDockerfile(image, projectBuild(model)), image.span);
  const context = [{ path: `${folder}/Dockerfile`, ...dockerfile }, ignoreFile(folder, beside, image), ...beside];
  const files = [...context, ...companions(image, model, folder)];
  return { ...names, files: files.toSorted(byPath) };
}

/** Where a hub finds an image: what follows from the image and the registry alone. */
export function imageNames(image: Image, { registry }: Project): Pick<ImageBuild, "name" | "tag"> {
  if (image.prebuilt !== undefined) return prebuilt(image.prebuilt.value);
  return { name: `${registry?.value.replace(/\/+$/, "") ?? "localhost"}/${image.name}`, tag: tagOf(image) };
}

function prebuilt(text: string): Pick<ImageBuild, "name" | "tag"> {
  return nameAndTag(parseImageReference(text) ?? { repository: text, tag: undefined, digest: undefined });
}

function projectBuild({ project }: Model): ProjectBuild {
  return { repository: project.repository, cacheMounts: project.cacheMounts.value };
}

/** The hub's own image has no conda, and is nobody's server. */
function runsHub({ base }: Image): boolean {
  return base !== undefined && baseImage(base.value).runsHub === true;
}

/** The lists of packages. */
function packageFiles(image: Image, folder: string): readonly OutputFile[] {
  const python = runsHub(image) ? requirementsTxt(image, folder) : environmentYml(image, folder);
  const files = [python, aptTxt(image, folder), installR(image, folder)];
  return files.filter((file) => file !== undefined);
}

/** The same environment for other places than the hub, and its test: nothing that the image is built from. */
function companions(image: Image, model: Model, folder: string): readonly OutputFile[] {
  if (runsHub(image)) return [];
  const files = [
    requirementsTxt(image, folder),
    smokeTest(image, baseImage(image.base?.value ?? ""), folder),
    devcontainer(image, folder),
    ...binder(image, folder),
    autograder(image, model.courses, folder),
  ];
  return files.filter((file) => file !== undefined);
}

/** The builder is sent nothing but what the Dockerfile copies, whatever else comes to lie in the folder. */
function ignoreFile(folder: string, beside: readonly OutputFile[], image: Image): OutputFile {
  const kept = new Set(beside.map((file) => file.path.slice(folder.length + 1).replace(/\/.*$/, "")));
  const lines = ["*", ...[...kept].toSorted().map((name) => `!${name}`)];
  return textFile(`${folder}/.dockerignore`, lines, image.span);
}

/** Comments, labels and caches of the builder change nothing in an image; nor do its name and the order of its packages. */
function tagOf(image: Image): string {
  const plain: Image = {
    ...image,
    name: "image",
    conda: image.conda.toSorted(byText),
    pip: image.pip.toSorted(byText),
    apt: image.apt.toSorted(byText),
    cran: image.cran.toSorted(byText),
    env: image.env.toSorted((a, b) => compare(a.name, b.name)),
    files: image.files.toSorted(byPath),
  };
  const instructions = imageDockerfile(plain, { repository: undefined, cacheMounts: false }).filter(doesSomething);
  const dockerfile = { path: "Dockerfile", text: printDockerfile(instructions, undefined).text };
  const lists = packageFiles(plain, "").map((file) => ({ ...file, text: file.text.replace(/^ *#.*\n/gm, "") }));
  return fingerprint([dockerfile, ...lists, ...declaredFiles(plain, "")]);
}

function doesSomething(instruction: DockerInstruction): boolean {
  return instruction.kind !== "comment" && instruction.kind !== "blank" && instruction.kind !== "label";
}

function byText(a: PackageRequirement, b: PackageRequirement): number {
  return compare(a.requirement.text, b.requirement.text);
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return compare(a.path, b.path);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The file in `folder`; undefined where the image asks for no package by pip. */
function requirementsTxt(image: Image, folder: string): OutputFile | undefined {
  if (image.pip.length === 0) return undefined;
  const lines = [{ text: `# ${generatedNote(image)}` }, ...requirementLines(image.pip, ({ text }) => text)];
  return textFile(`${folder}/requirements.txt`, lines, image.span);
}

// The environment that Otter grades in: the image's own packages, since an autograder of its own default versions grades work that
// ran on others.

/** The name that Otter gives it (otter-grader 6 and 7, `otter generate`). */
const name = "otter-env";

/** The command in the words of the image's own Otter. */
function noteFor(image: Image): string {
  const command = "For an autograder: otter generate --environment environment.yml";
  const option = "--exclude-conda-defaults";
  const has = canExcludeCondaDefaults(image);
  if (has === undefined) return `${command} (Otter 6.1 and 6.2 need ${option}; Otter 7 does not know it)`;
  return has ? `${command} ${option}` : command;
}

/**
 * The file below `folder`, the image's, for `otter generate --environment` and the `environment` of an assignment; undefined where no
 * course grades with Otter on this image. An autograder has no R unless the file asks for one.
 */
function autograder(image: Image, courses: readonly Course[], folder: string): OutputFile | undefined {
  const grades = courses.some((course) => course.image.value === image.name && course.grading?.kind === "otter");
  return grades
    ? environmentYml(image, `${folder}/autograder`, { name, hasR: false, note: noteFor(image) })
    : undefined;
}

/** The file in `folder`, the image's. Its format takes comments (containers.dev, devcontainer.json reference). */
function devcontainer(image: Image, folder: string): OutputFile {
  const settings = {
    name: image.name,
    build: { dockerfile: "../Dockerfile", context: ".." },
    remoteUser: image.user.value,
    // The image's own command would start a server for a hub.
    overrideCommand: true,
    customizations: { vscode: { extensions: ["ms-python.python", "ms-toolsai.jupyter"] } },
  };
  const text = [`// ${generatedNote(image)}`, ...printJson(settings).trimEnd().split("\n")];
  const origin = (line: string) => (line.startsWith('  "remoteUser"') ? image.user.span : undefined);
  const lines = text.map((line) => ({ text: line, origin: origin(line) }));
  return textFile(`${folder}/devcontainer/devcontainer.json`, lines, image.span);
}
