// The image as a folder for Binder: repo2docker's own files, so that the same packages run where nobody has a hub. No Dockerfile is among
// them, since repo2docker would then look at nothing else.

import type { Image } from "../../model/model.ts";
import { commentLines } from "../../output/comment-lines.ts";
import { type OutputFile, type OutputLine, textFile } from "../../output/output-file.ts";
import { shellQuote } from "../../output/shell-script.ts";
import { contextPath, declaredFiles } from "./declared-files.ts";
import { environmentYml } from "./environment-yml.ts";
import { generatedNote } from "./generated-note.ts";
import { installR } from "./install-r.ts";
import { aptTxt } from "./requirement-lines.ts";

/**
 * The files below `folder`, the image's, in `binder/`; none for an image that says nothing beyond its base. Sources: repo2docker
 * 2026, docs/source/configuration and buildpacks/conda, which runs no install.R of its own and has no R unless environment.yml asks for one.
 */
export function binder(image: Image, folder: string): readonly OutputFile[] {
  const own = `${folder}/binder`;
  const inHome = filesInHome(image);
  const files = [
    environmentYml(image, own, { name: image.name, hasR: false }),
    aptTxt(image, own),
    installR(image, own),
    start(image, own),
    postBuild(image, own),
    ...declaredFiles({ ...image, files: inHome }, own),
  ];
  return files.filter((file) => file !== undefined);
}

function filesInHome(image: Image): Image["files"] {
  return image.files.filter((file) => pathInHome(image, file.path) !== undefined);
}

/** A path below the home folder, from there; undefined for another one. */
function pathInHome(image: Image, path: string): string | undefined {
  const home = `${image.home.value.replace(/\/+$/, "")}/`;
  return path.startsWith(home) && !/[\n\r\0]/.test(path) ? path.slice(home.length) : undefined;
}

/** Sets the image's variables: repo2docker has no file for them. */
function start(image: Image, folder: string): OutputFile | undefined {
  if (image.env.length === 0) return undefined;
  // A Dockerfile takes names that a shell does not.
  const named = image.env.filter(({ name }) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name));
  const exports = named.flatMap(({ name, value, span }) => script(`export ${name}=${shellQuote(value)}`, span));
  const lines = [...opening(image), ...exports, { text: "" }, { text: 'exec "$@"' }];
  return { ...textFile(`${folder}/start`, lines, image.span), executable: true };
}

/** What is left to do once the packages are there, by the person and not by root. */
function postBuild(image: Image, folder: string): OutputFile | undefined {
  const steps = [...left(image), ...rSteps(image), ...fileSteps(image), ...commandSteps(image)];
  if (steps.length === 0) return undefined;
  return { ...textFile(`${folder}/postBuild`, [...opening(image), ...steps], image.span), executable: true };
}

function opening(image: Image): readonly string[] {
  return ["#!/usr/bin/env bash", `# ${generatedNote(image)}`, "set -euo pipefail", ""];
}

/** Says what Binder can't have. */
function left(image: Image): readonly OutputLine[] {
  const outside = image.files.filter((file) => pathInHome(image, file.path) === undefined);
  const lines = outside.flatMap(({ path, span }) =>
    comment(`Left out: ${path}, since nothing outside of the home folder can be written here.`, span),
  );
  const own = image.dockerfile;
  if (own === undefined || own.value.trim() === "") return lines;
  return [...lines, ...comment("Left out: the lines of the image's own Dockerfile text.", own.span)];
}

function rSteps(image: Image): readonly OutputLine[] {
  const [first] = image.cran;
  return first === undefined ? [] : [{ text: 'Rscript "$(dirname "$0")/install.R"', origin: first.span }];
}

function fileSteps(image: Image): readonly OutputLine[] {
  return filesInHome(image).map((file) => {
    const destination = `"$HOME"/${shellQuote(pathInHome(image, file.path) ?? "")}`;
    const source = `"$(dirname "$0")"/${shellQuote(contextPath(file))}`;
    return { text: `install -D -m 644 ${source} ${destination}`, origin: file.span };
  });
}

function commandSteps(image: Image): readonly OutputLine[] {
  const commands = image.run.filter(({ value }) => value.trim() !== "" && !value.includes("\0"));
  return commands.flatMap(({ value, span }) =>
    script(`sh -c ${shellQuote(value.replace(/\r\n?/g, "\n").trim())}`, span),
  );
}

/** A text of a script as lines. */
function script(text: string, origin: OutputLine["origin"]): readonly OutputLine[] {
  return text.split("\n").map((line) => ({ text: line, origin }));
}

function comment(text: string, origin: OutputLine["origin"]): readonly OutputLine[] {
  return commentLines(text).map((line) => ({ text: line, origin }));
}
