// Folders from which images are built, as repo2docker and Docker read them (repo2docker 2024.07, docs/config_files.md), as declarations.

import type { LeftOut, NamedTree } from "../../audit/layouts.ts";
import type { SourceFile } from "../../text/source-file.ts";
import { nameFrom } from "../print-data.ts";
import {
  type FolderFiles,
  filesBeside,
  folderInImage,
  type ImageDraft,
  imageDraft,
  leave,
  printImage,
} from "./image-draft.ts";
import { nameOf, readAptFile, readEnvironmentFile, readInstallFile, readRequirementsFile } from "./package-files.ts";
import { readDockerfile } from "./read-dockerfile.ts";

/** A folder with the files of an image. */
export interface ImageFolder extends FolderFiles {
  /** From the folder that was named; empty for that itself. */
  readonly path: string;
  /** What the folder that was named is called. */
  readonly named: string;
  /** The name of the hub whose image it is, by the layout. */
  readonly hub: string | undefined;
}

/** An image of a folder, as the program has it. */
export interface FolderImage {
  readonly name: string;
  readonly path: string;
  readonly hub: string | undefined;
  /** The declaration, not laid out; undefined where nothing of the folder can be said. */
  readonly text: string | undefined;
  /** Files of the folder that the program takes along, by their path in it. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly packages: Readonly<Record<"conda" | "pip" | "apt" | "cran", number>>;
  /** Lines of a Dockerfile, and commands, that stand as they are. */
  readonly lines: number;
  readonly left: readonly LeftOut[];
}

const described = [
  "Dockerfile",
  "environment.yml",
  "environment.yaml",
  "requirements.txt",
  "apt.txt",
  "install.R",
  "postBuild",
  "runtime.txt",
];
const binder = /(?:^|\/)\.?binder$/;
const ofHub = /(?:^|\/)deployments\/([^/]+)\/image(?:\/\.?binder)?$/;

/** The folders of images in a tree; where it holds hubs, those that the layout gives to one of them. */
export function imageFoldersIn({ tree, named, hasHubs }: NamedTree): readonly ImageFolder[] {
  const folders = [
    ...new Set(tree.paths.filter((path) => described.includes(path.split("/").at(-1) ?? "")).map(parentOf)),
  ];
  const own = folders.filter((folder) => {
    if (hasHubs) return ofHub.test(folder);
    // What lies below the folder of an image is that image's, but for one with a Dockerfile; of a folder and its `binder`, the latter is read.
    const isOwn = binder.test(folder) || tree.paths.includes(folder === "" ? "Dockerfile" : `${folder}/Dockerfile`);
    const above = folders.some((other) => other !== folder && isBelow(folder, other));
    return (
      (isOwn || !above) &&
      !folders.some((other) => other !== folder && binder.test(other) && parentOf(other) === folder)
    );
  });
  return own.map((path) => ({
    path,
    named,
    hub: ofHub.exec(path)?.[1],
    paths:
      path === ""
        ? tree.paths
        : tree.paths.filter((one) => isBelow(one, path)).map((one) => one.slice(path.length + 1)),
    read: (name) => tree.read(path === "" ? name : `${path}/${name}`),
  }));
}

/** The images of folders, each by a name of its own. */
export function readImageFolders(folders: readonly ImageFolder[]): readonly FolderImage[] {
  const taken = new Set<string>();
  return folders.map((folder) => {
    const { hub, path, named } = folder;
    const wanted = nameFrom(hub === undefined ? nameOfFolder(path) || nameOfFolder(named) || "image" : `${hub}-image`);
    let name = wanted;
    for (let i = 2; taken.has(name); i++) name = `${wanted}-${i}`;
    taken.add(name);
    return readImageFolder(folder, name);
  });
}

function readImageFolder(folder: ImageFolder, name: string): FolderImage {
  const { path, hub, read } = folder;
  const draft = imageDraft(name, folder);
  const dockerfile = read("Dockerfile");
  if (dockerfile === undefined) readBinderFiles(draft);
  else readDockerfile(dockerfile, draft);
  const { conda, pip, apt, cran } = draft.packages;
  return {
    name: draft.name,
    path,
    hub,
    text: draft.base === undefined && draft.parent === undefined ? undefined : printImage(draft),
    files: draft.base === undefined && draft.parent === undefined ? [] : filesBeside(draft),
    packages: { conda: conda.length, pip: pip.length, apt: apt.length, cran: cran.length },
    lines: draft.dockerfile.length + draft.run.length,
    left: draft.left,
  };
}

/** Files that repo2docker installs on its own base, which has JupyterLab; with R, an image that has RStudio too. */
function readBinderFiles(draft: ImageDraft): void {
  const { read } = draft;
  const environment = read("environment.yml") ?? read("environment.yaml");
  const requirements = read("requirements.txt");
  const script = read("install.R");
  if (environment !== undefined) readEnvironmentFile(environment, draft);
  else if (requirements !== undefined) readRequirementsFile(requirements, draft);
  const hasCondaR = draft.packages.conda.some(({ text }) => /^(?:conda-forge::)?r-base\b/.test(text));
  draft.parent = script !== undefined && !hasCondaR ? "std.rstudio" : "std.jupyterlab";
  const apt = read("apt.txt");
  if (apt !== undefined) readAptFile(apt, draft);
  readRuntime(draft);
  if (script !== undefined && !readInstallFile(script, draft)) addScript(draft, script, "Rscript");
  const last = read("postBuild");
  if (last !== undefined) addScript(draft, last, interpreterOf(last));
  const unread: readonly (readonly [name: string, why: string])[] = [
    [
      "start",
      "no image holds what starts before a server: have it built elsewhere, or say it by `command` in a hub's `start`",
    ],
    ["Project.toml", "no block takes packages of Julia: install them by `run`"],
    ["Pipfile", "no block reads it: write its packages into `pip`"],
    ["setup.py", "the folder itself is no package that an image takes: install it by its address in `pip`"],
    ["pyproject.toml", "the folder itself is no package that an image takes: install it by its address in `pip`"],
    ["DESCRIPTION", "the folder itself is no package that an image takes: install it by `run`"],
    ["default.nix", "nothing here reads Nix"],
  ];
  for (const [name, why] of unread) if (read(name) !== undefined) leave(draft, name, why);
}

function readRuntime(draft: ImageDraft): void {
  const text = draft.read("runtime.txt")?.text.trim();
  if (text === undefined) return;
  const [, python] = /^python-(3\.\d{1,2}(?:\.\d{1,2})?)$/.exec(text) ?? [];
  if (python === undefined)
    leave(draft, "runtime.txt", `\`${text}\`: an image says the version of Python alone; that of R is its base's`);
  else draft.python ??= { text: python, comments: [] };
}

/** A script, with the files beside it that it names, in a folder of the image; it runs in a copy that it may write in. */
function addScript(draft: ImageDraft, file: SourceFile, interpreter: string): void {
  const folder = folderInImage(draft);
  const names = new Set([nameOf(file), ...[...file.text.matchAll(/[\w.-]+\.[A-Za-z]\w*/g)].map(([name]) => name)]);
  for (const name of names) if (draft.read(name) !== undefined) draft.files.set(`${folder}/${name}`, name);
  draft.run.push(`cd "$(mktemp -d)" && cp ${folder}/* . && ${interpreter} ${nameOf(file)}`);
}

/** What its first line names; bash where it names none. */
function interpreterOf({ text }: SourceFile): string {
  const [, path = "", argument] = /^#!\s*(\S+)(?:[ \t]+(\w[\w.-]*))?/.exec(text) ?? [];
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name === "env" ? (argument ?? "bash") : /^\w[\w.-]*$/.test(name) ? name : "bash";
}

function parentOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

/** The last folder that says more than that images are in it. */
function nameOfFolder(path: string): string {
  const parts = path.split("/").filter((part) => !/^\.*$|^\.?binder$|^images?$/.test(part));
  return parts.at(-1) ?? "";
}

function isBelow(folder: string, other: string): boolean {
  return other === "" ? folder !== "" : folder.startsWith(`${other}/`);
}
