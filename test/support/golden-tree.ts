// Whole output folders, compared to the byte; UPDATE_GOLDENS=1 writes the folder anew, to be read before it is committed.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { expect } from "vitest";
import type { OutputFile } from "../../compiler/output/output-file.ts";

/** Compares `files` with the folder: the same paths, and the same bytes in each. A missing or empty folder fails. */
export function expectTree(folder: string, files: readonly OutputFile[]): void {
  expect(files.length).toBeGreaterThan(0);
  if (process.env["UPDATE_GOLDENS"] === "1") writeTree(folder, files);
  const paths = existsSync(folder) ? walk(folder).map((path) => relative(folder, path).split(sep).join("/")) : [];
  expect(paths.sort()).toEqual(files.map(({ path }) => path).sort());
  for (const { path, text } of files) expect(readFileSync(join(folder, path), "utf8"), path).toBe(text);
}

/** A file that is there keeps its mode; a new script is executable. */
function writeTree(folder: string, files: readonly OutputFile[]): void {
  const modes = files.map(({ path, executable }) => {
    const before = statSync(join(folder, path), { throwIfNoEntry: false });
    return before?.mode ?? (executable === true ? 0o755 : 0o644);
  });
  rmSync(folder, { recursive: true, force: true });
  files.forEach(({ path, text }, index) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { mode: modes[index] });
  });
}

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });
}
