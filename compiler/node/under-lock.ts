// How every command writes: in a folder that is there or is made, alone, and with what a killed one left finished before.

import { dirname } from "node:path";
import { finishChanges, type NotChanged } from "./change-files.ts";
import { type Disk, nodeDisk } from "./disk.ts";
import { diskReason } from "./disk-reason.ts";
import { statOf } from "./file-state.ts";
import { type LockPatience, lockFolder } from "./folder-lock.ts";
import { realFolder } from "./real-folder.ts";

/** What is written to, and how patiently; tests put failures in. */
export interface Writing {
  readonly disk?: Disk;
  readonly patience?: LockPatience;
}

export interface WritingPlace {
  /** Absolute, with links followed. */
  readonly folder: string;
  readonly disk: Disk;
}

/**
 * What `work` gives, which decides and makes changes in the folder; or why it was not called. The folder is absolute; where
 * it is made and stays empty, it goes again. Never rejects for what the disk does.
 */
export async function underLock<T>(
  folder: string,
  work: (place: WritingPlace) => T | Promise<T>,
  { disk = nodeDisk, patience }: Writing = {},
): Promise<T | NotChanged> {
  const made: string[] = [];
  try {
    const real = realFolder(folder);
    makeFolders(real, disk, made);
    const lock = await lockFolder(real, disk, patience);
    if ("busy" in lock) return { problem: lock.busy };
    try {
      return finishChanges(real, disk) ?? (await work({ folder: real, disk }));
    } finally {
      lock.release();
    }
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("invariant:")) throw error;
    return { problem: `The folder can't be written to: ${diskReason(error)}. Nothing was changed.` };
  } finally {
    removeEmpty(made, disk);
  }
}

/** Makes a folder and those above it, and adds those that were not there to `made`, the outermost first. */
function makeFolders(folder: string, disk: Disk, made: string[]): void {
  if (statOf(folder) !== undefined) return;
  makeFolders(dirname(folder), disk, made);
  disk.makeFolder(folder);
  made.push(folder);
}

function removeEmpty(made: readonly string[], disk: Disk): void {
  for (const folder of made.toReversed()) {
    try {
      disk.removeFolder(folder);
    } catch {
      // It holds what was written.
      return;
    }
  }
}
