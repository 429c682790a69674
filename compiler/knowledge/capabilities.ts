// What an image brings, read from its packages. The table is small on purpose: it holds what outputs of this version depend on.
// Sources: JupyterLab's and jupyter-collaboration's documentation, tmpystore 84765e1; compared 2026-11.

import type { Image, PackageRequirement } from "../model/model.ts";

export interface Capabilities {
  /** The major version of JupyterLab; unknown where neither the packages nor the base say. */
  readonly lab: 3 | 4 | undefined;
  /** Can documents be edited together? Bundled with JupyterLab 3, a package of its own for 4. */
  readonly collaboration: boolean;
  /** A class that keeps the history of shared documents off the home folder. */
  readonly ystore: string | undefined;
  readonly nbgitpuller: boolean;
}

export function capabilitiesOf(image: Image): Capabilities {
  const provided = new Set(image.provides.map((one) => one.value));
  const lab = provided.has("lab3") ? 3 : provided.has("lab4") ? 4 : labVersion(image);
  return {
    lab,
    collaboration: provided.has("rtc") || lab === 3 || has(image, "jupyter-collaboration"),
    ystore: has(image, "tmpystore") ? "tmpystore.TmpYStore" : undefined,
    nbgitpuller: provided.has("nbgitpuller") || has(image, "nbgitpuller"),
  };
}

function has(image: Image, name: string): boolean {
  return packagesNamed(image, name).length > 0;
}

/** The lines for a package, in conda or pip; conda writes some names with `_`. */
export function packagesNamed(image: Image, name: string): PackageRequirement[] {
  return [...image.conda, ...image.pip].filter(({ requirement }) => requirement.name.replaceAll("_", "-") === name);
}

function labVersion(image: Image): 3 | 4 | undefined {
  const line = packagesNamed(image, "jupyterlab")[0];
  const first = line?.requirement.version?.match(/(\d+)/)?.[1];
  if (first === "3" || first === "4") return first === "3" ? 3 : 4;
  const base = image.base?.value ?? image.prebuilt?.value ?? "";
  // Jupyter's own stacks moved to JupyterLab 4 in June 2023; their tags are dates (jupyter/docker-stacks, changelog).
  const date = /(?:^|\/)jupyter\/[a-z-]+:(\d{4}-\d{2}-\d{2})$/.exec(base)?.[1];
  return date === undefined ? undefined : date < "2023-06-01" ? 3 : 4;
}
