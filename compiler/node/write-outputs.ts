// Writes a build to its folder: all of it or nothing. Files are written aside first and then moved into place; whatever fails,
// what was there before is put back.

import { chmodSync, mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { diskReason } from "./disk-reason.ts";
import { earlierBuild } from "./earlier-build.ts";
import { type OutputPlan, type OutputRefusal, type OutputRequest, planOutputs, realFolder } from "./plan-outputs.ts";
import { openStaging } from "./staging-folder.ts";

export interface WrittenOutputs {
  readonly kind: "written";
  /** Paths relative to the output folder, in order. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** How many files were as they should be and were left alone. */
  readonly unchanged: number;
}

/** The disk refused. Nothing is changed, or `message` says what could not be put back. */
export interface OutputFailure {
  readonly kind: "failed";
  readonly message: string;
}

/** What writing needs of the disk; tests put failures in. */
export interface Disk {
  readonly write: (path: string, text: string) => void;
  readonly rename: (from: string, to: string) => void;
}

const nodeDisk: Disk = { write: (path, text) => writeFileSync(path, text), rename: renameSync };

/** Brings the output folder to what the build made. Never rejects for what the disk or the folder holds. */
export async function writeOutputs(
  request: OutputRequest,
  disk: Disk = nodeDisk,
): Promise<WrittenOutputs | OutputRefusal | OutputFailure> {
  let plan: OutputPlan | OutputRefusal;
  try {
    const out = realFolder(request.out);
    plan = planOutputs(request, out, await earlierBuild(out));
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("invariant:")) throw error;
    return { kind: "failed", message: `The output folder can't be read: ${diskReason(error)}.` };
  }
  if ("kind" in plan) return plan;
  const done: WrittenOutputs = {
    kind: "written",
    written: plan.writes.map(({ file }) => file.path).sort(),
    removed: [...plan.removes].sort(),
    unchanged: plan.unchanged,
  };
  if (done.written.length + done.removed.length === 0) return done;
  return apply(plan, disk) ?? done;
}

/** Steps back, the last first. */
type Undo = (() => void)[];

function apply(plan: OutputPlan, disk: Disk): OutputFailure | undefined {
  const undo: Undo = [];
  let at = plan.out;
  try {
    makeFolders(plan.out, undo);
    const staging = openStaging(plan.out);
    if ("busy" in staging) return { kind: "failed", message: staging.busy };
    undo.push(() => rmSync(staging.path, { recursive: true, force: true }));
    plan.writes.forEach(({ file }, index) => {
      at = file.path;
      const staged = join(staging.path, `new-${index}`);
      disk.write(staged, file.text);
      if (file.executable === true) chmodSync(staged, 0o755);
    });
    const taken = [...plan.removes, ...plan.writes.filter((write) => write.replaces).map((write) => write.file.path)];
    taken.forEach((path, index) => {
      at = path;
      move({ from: join(plan.out, path), to: join(staging.path, `old-${index}`) }, disk, undo);
    });
    const made = new Set<string>();
    plan.writes.forEach(({ file }, index) => {
      at = file.path;
      const target = join(plan.out, file.path);
      const folder = dirname(target);
      if (!made.has(folder)) makeFolders(folder, undo);
      made.add(folder);
      move({ from: join(staging.path, `new-${index}`), to: target }, disk, undo);
    });
    clearAway(staging.path);
    removeEmptyFolders(plan);
    return undefined;
  } catch (error) {
    return { kind: "failed", message: `${at} could not be written: ${diskReason(error)}. ${stepBack(undo)}` };
  }
}

function move({ from, to }: { readonly from: string; readonly to: string }, disk: Disk, undo: Undo): void {
  disk.rename(from, to);
  undo.push(() => renameSync(to, from));
}

/** Makes a folder and those above it, remembering each that was not there. */
function makeFolders(folder: string, undo: Undo): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  undo.push(() => {
    for (let made = folder; made.startsWith(first); made = dirname(made)) rmdirSync(made);
  });
}

function stepBack(undo: Undo): string {
  const failures: string[] = [];
  for (const step of undo.reverse()) {
    try {
      step();
    } catch (error) {
      failures.push(diskReason(error));
    }
  }
  if (failures.length === 0) return "Nothing was changed.";
  return `Not all could be put back (${failures[0]}); build again once the disk is well.`;
}

/** What can't be cleared away now, the next build clears. */
function clearAway(staging: string): void {
  try {
    rmSync(staging, { recursive: true, force: true });
  } catch {
    // All files are in place: nothing that a reader of the outputs could notice is left to do.
  }
}

/** Removes folders that lost their last file. */
function removeEmptyFolders({ out, removes }: OutputPlan): void {
  for (const path of removes) {
    for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
      try {
        rmdirSync(join(out, folder));
      } catch {
        break;
      }
    }
  }
}
