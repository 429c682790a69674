// The .hub files of a project's folder. Links to folders are not followed, so that a walk always ends and never leaves the
// project; links to files are listed, since mounted configuration arrives that way.

import { type Dirent, readdirSync } from "node:fs";
import { join, posix } from "node:path";
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
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
}

/**
 * Walks `root`, reading each file with `read`. Hidden folders, `node_modules`, outputs of a build and folders with a `project`
 * of their own are left out.
 */
export function walkProject(root: string, read: (path: string) => ReadText): WalkedProject {
  const walk: Walk = { root, read, out: "out", files: [], links: [], noFiles: [], otherProjects: [], unreadable: [] };
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
  readonly unreadable: { path: string; reason: string }[];
}

function visit(walk: Walk, folder: string): void {
  const entries = entriesOf(walk, folder);
  const isOutput = folder !== "" && entries.some((entry) => entry.name === "hubc-manifest.json");
  if (isOutput) return;
  const hubs = entries.filter((entry) => entry.name.endsWith(".hub") && !entry.name.startsWith("."));
  const files = hubs
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(folder, entry.name))
    .map((path) => ({ path, read: walk.read(join(walk.root, path)) }));
  const project = files.find((file) => file.read.text !== undefined && declaresProject(file.read.text));
  if (project !== undefined && folder !== "") {
    walk.otherProjects.push(folder);
    return;
  }
  if (project !== undefined)
    walk.out = posix.normalize(outSetting(project.read.text ?? "") ?? "out").replace(/\/$/, "");
  walk.files.push(...files);
  walk.links.push(...hubs.filter((entry) => entry.isSymbolicLink()).map((entry) => posix.join(folder, entry.name)));
  walk.noFiles.push(
    ...hubs
      .filter((entry) => !entry.isFile() && !entry.isSymbolicLink() && !entry.isDirectory())
      .map((entry) => ({ path: posix.join(folder, entry.name), reason: notAFile(entry) })),
  );
  for (const entry of entries) {
    if (!entry.isDirectory() || entry.name.startsWith(".") || entry.name === "node_modules") continue;
    const below = posix.join(folder, entry.name);
    if (below !== walk.out) visit(walk, below);
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
