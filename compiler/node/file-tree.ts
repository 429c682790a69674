// The files of a folder for those who look for values files: every file below it, read when it is asked for. What can't be read is reported.

import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { FileTree, LeftOut } from "../audit/layouts.ts";
import { limits } from "../text/limits.ts";
import { createSourceFile, type SourceFile } from "../text/source-file.ts";
import { diskReason } from "./disk-reason.ts";
import { readText } from "./read-text.ts";

const leftOutFolders: ReadonlySet<string> = new Set([".git", "node_modules"]);

export interface FolderTree extends FileTree {
  /** What could not be read so far. */
  readonly unread: readonly LeftOut[];
}

/** `shown`: what stands before each path where people read it. Links are not followed. */
export function fileTree(root: string, shown: string): FolderTree {
  const unread: LeftOut[] = [];
  const paths: string[] = [];
  const walk = (folder: string, depth: number) => {
    const path = relative(root, folder).split(sep).join("/");
    if (depth > limits.folderDepth) {
      unread.push({ path: shown + path, why: "it lies deeper than values files do" });
      return;
    }
    for (const entry of entriesOf(folder, (why) => unread.push({ path: shown + path, why }))) {
      const inside = path === "" ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory() && !leftOutFolders.has(entry.name)) walk(join(folder, entry.name), depth + 1);
      else if (entry.isFile()) paths.push(inside);
      else if (entry.isSymbolicLink() && /\.ya?ml$/.test(entry.name))
        unread.push({ path: shown + inside, why: "it is a link, which is not followed" });
    }
  };
  walk(root, 0);
  paths.sort();
  const known = new Set(paths);
  const read = new Map<string, SourceFile | undefined>();
  const readFile = (path: string) => {
    const file = readSource(join(root, path), shown + path);
    if (file === undefined) unread.push({ path: shown + path, why: "it is no text that can be read" });
    return file;
  };
  return {
    paths,
    unread,
    read: (path) => {
      if (!known.has(path)) return undefined;
      if (!read.has(path)) read.set(path, readFile(path));
      return read.get(path);
    },
  };
}

function entriesOf(folder: string, report: (why: string) => void) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    report(diskReason(error));
    return [];
  }
}

/** A file as text; undefined where it can't be read as such. */
export function readSource(path: string, shown: string): SourceFile | undefined {
  const { text } = readText(path, limits.sourceFile);
  return text === undefined ? undefined : createSourceFile(shown, text);
}
