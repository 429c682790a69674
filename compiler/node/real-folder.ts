// Where a folder really is, before it is there.

import { realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
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
