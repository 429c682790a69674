// The .hub files of a project's folder. Links to folders are not followed, so that a walk always ends and never leaves the
// project; links to files are listed, since mounted configuration arrives that way.

import { type Dirent, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import type { LeftOutBecause } from "../diagnostics/file-diagnostics.ts";
import { append } from "../text/many.ts";
import { diskReason } from "./disk-reason.ts";
import { notAFile } from "./read-bytes.ts";
import type { ReadText } from "./read-text.ts";
import { declaresProject, outSetting } from "./scan-hub-text.ts";

/** A file and what reading it gave. `path` is relative to the project's root, with `/`. */
export interface FoundFile {
  readonly path: string;
  readonly read: ReadText;
}

export interface WalkedProject {
  readonly files: readonly FoundFile[];
  /** Paths of `.hub` names that are links. */
  readonly links: readonly string[];
  /** `.hub` names that are pipes, sockets or devices. */
  readonly noFiles: readonly { readonly path: string; readonly reason: string }[];
  /** Folders left out because they hold a `project` of their own. */
  readonly otherProjects: readonly string[];
  /** All folders and hidden files that are left out, and the `.hub` files in each and below it; none of those is empty. */
  readonly leftOut: readonly LeftOutPaths[];
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
}

export interface LeftOutPaths {
  /** Or the one hidden file. */
  readonly folder: string;
  readonly because: LeftOutBecause;
  readonly paths: readonly string[];
}

/**
 * Walks `root`, reading each file with `read`. Hidden folders and files, `node_modules`, the project's output folder and folders with a `project`
 * of their own are left out. Nothing else is, whatever lies beside: a build writes no `.hub` file.
 */
export function walkProject(root: string, read: (path: string) => ReadText): WalkedProject {
  const found = { files: [], links: [], noFiles: [], otherProjects: [], leftOut: [], unreadable: [] };
  const walk: Walk = { root, read, out: "out", ...found };
  visit(walk, "");
  return walk;
}

interface Walk {
  readonly root: string;
  readonly read: (path: string) => ReadText;
  out: string;
  readonly files: FoundFile[];
  readonly links: string[];
  readonly noFiles: { path: string; reason: string }[];
  readonly otherProjects: string[];
  readonly leftOut: LeftOutPaths[];
  readonly unreadable: { path: string; reason: string }[];
}

function visit(walk: Walk, folder: string): void {
  const entries = entriesOf(walk, folder);
  const hubs = entries.filter((entry) => entry.name.endsWith(".hub") && !entry.name.startsWith("."));
  const files = hubs
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(folder, entry.name))
    .map((path) => ({ path, read: walk.read(join(walk.root, path)) }));
  const project = files.find((file) => file.read.text !== undefined && declaresProject(file.read.text));
  if (project !== undefined && folder !== "") {
    walk.otherProjects.push(folder);
    leaveOut(walk, folder, "project");
    return;
  }
  if (project !== undefined)
    walk.out = posix.normalize(outSetting(project.read.text ?? "") ?? "out").replace(/\/$/, "");
  append(walk.files, files);
  for (const { name } of entries.filter((entry) => entry.isFile() && /^\..*\.hub$/.test(entry.name))) {
    const path = posix.join(folder, name);
    walk.leftOut.push({ folder: path, because: "hidden-file", paths: [path] });
  }
  walk.links.push(...hubs.filter((entry) => entry.isSymbolicLink()).map((entry) => posix.join(folder, entry.name)));
  walk.noFiles.push(
    ...hubs
      .filter((entry) => !entry.isFile() && !entry.isSymbolicLink() && !entry.isDirectory())
      .map((entry) => ({ path: posix.join(folder, entry.name), reason: notAFile(entry) })),
  );
  for (const entry of entries) {
    if (!entry.isDirectory()) continue;
    const below = posix.join(folder, entry.name);
    const because = reasonToLeaveOut(entry.name, below, walk);
    if (because === undefined) visit(walk, below);
    else leaveOut(walk, below, because);
  }
}

function reasonToLeaveOut(name: string, path: string, { out }: Walk): LeftOutBecause | undefined {
  if (name.startsWith(".")) return "hidden";
  if (name === "node_modules") return "node_modules";
  return path === out ? "out" : undefined;
}

function leaveOut(walk: Walk, folder: string, because: LeftOutBecause): void {
  const paths = hubsBelow(walk.root, folder);
  if (paths.length > 0) walk.leftOut.push({ folder, because, paths });
}

/** Folders that tools make, in which nobody keeps a program: git's own, and JupyterLab's copies of files that are edited. */
const ofTools: ReadonlySet<string> = new Set([".git", ".ipynb_checkpoints"]);

/**
 * The `.hub` files in a folder and below it. What pip, npm or a cache put there is no part of anybody's program; but their marks count only
 * where a program never is, since whoever may add a file could leave a policy out by one, and unsaid.
 */
function hubsBelow(root: string, folder: string): string[] {
  if (ofTools.has(posix.basename(folder))) return [];
  const entries = entriesOrNone(join(root, folder));
  const names = new Set(entries.map(({ name }) => name));
  const isInstalled = names.has("package.json") && /(?:^|\/)node_modules\//.test(folder);
  const isNeverRead = folder.split("/").some((name) => name.startsWith(".") || name === "node_modules");
  if (isInstalled || (isNeverRead && (names.has("pyvenv.cfg") || names.has("CACHEDIR.TAG")))) return [];
  return entries.flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return hubsBelow(root, path);
    return entry.isFile() && entry.name.endsWith(".hub") ? [path] : [];
  });
}

/** What can't be read there is no part of the program either. */
function entriesOrNone(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

function entriesOf(walk: Walk, folder: string): readonly Dirent[] {
  try {
    return readdirSync(join(walk.root, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    walk.unreadable.push({ path: folder, reason: diskReason(error) });
    return [];
  }
}
