// All that hubc does to a disk, one operation each, so that a test can end the world after any of them.

import {
  chmodSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";

/** Paths are absolute. Each throws what the disk says. */
export interface Disk {
  /** Makes a folder, in one that is there. With `mode`, for nobody else than that allows. */
  makeFolder(path: string, mode?: number): void;
  /** Makes a file where there is nothing, not even a link, and has it on the disk. `mode` is exact; without, it is that of new files. */
  create(path: string, content: Uint8Array | string, mode?: number): void;
  /** A second name for a file. */
  link(from: string, to: string): void;
  /** A link that leads to `target`. */
  makeLink(target: string, path: string): void;
  /** Moves a file, over one that is there. */
  rename(from: string, to: string): void;
  /** Removes a file, or a link itself. */
  remove(path: string): void;
  /** Removes an empty folder. */
  removeFolder(path: string): void;
  /** Removes a folder with what is in it, without following links. */
  clear(path: string): void;
  /** Has the names in a folder on the disk. */
  sync(folder: string): void;
}

export const nodeDisk: Disk = {
  makeFolder: (path, mode) => void mkdirSync(path, mode === undefined ? {} : { mode }),
  create,
  link: linkSync,
  makeLink: (target, path) => symlinkSync(target, path),
  rename: renameSync,
  remove: unlinkSync,
  removeFolder: (path) => rmdirSync(path),
  clear: (path) => rmSync(path, { recursive: true, force: true }),
  sync,
};

// Windows has no such word; there, a name that is to be made exclusively follows no link either.
const NEW_FILE = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);

function create(path: string, content: Uint8Array | string, mode?: number): void {
  const file = openSync(path, NEW_FILE, mode ?? 0o666);
  try {
    writeFileSync(file, content);
    if (mode !== undefined && process.platform !== "win32") fchmodSync(file, mode);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  if (mode !== undefined && process.platform === "win32") chmodSync(path, mode);
}

/** Windows opens no folders, and keeps its names by itself. */
function sync(folder: string): void {
  if (process.platform === "win32") return;
  const opened = openSync(folder, constants.O_RDONLY);
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
