// What base images bring, as their own documentation says. It decides whether a lack is certain: of an image that is not here, nobody
// knows what it holds.

import { lookUp } from "../text/look-up.ts";
import type { Feature } from "./features.ts";
import { parseImageReference } from "./image-reference.ts";
import { everyVersion, rangeOf, type VersionRange } from "./version-range.ts";

/** What is known to be in a base. */
export interface BaseContents {
  readonly features: ReadonlySet<Feature>;
  /** The documentation names everything that matters here, so what it does not name is not there. */
  readonly complete: boolean;
}

// Last compared with its sources in 2026-11.

/** What the image of this reference brings; nothing for sure where it is not known. */
export function baseContents(reference: string): BaseContents {
  const parsed = parseImageReference(reference);
  const plain = (parsed?.repository ?? reference)
    .replace(/^(?:docker\.io|index\.docker\.io)\//, "")
    .replace(/^library\//, "");
  const stack = /^(?:quay\.io\/)?jupyter\/([a-z0-9-]+)$/.exec(plain)?.[1];
  if (stack !== undefined && Object.hasOwn(stacks, stack)) return stackContents(stack, parsed?.tag ?? "");
  const known = others.find(({ names }) => names.test(plain));
  return { features: new Set(known?.features), complete: known !== undefined };
}

/** The versions of JupyterHub that a base may bring; all where its name doesn't tell. JupyterHub 5.0 was released in May 2024. */
export function hubOfBase(reference: string): VersionRange {
  if (!baseContents(reference).features.has("jupyterhub")) return everyVersion;
  const tag = parseImageReference(reference)?.tag ?? "";
  const version = /(?:^|-)hub-(\d+\.\d+)\./.exec(tag)?.[1];
  if (version !== undefined) return rangeOf(`=${version}`);
  const date = /(?:^|-)(\d{4}-\d{2}-\d{2})$/.exec(tag)?.[1];
  return date !== undefined && date < "2024-05-16" ? rangeOf("<5") : everyVersion;
}

/**
 * Jupyter Docker Stacks: what each adds to JupyterLab and the notebook. Source: jupyter/docker-stacks, docs/using/selecting.md, 011bb719.
 */
const stacks: Readonly<Record<string, readonly Feature[]>> = {
  "docker-stacks-foundation": [],
  "base-notebook": [],
  "minimal-notebook": [],
  "r-notebook": ["r"],
  "julia-notebook": ["julia"],
  "scipy-notebook": ["widgets"],
  "tensorflow-notebook": ["widgets"],
  "pytorch-notebook": ["widgets"],
  "datascience-notebook": ["widgets", "r", "julia"],
  "pyspark-notebook": ["widgets"],
  "all-spark-notebook": ["widgets", "r"],
};

function stackContents(name: string, tag: string): BaseContents {
  const own = lookUp(stacks, name) ?? [];
  const features: Feature[] =
    name === "docker-stacks-foundation" ? [...own] : ["lab", "notebook", "jupyterhub", ...own];
  if (features.includes("lab")) features.push(...versionsByTag(tag));
  return { features: new Set(features), complete: true };
}

/**
 * Tags are dates, or name a version (`lab-4.5.3`). JupyterLab 4 was released in May 2023 and Notebook 7 in July 2023, and the stacks take the
 * newest; a tag of the weeks around says nothing.
 */
function versionsByTag(tag: string): Feature[] {
  const lab = /(?:^|-)lab-([34])\./.exec(tag)?.[1];
  if (lab !== undefined) return [lab === "3" ? "lab3" : "lab4"];
  const notebook = /(?:^|-)notebook-([67])\./.exec(tag)?.[1];
  if (notebook !== undefined) return [notebook === "6" ? "notebook6" : "notebook7"];
  const date = /(?:^|-)(\d{4}-\d{2}-\d{2})$/.exec(tag)?.[1];
  if (date === undefined) return [];
  return [
    ...byDate(date, ["2023-05-15", "2023-06-05"], ["lab3", "lab4"]),
    ...byDate(date, ["2023-07-18", "2023-08-07"], ["notebook6", "notebook7"]),
  ];
}

function byDate(
  date: string,
  [before, after]: readonly [string, string],
  [old, young]: readonly [Feature, Feature],
): Feature[] {
  if (date < before) return [old];
  return date >= after ? [young] : [];
}

const others: readonly { readonly names: RegExp; readonly features: readonly Feature[] }[] = [
  // Source: rocker-org/rocker-versioned2, README: R, RStudio Server, tidyverse and publishing tools; no Jupyter.
  {
    names: /^(?:ghcr\.io\/)?(?:rocker|rocker-org)\/(?:rstudio|tidyverse|verse|geospatial|shiny-verse)$/,
    features: ["r"],
  },
  { names: /^(?:ghcr\.io\/)?(?:rocker|rocker-org)\/r-ver$/, features: ["r"] },
  {
    names: /^(?:mambaorg\/micromamba|(?:quay\.io\/)?condaforge\/(?:miniforge3|mambaforge)|continuumio\/miniconda3)$/,
    features: [],
  },
  { names: /^(?:buildpack-deps|debian|ubuntu|python)$/, features: [] },
  { names: /^r-base$/, features: ["r"] },
];
