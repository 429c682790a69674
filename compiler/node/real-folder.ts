// Where a folder really is, before it is there.

import { realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
import { diskCode } from "./disk-reason.ts";

/** A folder with links followed as far as it exists. @throws an error of the disk. */
export function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch (error) {
    if (diskCode(error) !== "ENOENT" || dirname(folder) === folder) throw error;
    return join(realFolder(dirname(folder)), basename(folder));
  }
}

// Whether one place on the disk lies in another: the question behind every refusal to read or write elsewhere.

/** Whether `path` is `folder` or below it. Both absolute; links are not followed here. */
export function isWithin(folder: string, path: string): boolean {
  const steps = relative(folder, path);
  return steps === "" || (!isAbsolute(steps) && steps !== ".." && !steps.startsWith(`..${sep}`));
}
