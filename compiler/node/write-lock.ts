// Writes hubc.lock and the solvers' lock files beside the program. Everything is written aside before anything is moved into place,
// and hubc.lock is moved last: it never speaks of a file that is not there.

import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { LOCK_FILE, SOLVES } from "../lock/lock.ts";
import { readLock } from "../lock/read-lock.ts";
import { diskReason } from "./disk-reason.ts";

export interface NewLock {
  readonly lock: string;
  /** Solvers' lock files by path, `locks/<name>`. */
  readonly files: ReadonlyMap<string, string>;
}

/** Paths relative to the project's root, in order. */
export interface WrittenLock {
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

/** Brings the project's lock to these texts. Never throws: `problem` is why it could not, as part of a sentence. */
export function writeLock(root: string, { lock, files }: NewLock): WrittenLock | { readonly problem: string } {
  const staged: string[] = [];
  try {
    if (lstatSync(join(root, SOLVES), { throwIfNoEntry: false })?.isSymbolicLink() === true)
      return { problem: `${SOLVES} is a link, and may lead out of the project` };
    const removed = earlierSolves(root).filter((path) => !files.has(path) && existsSync(join(root, path)));
    const changed = [...files, [LOCK_FILE, lock] as const].filter(([path, text]) => textOf(root, path) !== text);
    if (files.size > 0) mkdirSync(join(root, SOLVES), { recursive: true });
    for (const [path, text] of changed) {
      staged.push(asidePath(root, path));
      writeFileSync(asidePath(root, path), text);
    }
    for (const [path] of changed) renameSync(asidePath(root, path), join(root, path));
    for (const path of removed) rmSync(join(root, path));
    if (removed.length > 0) removeIfEmpty(join(root, SOLVES));
    return { written: changed.map(([path]) => path).sort(), removed: removed.sort() };
  } catch (error) {
    for (const path of staged) rmSync(path, { force: true });
    return { problem: diskReason(error) };
  }
}

/** Solvers' lock files that the lock so far speaks of: no other file in the folder is hubc's to remove. */
function earlierSolves(root: string): string[] {
  const read = readLock(textOf(root, LOCK_FILE) ?? "");
  if ("problem" in read) return [];
  return [...read.lock.images.values()].flatMap(({ solve }) => (solve === undefined ? [] : [solve.file]));
}

function textOf(root: string, path: string): string | undefined {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : undefined;
}

function asidePath(root: string, path: string): string {
  return join(root, dirname(path), `.${basename(path)}.hubc-new`);
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It holds files that are not hubc's.
  }
}
