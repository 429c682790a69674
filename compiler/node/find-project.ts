// Which folder, or file, a command is about.

import { readdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { limits } from "../text/limits.ts";
import { diskReason } from "./disk-reason.ts";
import { notAFile } from "./read-bytes.ts";
import { readText } from "./read-text.ts";
import { declaresProject } from "./scan-hub-text.ts";

/** The program that a command works on: a folder, or one file of it that is then the whole program. */
export interface ProjectPlace {
  /** Absolute. */
  readonly root: string;
  /** The name of the one file, in `root`. */
  readonly only?: string;
}

/** Why there is no program to work on, in a sentence. */
export interface NoProject {
  readonly problem: string;
}

/**
 * The place that `path` names. Without a path, the nearest folder from `cwd` upwards that holds a `.hub` file with a `project`,
 * else `cwd`.
 */
export function findProject(path: string | undefined, cwd: string): ProjectPlace | NoProject {
  if (path === undefined) return { root: nearestProject(cwd) ?? resolve(cwd) };
  const absolute = resolve(cwd, path);
  try {
    const stat = statSync(absolute);
    if (stat.isDirectory()) return { root: absolute };
    if (!absolute.endsWith(".hub") && !stat.isFile()) return { problem: `${path} is no .hub file: ${notAFile(stat)}.` };
    if (!absolute.endsWith(".hub")) return { problem: `${path} is neither a folder nor a .hub file.` };
    return { root: dirname(absolute), only: basename(absolute) };
  } catch (error) {
    return { problem: `${path} can't be read: ${diskReason(error)}.` };
  }
}

/** The nearest folder from `cwd` upwards that holds a `.hub` file with a `project`. */
export function nearestProject(cwd: string): string | undefined {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (hubFiles(folder).some((file) => declaresProject(textOrNothing(join(folder, file))))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

function hubFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(".hub") && !name.startsWith("."));
  } catch {
    return [];
  }
}

function textOrNothing(path: string): string {
  return readText(path, limits.sourceFile).text ?? "";
}
