// What an image brings, read from its packages and its base. Where neither tells, the answer is that nobody knows: an image that is built
// elsewhere, or whose commands install a file's packages, may hold anything.

import type { Image, PackageRequirement } from "../model/model.ts";
import { type BaseContents, baseContents } from "./base-contents.ts";
import { type Feature, features } from "./features.ts";
import { exclude, rangeOf, versionRange } from "./version-range.ts";

/** What outputs depend on. */
export interface Capabilities {
  /** The major version of JupyterLab; unknown where neither the packages nor the base say. */
  readonly lab: 3 | 4 | undefined;
  /** Can documents be edited together? Bundled with JupyterLab 3, a package of its own for 4. */
  readonly collaboration: boolean;
  /** A class that keeps the history of shared documents off the home folder. */
  readonly ystore: string | undefined;
  readonly nbgitpuller: boolean;
}

/** Does an image bring a feature? */
export type Provision = "yes" | "no" | "unknown";

/** Sources: JupyterLab's and jupyter-collaboration's documentation, tmpystore 84765e1; compared 2026-11. */
export function capabilitiesOf(image: Image): Capabilities {
  return {
    lab: provision(image, "lab3") === "yes" ? 3 : provision(image, "lab4") === "yes" ? 4 : undefined,
    collaboration: provision(image, "rtc") === "yes",
    ystore: packagesNamed(image, "tmpystore").length > 0 ? "tmpystore.TmpYStore" : undefined,
    nbgitpuller: provision(image, "nbgitpuller") === "yes",
  };
}

/** Whether the image brings `feature`: its own list of what it provides decides, then its packages, its commands and its base. */
export function provision(image: Image, feature: Feature): Provision {
  const answers = known.get(image) ?? new Map<Feature, Provision>();
  known.set(image, answers);
  const answer = answers.get(feature) ?? workOut(image, feature);
  answers.set(feature, answer);
  return answer;
}

/** Answers by image: a campus asks the same of one image for every course. */
const known = new WeakMap<Image, Map<Feature, Provision>>();

function workOut(image: Image, feature: Feature): Provision {
  const declared = new Set(image.provides.map((one) => one.value));
  if (declared.has(feature) || (implied[feature] ?? []).some((other) => declared.has(other))) return "yes";
  const base = baseContents(image.base?.value ?? image.prebuilt?.value ?? "");
  const answer = versioned[feature]?.(image, declared, base) ?? byPackages(image, feature, base);
  if (answer !== "no" && answer !== "unknown") return answer;
  // Nobody lists what every image for hubs has.
  if (image.prebuilt !== undefined && declared.size > 0 && feature !== "jupyterhub") return "no";
  return answer === "no" && mayInstallMore(image) ? "unknown" : answer;
}

/** The lines for a package, in conda or pip; conda writes some names with `_`. */
export function packagesNamed(image: Image, name: string): PackageRequirement[] {
  return [...image.conda, ...image.pip].filter(({ requirement }) => plainName(requirement.name) === name);
}

/** Features that another one includes. */
const implied: Partial<Record<Feature, readonly Feature[]>> = {
  lab: ["lab3", "lab4"],
  notebook: ["notebook6", "notebook7"],
};

export function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[_.]/g, "-");
}

function byPackages(image: Image, feature: Feature, base: BaseContents): Provision {
  const names = new Set(features[feature].packages);
  const lines = [...image.conda, ...image.pip, ...image.apt, ...image.cran];
  if (lines.some(({ requirement }) => names.has(plainName(requirement.name)))) return "yes";
  if (base.features.has(feature) || (implied[feature] ?? []).some((other) => base.features.has(other))) return "yes";
  const spoken = commandsSay(image, features[feature].packages);
  if (spoken !== "nothing") return spoken === "installed" ? "yes" : "unknown";
  return base.complete ? "no" : "unknown";
}

type Answer = (image: Image, declared: ReadonlySet<string>, base: BaseContents) => Provision;

const versioned: Partial<Record<Feature, Answer>> = {
  lab3: (image, declared, base) => labIs(3, image, declared, base),
  lab4: (image, declared, base) => labIs(4, image, declared, base),
  notebook6: (image, declared, base) => notebookIs(6, image, declared, base),
  notebook7: (image, declared, base) => notebookIs(7, image, declared, base),
  // JupyterLab 3 has it built in.
  rtc: (image, declared, base) => (labIs(3, image, declared, base) === "yes" ? "yes" : byPackages(image, "rtc", base)),
  // R packages are installed into an R, which the image gets where its base has none.
  r: (image, _declared, base) =>
    image.cran.length > 0 || image.conda.some(({ requirement }) => /^r-/.test(requirement.name))
      ? "yes"
      : byPackages(image, "r", base),
};

function labIs(version: 3 | 4, image: Image, declared: ReadonlySet<string>, base: BaseContents): Provision {
  if (declared.has("lab3") || declared.has("lab4")) return "no";
  if (commandsSay(image, ["jupyterlab"]) === "installed") return "unknown";
  const own = onlyMajor(image, "jupyterlab", [3, 4]);
  if (own !== undefined) return own === version ? "yes" : "no";
  const says = (name: string, constraint: string) =>
    packagesNamed(image, name).some(({ requirement }) => !exclude(versionRange(requirement), rangeOf(constraint)));
  // Notebook 7 and jupyter-collaboration are made of JupyterLab 4's parts.
  const four = onlyMajor(image, "notebook", [6, 7]) === 7 || says("jupyter-collaboration", ">=1");
  if (four) return version === 4 ? "yes" : "no";
  return ofBase(
    base,
    { asked: version === 3 ? "lab3" : "lab4", other: version === 3 ? "lab4" : "lab3", any: "lab" },
    packagesNamed(image, "jupyterlab").length > 0,
  );
}

function notebookIs(version: 6 | 7, image: Image, declared: ReadonlySet<string>, base: BaseContents): Provision {
  if (declared.has("notebook6") || declared.has("notebook7")) return "no";
  if (commandsSay(image, ["notebook"]) === "installed") return "unknown";
  const own = onlyMajor(image, "notebook", [6, 7]);
  if (own !== undefined) return own === version ? "yes" : "no";
  return ofBase(
    base,
    {
      asked: version === 6 ? "notebook6" : "notebook7",
      other: version === 6 ? "notebook7" : "notebook6",
      any: "notebook",
    },
    packagesNamed(image, "notebook").length > 0,
  );
}

interface Versions {
  readonly asked: Feature;
  readonly other: Feature;
  readonly any: Feature;
}

/** What the base says of a version; `listed`: the image's packages name the program, and leave its version open. */
function ofBase(base: BaseContents, { asked, other, any }: Versions, listed: boolean): Provision {
  if (base.features.has(asked)) return "yes";
  if (base.features.has(other)) return "no";
  return base.complete && !base.features.has(any) && !listed ? "no" : "unknown";
}

/** The only one of these major versions that all lines for a package admit; 0 where they admit none of them. */
function onlyMajor(image: Image, name: string, majors: readonly number[]): number | undefined {
  const ranges = packagesNamed(image, name).map(({ requirement }) => versionRange(requirement));
  const left = majors.filter((major) => !ranges.some((range) => exclude(range, rangeOf(`>=${major},<${major + 1}`))));
  return left.length > 1 ? undefined : (left[0] ?? 0);
}

/** Do the image's own commands install one of these packages, or speak of it? */
function commandsSay(image: Image, names: readonly string[]): "installed" | "named" | "nothing" {
  const commands = commandsOf(image).split(/[;\n]|&&|\|\|/);
  let said: "named" | "nothing" = "nothing";
  // `jupyter` is the name of a command, too.
  for (const name of names.filter((one) => one !== "jupyter")) {
    const pattern = new RegExp(`(?<![\\w-])${name.replaceAll("-", "[-_.]")}`, "i");
    for (const command of commands.filter((one) => pattern.test(one))) {
      if (installer.test(command)) return "installed";
      said = "named";
    }
  }
  return said;
}

const installer =
  /\b(?:pip3?|conda|mamba|micromamba|pixi|uv|apt|apt-get|npm|install2\.r|installr)\b.*\b(?:install|add)\b|^\s*install2\.r\b/;

/** Does this command install packages of Python or of R? Those of the system and of Node are no part of an environment of conda. */
export function installsPackages(commands: string): boolean {
  return commands
    .replaceAll(/\\\r?\n/g, " ")
    .split(/[;\n]|&&|\|\|/)
    .some((command) => languageInstaller.test(command));
}

const languageInstaller =
  /\b(?:pip3?|conda|mamba|micromamba|pixi|uv|poetry)\b.*\b(?:install|add|sync|create|update)\b|\binstall2\.r\b|\binstall\.packages\(|\b(?:remotes|devtools|pak|BiocManager)::\w*install/;

/** Commands that install what a file or another place lists. */
function mayInstallMore(image: Image): boolean {
  return /\b(?:pip3?|conda|mamba|micromamba|pixi|uv|poetry)\b[^\n;&|]*\b(?:install|update|create|sync)\b[^\n;&|]*(?:\s-[rf]\b|--file|--requirement|\.txt\b|\.ya?ml\b|\.lock\b|:\/\/|\s\.)/.test(
    commandsOf(image),
  );
}

function commandsOf(image: Image): string {
  return [...image.run.map(({ value }) => value), image.dockerfile?.value ?? ""].join("\n");
}
