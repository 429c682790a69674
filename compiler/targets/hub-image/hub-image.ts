// A hub image for sign-in that the chart's own hub image can't do.

import { authenticators } from "../../knowledge/authenticators.ts";
import { chartHubImage } from "../../knowledge/chart.ts";
import type { Model } from "../../model/model.ts";
import type { Release } from "../../model/release.ts";
import { hubImageName } from "../../model/reserved-names.ts";
import { fingerprint } from "../../output/digest.ts";
import { type DockerInstruction, printDockerfile } from "../../output/dockerfile.ts";
import type { OutputFile } from "../../output/output-file.ts";

export interface HubImage {
  readonly name: string;
  readonly tag: string;
  /** Below the output folder. */
  readonly folder: string;
  /** Absent for an image that the program declares, which is written with the others. */
  readonly file: OutputFile | undefined;
}

/** Images that the program declares, by their declarations' names, with what they are pushed as. A map is one. */
export interface NamedImages {
  readonly get: (declared: string) => { readonly name: string; readonly tag: string } | undefined;
}

/** The hub image that a release needs; none where the chart's own will do, or one that is built elsewhere. */
export function hubImage(release: Release, model: Model, images: NamedImages): HubImage | undefined {
  const said = release.hubImage?.value;
  if (said?.kind === "declared") return declaredImage(said.name, images);
  const needs = authenticators[release.auth.variant]?.needs;
  if (needs === undefined || said !== undefined) return undefined;
  const image = hubImageName(release.auth.variant);
  const instructions: DockerInstruction[] = [
    { kind: "comment", text: `The hub of chart ${model.project.chart.value} with ${needs.note}.` },
    { kind: "from", image: `${chartHubImage}:${model.project.chart.value}` },
    { kind: "user", value: "root" },
    { kind: "run", commands: [`pip install --no-cache-dir '${needs.requirement}'`] },
    { kind: "user", value: "jovyan" },
  ];
  const printed = printDockerfile(instructions, release.auth.span);
  const registry = model.project.registry?.value ?? "localhost";
  const path = `images/${image}/Dockerfile`;
  return {
    name: `${registry}/${image}`,
    tag: fingerprint([{ path: "Dockerfile", text: printed.text }]),
    folder: `images/${image}`,
    file: { path, ...printed },
  };
}

function declaredImage(declared: string, images: NamedImages): HubImage | undefined {
  const image = images.get(declared);
  return image && { name: image.name, tag: image.tag, folder: `images/${declared}`, file: undefined };
}
