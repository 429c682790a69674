// What a project has of its lock: hubc.lock as text and the digests of the solvers' lock files beside it.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { LockTexts } from "../lock/apply-lock.ts";
import { LOCK_FILE, SOLVES } from "../lock/lock.ts";
import { diskReason } from "./disk-reason.ts";
import { fileState, statOf } from "./file-state.ts";
import { readText } from "./read-text.ts";

/** Bytes: thousands of images. */
export const LARGEST_LOCK = 16 * 2 ** 20;

/** The lock in `root`, or why it can't be read, in a sentence. Never throws. */
export function readLockTexts(root: string): LockTexts | { readonly problem: string } {
  try {
    const solves = solveDigests(join(root, SOLVES));
    const path = join(root, LOCK_FILE);
    const stat = statOf(path);
    if (stat === undefined) return { text: undefined, solves };
    if (stat.isSymbolicLink()) return { problem: `${LOCK_FILE} is a link, and may lead out of the project.` };
    const { text, problem } = readText(path, LARGEST_LOCK);
    if (problem?.kind === "unreadable") return { problem: `${LOCK_FILE} can't be read: ${problem.reason}.` };
    return text === undefined ? { problem: `${LOCK_FILE} is not a text that hubc wrote.` } : { text, solves };
  } catch (error) {
    return { problem: `${SOLVES} can't be read: ${diskReason(error)}.` };
  }
}

function solveDigests(folder: string): ReadonlyMap<string, string> {
  if (statOf(folder)?.isDirectory() !== true) return new Map();
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && isSolve(entry.name));
  return new Map(
    names.flatMap(({ name }): [string, string][] => {
      const state = fileState(join(folder, name));
      return state.kind === "file" ? [[`${SOLVES}/${name}`, state.sha256]] : [];
    }),
  );
}

function isSolve(name: string): boolean {
  return name.endsWith(".conda-lock.yml") || name.endsWith(".pixi.lock");
}
