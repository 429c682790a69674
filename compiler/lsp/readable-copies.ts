// Texts that are on no disk, such as the standard library, as files that any editor can open: read-only, in a folder of the
// person's own, under the version, so that the same text has the same path in every session.

import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { nodeDisk } from "../node/disk.ts";
import { statOf } from "../node/file-state.ts";
import { readText } from "../node/read-text.ts";
import { isWithin } from "../node/real-folder.ts";
import { limits } from "../text/limits.ts";
import { VERSION } from "../version.ts";

/** The path of a file that holds `text`, below the folder for such files. */
export function copyOnDisk(name: string, text: string): string {
  const path = join(copiesFolder(), ...name.split("/"));
  if (textAt(path) === text) return path;
  mkdirSync(dirname(path), { recursive: true });
  // Another server may be making the same file, and a link may lie in its place: it is made aside, and moved over what is there.
  const aside = `${path}.${randomBytes(8).toString("hex")}`;
  try {
    nodeDisk.create(aside, text, 0o444);
    rmSync(path, { force: true }); // Windows moves nothing over a file that is read-only.
    nodeDisk.rename(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
  return path;
}

/** The name of the standard library's file of which `path`, with links followed, is the copy. */
export function standardNameAt(path: string): string | undefined {
  if (!path.includes(`${sep}std${sep}`)) return undefined;
  const folder = copiesFolder();
  return isWithin(join(folder, "std"), path) ? relative(folder, path).split(sep).join("/") : undefined;
}

let folder: string | undefined;

/** In the cache of the person who runs this; in a new folder for temporary files where that can't be written. */
function copiesFolder(): string {
  folder ??= realpathSync(usableFolder());
  return folder;
}

function usableFolder(): string {
  const cache = process.env["XDG_CACHE_HOME"] || process.env["LOCALAPPDATA"] || join(homedir(), ".cache");
  const wanted = join(cache, "hubc", VERSION);
  try {
    mkdirSync(join(wanted, "std"), { recursive: true });
    return wanted;
  } catch {
    // A home that can't be written to, as in some containers, is no reason to open nothing.
    return mkdtempSync(join(tmpdir(), "hubc-"));
  }
}

function textAt(path: string): string | undefined {
  return statOf(path)?.isFile() === true ? readText(path, limits.sourceFile).text : undefined;
}
