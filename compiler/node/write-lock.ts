// Writes hubc.lock and the solvers' lock files beside the program: all of them or none.

import { join } from "node:path";
import { LOCK_FILE, SOLVES } from "../lock/lock.ts";
import { readLock } from "../lock/read-lock.ts";
import { changeFiles, type FileChange, type NotChanged } from "./change-files.ts";
import { type FileState, fileState, isSameState, sha256, statOf } from "./file-state.ts";
import { LARGEST_LOCK } from "./read-lock-texts.ts";
import { readText } from "./read-text.ts";
import { underLock, type Writing } from "./under-lock.ts";

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

/** Brings the project's lock to these texts. `root` is absolute, with links followed. Never rejects for what the disk does. */
export async function writeLock(root: string, lock: NewLock, writing?: Writing): Promise<WrittenLock | NotChanged> {
  return underLock(
    root,
    ({ disk }) => {
      const changes = changesFor(root, lock);
      if ("problem" in changes) return changes;
      const written = changes.filter(({ after }) => after !== undefined).map(({ path }) => path);
      const removed = changes.filter(({ after }) => after === undefined).map(({ path }) => path);
      const failure = changes.length === 0 ? undefined : changeFiles(root, changes, disk);
      return failure ?? { written: written.sort(), removed: removed.sort() };
    },
    writing,
  );
}

function changesFor(root: string, { lock, files }: NewLock): readonly FileChange[] | NotChanged {
  if (statOf(join(root, SOLVES))?.isSymbolicLink() === true)
    return { problem: `${SOLVES} is a link, and may lead out of the project. Nothing was changed.` };
  const texts = new Map([...files, [LOCK_FILE, lock]]);
  const removed = earlierSolves(root).filter((path) => !texts.has(path));
  const states = [...texts.keys(), ...removed].map((path) => ({ path, before: fileState(join(root, path)) }));
  const odd = states.find(({ before }) => before.kind === "link" || before.kind === "other");
  if (odd !== undefined)
    return { problem: `${odd.path} is no file that hubc wrote. Nothing was changed; move it away.` };
  return states.flatMap(({ path, before }): FileChange[] => {
    const text = texts.get(path);
    if (text === undefined) return before.kind === "absent" ? [] : [{ path, before, after: undefined }];
    const after: FileState = { kind: "file", sha256: sha256(text) };
    return isSameState(before, after) ? [] : [{ path, before, after: { text, mode: undefined } }];
  });
}

/** Solvers' lock files that the lock so far speaks of: no other file in the folder is hubc's to remove. */
function earlierSolves(root: string): string[] {
  const read = readLock(readText(join(root, LOCK_FILE), LARGEST_LOCK).text ?? "");
  if ("problem" in read) return [];
  return [...read.lock.images.values()].flatMap(({ solve }) => (solve === undefined ? [] : [solve.file]));
}
