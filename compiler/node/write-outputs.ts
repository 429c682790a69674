// Writes a build to its folder: all of it or nothing. What is to be done is decided and done under one lock, and what a killed build
// left is finished before.

import { dirname } from "node:path";
import { changeFiles, type FileChange, finishChanges } from "./change-files.ts";
import { STAGING } from "./change-journal.ts";
import { type Disk, nodeDisk } from "./disk.ts";
import { diskReason } from "./disk-reason.ts";
import { earlierBuild } from "./earlier-build.ts";
import { statOf } from "./file-state.ts";
import { LOCK, type LockPatience, lockFolder } from "./folder-lock.ts";
import {
  type OutputPlan,
  type OutputRefusal,
  type OutputRequest,
  planOutputs,
  realFolder,
  unfitFolder,
} from "./plan-outputs.ts";

export interface WrittenOutputs {
  readonly kind: "written";
  /** Paths relative to the output folder, in order. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** How many files were as they should be and were left alone. */
  readonly unchanged: number;
}

/** The disk refused, or another build is writing. Nothing is changed, or `message` says what could not be put back. */
export interface OutputFailure {
  readonly kind: "failed";
  readonly message: string;
}

/** Who writes, and how patiently; tests put failures in. */
export interface Writing {
  readonly disk?: Disk;
  readonly patience?: LockPatience;
}

/** Brings the output folder to what the build made. Never rejects for what the disk or the folder holds. */
export async function writeOutputs(
  request: OutputRequest,
  { disk = nodeDisk, patience }: Writing = {},
): Promise<WrittenOutputs | OutputRefusal | OutputFailure> {
  const made: string[] = [];
  try {
    const out = realFolder(request.out);
    // Most builds change nothing or must not, and those leave no trace in the folder, not even for a moment.
    const earlier = await earlierBuild(out);
    const unfit = unfitFolder(out, request.root, earlier.kind === "read");
    if (unfit !== undefined) return unfit;
    const first = planOutputs(request, out, earlier);
    if (!isAnyoneWriting(out) && (isRefusal(first) || isDone(first))) return isRefusal(first) ? first : summary(first);
    made.push(...makeFolders(out, disk));
    const lock = await lockFolder(out, disk, patience);
    if ("busy" in lock) return { kind: "failed", message: lock.busy };
    const result = await writeLocked(request, out, disk).finally(() => lock.release());
    if (result.kind !== "written") removeMade(made, disk);
    return result;
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("invariant:")) throw error;
    removeMade(made, disk);
    return {
      kind: "failed",
      message: `The output folder can't be written to: ${diskReason(error)}. Nothing was changed.`,
    };
  }
}

async function writeLocked(
  request: OutputRequest,
  out: string,
  disk: Disk,
): Promise<WrittenOutputs | OutputRefusal | OutputFailure> {
  const unfinished = finishChanges(out, disk);
  if (unfinished !== undefined) return { kind: "failed", message: unfinished.problem };
  const plan = planOutputs(request, out, await earlierBuild(out));
  if (isRefusal(plan)) return plan;
  const failure = isDone(plan) ? undefined : changeFiles(out, changesOf(plan), disk);
  return failure === undefined ? summary(plan) : { kind: "failed", message: failure.problem };
}

function isRefusal(plan: OutputPlan | OutputRefusal): plan is OutputRefusal {
  return "kind" in plan;
}

function isDone({ writes, removes }: OutputPlan): boolean {
  return writes.length + removes.length === 0;
}

/** Whether the folder holds what a build leaves there only while it writes, or when it was killed. */
function isAnyoneWriting(out: string): boolean {
  return [LOCK, STAGING].some((name) => statOf(`${out}/${name}`) !== undefined);
}

function summary({ writes, removes, unchanged }: OutputPlan): WrittenOutputs {
  const written = writes.map(({ file }) => file.path).sort();
  return { kind: "written", written, removed: removes.map(({ path }) => path).sort(), unchanged };
}

function changesOf({ writes, removes }: OutputPlan): readonly FileChange[] {
  return [
    ...writes.map(({ file: { path, text, executable }, before }): FileChange => {
      return { path, before, after: { text, mode: executable === true ? 0o755 : undefined } };
    }),
    ...removes.map(({ path, before }): FileChange => ({ path, before, after: undefined })),
  ];
}

/** Makes a folder and those above it; those that were not there, the outermost first. */
function makeFolders(folder: string, disk: Disk): string[] {
  if (statOf(folder) !== undefined) return [];
  const above = makeFolders(dirname(folder), disk);
  try {
    disk.makeFolder(folder);
  } catch (error) {
    removeMade(above, disk);
    throw error;
  }
  return [...above, folder];
}

function removeMade(made: readonly string[], disk: Disk): void {
  for (const folder of made.toReversed()) {
    try {
      disk.removeFolder(folder);
    } catch {
      // Somebody else has put something in.
      return;
    }
  }
}
