// environment.yml, as CEP 24 has it: conda's and pip's packages in one file, which one command installs together.

import { baseImage } from "../../knowledge/base-images.ts";
import type { Image, PackageRequirement } from "../../model/model.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { printYaml } from "../../output/print-yaml.ts";
import { mapping, withComment, withOrigin, type YamlNode } from "../../output/yaml-tree.ts";
import type { Span } from "../../text/span.ts";
import { generatedNote } from "./generated-note.ts";

/** Where the file is for something else than the image: the environment's name there, and whether an R is there already. */
export interface EnvironmentPlace {
  readonly name: string;
  readonly hasR: boolean;
  /** How the file is used there, for its head. */
  readonly note?: string;
}

/** The file in `folder`; undefined where the image asks for no Python, conda or pip package. */
export function environmentYml(
  image: Image,
  folder: string,
  place: EnvironmentPlace = inImage(image),
): OutputFile | undefined {
  const r = place.hasR ? [] : rLine(image);
  const dependencies = [...pythonLine(image), ...r, ...image.conda.map(line), ...pipLines(image)];
  if (dependencies.length === 0) return undefined;
  const tree = mapping([
    ["name", place.name],
    ["channels", channels(image)],
    ["dependencies", dependencies],
  ]);
  return {
    path: `${folder}/environment.yml`,
    ...printYaml([tree], {
      header: [generatedNote(image), ...(place.note === undefined ? [] : [place.note])],
      origin: image.span,
    }),
  };
}

/** Whether the environment's Python is chosen here, and not by the base. */
export function choosesPython(image: Image): boolean {
  return image.python !== undefined || asksFor(image, "python");
}

function pythonLine(image: Image): readonly YamlNode[] {
  const { python } = image;
  // The line in `conda` says it more exactly.
  if (python === undefined || asksFor(image, "python")) return [];
  const text = /^[<>=!~]/.test(python.value) ? `python${python.value}` : `python=${python.value}`;
  return [withOrigin(text, python.span)];
}

function inImage(image: Image): EnvironmentPlace {
  const hasR = image.base === undefined || baseImage(image.base.value).rLibrary !== undefined;
  return { name: image.name, hasR };
}

/** CRAN's packages need an R, and a base without one gets conda's. */
function rLine(image: Image): readonly YamlNode[] {
  const [first] = image.cran;
  if (first === undefined) return [];
  if (image.conda.some(({ requirement }) => /^r(?:-|$)/.test(requirement.name))) return [];
  return [withComment(withOrigin("r-base", first.span), "For install.R.")];
}

function pipLines(image: Image): readonly YamlNode[] {
  const [first] = image.pip;
  if (first === undefined) return [];
  const list = withOrigin(image.pip.map(line), first.span);
  const section = withOrigin(mapping([["pip", list]]), first.span);
  return asksFor(image, "pip") ? [section] : [withOrigin("pip", first.span), section];
}

function asksFor(image: Image, name: string): boolean {
  return image.conda.some(({ requirement }) => requirement.name === name);
}

function line({ requirement, span, doc }: PackageRequirement): YamlNode {
  const node = withOrigin(requirement.text, span);
  return doc === undefined ? node : withComment(node, doc);
}

/** Without `nodefaults` a client adds its own channels, which may be Anaconda's, with a licence that few universities have. */
function channels(image: Image): readonly YamlNode[] {
  const listed: readonly { readonly value: string; readonly span: Span }[] =
    image.channels.length > 0 ? image.channels : [{ value: "conda-forge", span: image.span }];
  const nodes = listed.map(({ value, span }) => withOrigin(value, span));
  const decided = listed.some(({ value }) => value === "nodefaults" || value === "defaults");
  return decided ? nodes : [...nodes, withOrigin("nodefaults", image.span)];
}
