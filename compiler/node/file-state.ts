// What lies at a path, as far as it must be known to say later that it is still the same.

import { createHash } from "node:crypto";
import { lstatSync, readlinkSync, type Stats } from "node:fs";
import { dirname, join } from "node:path";
import { readBytes } from "./read-bytes.ts";

/** Nothing; a file of this SHA-256, hexadecimal; a link; or anything else, which is never taken for the same. */
export type FileState =
  | { readonly kind: "absent" }
  | { readonly kind: "file"; readonly sha256: string }
  | { readonly kind: "link"; readonly target: string }
  | { readonly kind: "other" };

/** Bytes: far above any output. What is larger was not written by hubc. */
export const LARGEST_FILE = 64 * 2 ** 20;

/** @throws an error of the disk. */
export function fileState(path: string): FileState {
  const stat = statOf(path);
  if (stat === undefined) return { kind: "absent" };
  if (stat.isSymbolicLink()) return { kind: "link", target: readlinkSync(path) };
  const read = stat.isFile() ? readBytes(path, LARGEST_FILE) : undefined;
  return read === undefined || "problem" in read ? { kind: "other" } : { kind: "file", sha256: sha256(read.bytes) };
}

export function isSameState(state: FileState, other: FileState): boolean {
  if (state.kind === "file") return other.kind === "file" && other.sha256 === state.sha256;
  if (state.kind === "link") return other.kind === "link" && other.target === state.target;
  return state.kind === "absent" && other.kind === "absent";
}

export function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

/** What is at the path itself, links not followed; a path below a file names nothing. @throws an error of the disk. */
export function statOf(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

/** Whether a path below `folder` is reached by folders alone, and by no link; folders that are not there yet are none. */
export function isReachedByFolders(folder: string, path: string): boolean {
  for (let at = dirname(path); at !== "."; at = dirname(at)) {
    const stat = statOf(join(folder, at));
    if (stat !== undefined && !stat.isDirectory()) return false;
  }
  return true;
}
