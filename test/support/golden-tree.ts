// Whole output folders, compared to the byte and to who may run a file; UPDATE_GOLDENS=1 writes the folder anew, to be read before it
// is committed.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { expect } from "vitest";
import type { OutputFile } from "../../compiler/output/output-file.ts";

/** Compares `files` with the folder: the same paths, the same bytes in each, and the same files executable. A missing folder fails. */
export function expectTree(folder: string, files: readonly OutputFile[]): void {
  expect(files.length).toBeGreaterThan(0);
  if (process.env["UPDATE_GOLDENS"] === "1") writeTree(folder, files);
  const paths = existsSync(folder) ? walk(folder).map((path) => relative(folder, path).split(sep).join("/")) : [];
  expect(files.map(titleOf).sort(), `the files of ${folder} differ: npm run test:update writes it`).toEqual(
    paths.map((path) => titleOf({ path, ...stateOf(folder, path) })).sort(),
  );
  for (const { path, text } of files)
    expect(text, `${path} differs: npm run test:update writes it`).toBe(readFileSync(join(folder, path), "utf8"));
}

const titleOf = ({ path, executable }: Pick<OutputFile, "path" | "executable">): string =>
  executable === true ? `${path} (executable)` : path;

const stateOf = (folder: string, path: string) => ({ executable: (statSync(join(folder, path)).mode & 0o100) !== 0 });

function writeTree(folder: string, files: readonly OutputFile[]): void {
  rmSync(folder, { recursive: true, force: true });
  for (const { path, text, executable } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { mode: executable === true ? 0o755 : 0o644 });
  }
}

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });
}
