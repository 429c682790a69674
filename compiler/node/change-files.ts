// Changes several files of a folder, all of them or none, even where the process is killed or the machine stops. New and old contents
// are written aside; then a journal says what is to be done, and from then on it is done, by this process or by the next one.
// What is no longer as it was when the change was decided is left as it is.

import { dirname, join } from "node:path";
import { type Journal, type JournalEntry, names, printJournal, readJournal, STAGING } from "./change-journal.ts";
import type { Disk } from "./disk.ts";
import { diskReason } from "./disk-reason.ts";
import {
  type FileState,
  fileState,
  isReachedByFolders,
  isSameState,
  LARGEST_FILE,
  sha256,
  statOf,
} from "./file-state.ts";
import { readBytes } from "./read-bytes.ts";

export interface FileChange {
  /** Plain, relative to the folder. */
  readonly path: string;
  /** What was there when the change was decided. */
  readonly before: FileState;
  /** Absent where the file goes. `mode` is exact; without, it is that of new files. */
  readonly after: { readonly text: string; readonly mode: number | undefined } | undefined;
}

/** Why a change was not made, in sentences that say what became of the files. */
export interface NotChanged {
  readonly problem: string;
}

/**
 * Makes the changes. To be called with the folder's lock and once what an earlier one left is finished.
 * Never throws for what the disk does.
 */
export function changeFiles(folder: string, changes: readonly FileChange[], disk: Disk): NotChanged | undefined {
  const staging = join(folder, STAGING);
  const progress: Progress = { at: STAGING };
  let journal: Journal;
  try {
    journal = prepare(folder, changes, { disk, progress });
  } catch (error) {
    tryTo(() => disk.clear(staging));
    return { problem: `${progress.at} could not be written: ${diskReason(error)}. Nothing was changed.` };
  }
  try {
    const left = carryOut(folder, journal, { disk, progress });
    if (left.length === 0) return undefined;
    return { problem: `${left.join(", ")} was changed meanwhile and is left as it is; run hubc again.` };
  } catch (error) {
    const reason = `${progress.at} could not be written: ${diskReason(error)}.`;
    return { problem: `${reason} ${takeBack(folder, journal, disk)}` };
  }
}

/** Finishes, or takes back, what a killed process began in the folder. To be called with its lock. Never throws. */
export function finishChanges(folder: string, disk: Disk): NotChanged | undefined {
  const staging = join(folder, STAGING);
  try {
    const stat = statOf(staging);
    if (stat === undefined) return undefined;
    if (!stat.isDirectory()) return strange(`${STAGING} is no folder`);
    const back = readJournal(staging, names.back);
    const journal = back ?? readJournal(staging, names.journal);
    if (journal === "unusable") return strange(`The journal in ${STAGING} is not one that hubc wrote there`);
    if (journal === undefined) disk.clear(staging);
    else if (back !== undefined) undo(folder, journal, disk);
    else {
      try {
        carryOut(folder, journal, { disk, progress: { at: STAGING } });
      } catch {
        // What can't be finished is taken back: the disk refuses now what it took before.
        disk.rename(join(staging, names.journal), join(staging, names.back));
        undo(folder, journal, disk);
      }
    }
    return undefined;
  } catch (error) {
    return { problem: `What a killed hubc began to write can't be finished: ${diskReason(error)}. ${AGAIN}` };
  }
}

const AGAIN = "Run hubc again once the disk is well: it is finished then.";

function strange(what: string): NotChanged {
  return { problem: `${what}: look at it, and remove it. Nothing was changed.` };
}

interface Progress {
  /** What is being written, for messages. */
  at: string;
}

interface Work {
  readonly disk: Disk;
  readonly progress: Progress;
}

/** Writes everything aside, and last the journal: whoever is killed before that has changed nothing. */
function prepare(folder: string, changes: readonly FileChange[], { disk, progress }: Work): Journal {
  const staging = join(folder, STAGING);
  disk.makeFolder(staging, 0o700);
  changes.forEach(({ path, before, after }, index) => {
    progress.at = path;
    if (after !== undefined) disk.create(join(staging, names.newFile(index)), after.text, after.mode);
    if (before.kind === "file") keepOld(join(folder, path), join(staging, names.oldFile(index)), disk);
  });
  progress.at = STAGING;
  const entries = changes.map(
    ({ path, before, after }): JournalEntry => ({ path, before, after: after && sha256(after.text) }),
  );
  const journal = { entries, folders: missingFolders(folder, changes) };
  disk.create(join(staging, names.draft), printJournal(staging, journal));
  disk.sync(staging);
  disk.sync(folder);
  disk.rename(join(staging, names.draft), join(staging, names.journal));
  return journal;
}

/** A second name for the old file; a copy on disks that have no second names. */
function keepOld(path: string, kept: string, disk: Disk): void {
  try {
    disk.link(path, kept);
  } catch {
    const stat = statOf(path);
    const read = readBytes(path, LARGEST_FILE);
    if ("bytes" in read) disk.create(kept, read.bytes, (stat?.mode ?? 0o644) & 0o777);
  }
}

function missingFolders(folder: string, changes: readonly FileChange[]): readonly string[] {
  const missing = new Set<string>();
  for (const { path, after } of changes) {
    for (let at = dirname(path); after !== undefined && at !== "." && !missing.has(at); at = dirname(at)) {
      if (statOf(join(folder, at)) === undefined) missing.add(at);
    }
  }
  return [...missing].sort((a, b) => a.length - b.length);
}

/** Does what the journal says and is not done yet; the paths that are no longer as they were. @throws an error of the disk. */
function carryOut(folder: string, { entries, folders }: Journal, { disk, progress }: Work): readonly string[] {
  const staging = join(folder, STAGING);
  progress.at = STAGING;
  disk.sync(staging);
  for (const path of folders) {
    progress.at = path;
    if (isReachedByFolders(folder, path) && statOf(join(folder, path)) === undefined)
      disk.makeFolder(join(folder, path));
  }
  const left = entries.flatMap((entry, index) => {
    progress.at = entry.path;
    return doEntry(folder, entry, { index, disk }) ? [] : [entry.path];
  });
  progress.at = STAGING;
  const gone = entries.filter(({ after }) => after === undefined).map(({ path }) => path);
  removeEmptyFolders(folder, gone.flatMap(foldersAbove), disk);
  syncFolders(folder, entries, disk);
  disk.remove(join(staging, names.journal));
  tryTo(() => disk.clear(staging));
  return left;
}

interface Doing {
  readonly index: number;
  readonly disk: Disk;
}

/** Whether the entry is done; not where something else is there by now, which is left. */
function doEntry(folder: string, { path, before, after }: JournalEntry, { index, disk }: Doing): boolean {
  const target = join(folder, path);
  if (!isReachedByFolders(folder, path)) return false;
  const now = fileState(target);
  if (after === undefined) {
    if (now.kind === "absent") return true;
    if (!isSameState(now, before)) return false;
    disk.remove(target);
    return true;
  }
  const staged = join(folder, STAGING, names.newFile(index));
  if (statOf(staged) === undefined) return isSameState(now, { kind: "file", sha256: after });
  if (!isSameState(now, before)) return false;
  disk.rename(staged, target);
  return true;
}

/** Brings back what the journal's change has replaced and removed, and says what became of it. */
function takeBack(folder: string, journal: Journal, disk: Disk): string {
  const staging = join(folder, STAGING);
  try {
    if (statOf(join(staging, names.journal)) !== undefined)
      disk.rename(join(staging, names.journal), join(staging, names.back));
    undo(folder, journal, disk);
    return "Nothing was changed.";
  } catch (error) {
    return `Not all could be put back (${diskReason(error)}). ${AGAIN}`;
  }
}

/** @throws an error of the disk. */
function undo(folder: string, { entries, folders }: Journal, disk: Disk): void {
  const staging = join(folder, STAGING);
  disk.sync(staging);
  entries.forEach((entry, index) => {
    if (isReachedByFolders(folder, entry.path)) undoEntry(folder, entry, { index, disk });
  });
  removeEmptyFolders(folder, folders, disk);
  syncFolders(folder, entries, disk);
  disk.remove(join(staging, names.back));
  tryTo(() => disk.clear(staging));
}

function undoEntry(folder: string, { path, before, after }: JournalEntry, { index, disk }: Doing): void {
  const target = join(folder, path);
  const now = fileState(target);
  const done: FileState = after === undefined ? { kind: "absent" } : { kind: "file", sha256: after };
  if (!isSameState(now, done)) return;
  const old = join(folder, STAGING, names.oldFile(index));
  if (before.kind !== "absent") makeFoldersAbove(folder, path, disk);
  if (before.kind === "file" && statOf(old) !== undefined) disk.rename(old, target);
  else if (before.kind !== "file" && now.kind !== "absent") disk.remove(target);
  if (before.kind === "link") disk.makeLink(before.target, target);
}

function syncFolders(folder: string, entries: readonly JournalEntry[], disk: Disk): void {
  const folders = new Set([".", ...entries.map(({ path }) => dirname(path))]);
  for (const path of folders) if (statOf(join(folder, path))?.isDirectory() === true) disk.sync(join(folder, path));
}

function makeFoldersAbove(folder: string, path: string, disk: Disk): void {
  for (const above of foldersAbove(path).reverse()) {
    if (statOf(join(folder, above)) === undefined) disk.makeFolder(join(folder, above));
  }
}

function foldersAbove(path: string): string[] {
  const above = dirname(path);
  return above === "." ? [] : [above, ...foldersAbove(above)];
}

/** Removes those of the folders that hold nothing, the innermost first. */
function removeEmptyFolders(folder: string, paths: readonly string[], disk: Disk): void {
  for (const path of [...new Set(paths)].sort((a, b) => b.length - a.length)) {
    // A folder that holds something is not hubc's to remove.
    tryTo(() => disk.removeFolder(join(folder, path)));
  }
}

function tryTo(action: () => void): void {
  try {
    action();
  } catch {
    // What can't be cleared away now, the next run clears.
  }
}
