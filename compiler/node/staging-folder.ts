// The folder that a build writes to before it moves its files into place. It lies in the output folder, so that moving is
// renaming, and it keeps two builds from mixing their files.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { diskCode } from "./disk-reason.ts";

export interface Staging {
  readonly path: string;
}

/** Makes the staging folder of `out`, or says which build is using it. What a broken-off build left is cleared away. */
export function openStaging(out: string): Staging | { readonly busy: string } {
  const path = join(out, ".hubc-staging");
  if (!tryMake(path)) {
    const owner = ownerOf(path);
    if (owner !== undefined && owner !== process.pid && isRunning(owner)) {
      return { busy: `Another build (process ${owner}) is writing to this folder. Nothing was changed.` };
    }
    rmSync(path, { recursive: true, force: true });
    mkdirSync(path);
  }
  writeFileSync(join(path, "owner"), String(process.pid));
  return { path };
}

function tryMake(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    if (diskCode(error) === "EEXIST") return false;
    throw error;
  }
}

function ownerOf(path: string): number | undefined {
  try {
    const owner = Number(readFileSync(join(path, "owner"), "utf8"));
    return Number.isInteger(owner) && owner > 0 ? owner : undefined;
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return diskCode(error) === "EPERM";
  }
}
