// The files of a folder for those who look for values files: every file below it, read when it is asked for.

import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { FileTree } from "../audit/layouts.ts";
import { limits } from "../text/limits.ts";
import { createSourceFile, type SourceFile } from "../text/source-file.ts";
import { readText } from "./read-text.ts";

const leftOut: ReadonlySet<string> = new Set([".git", "node_modules"]);
/** Deeper than values files lie. */
const mostDepth = 12;

/** `shown`: what stands before each path where people read it. Links are not followed. */
export function fileTree(root: string, shown: string): FileTree {
  const paths: string[] = [];
  const walk = (folder: string, depth: number) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && depth < mostDepth && !leftOut.has(entry.name)) walk(path, depth + 1);
      else if (entry.isFile()) paths.push(relative(root, path).split(sep).join("/"));
    }
  };
  walk(root, 0);
  paths.sort();
  const known = new Set(paths);
  const read = new Map<string, SourceFile | undefined>();
  return {
    paths,
    read: (path) => {
      if (!known.has(path)) return undefined;
      if (!read.has(path)) read.set(path, readSource(join(root, path), shown + path));
      return read.get(path);
    },
  };
}

/** A file as text; undefined where it can't be read as such. */
export function readSource(path: string, shown: string): SourceFile | undefined {
  const { text } = readText(path, limits.sourceFile);
  return text === undefined ? undefined : createSourceFile(shown, text);
}
