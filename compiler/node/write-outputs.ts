// Writes a build to its folder: all of it or nothing. What is to be done is decided and done under one lock, and what a killed build
// left is finished before.

import { changeFiles, type FileChange } from "./change-files.ts";
import { STAGING } from "./change-journal.ts";
import { diskReason } from "./disk-reason.ts";
import { earlierBuild } from "./earlier-build.ts";
import { statOf } from "./file-state.ts";
import { LOCK } from "./folder-lock.ts";
import { type OutputPlan, type OutputRefusal, type OutputRequest, planOutputs, unfitFolder } from "./plan-outputs.ts";
import { realFolder } from "./real-folder.ts";
import { underLock, type Writing } from "./under-lock.ts";

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

/** Brings the output folder to what the build made. Never rejects for what the disk or the folder holds. */
export async function writeOutputs(
  request: OutputRequest,
  writing: Writing = {},
): Promise<WrittenOutputs | OutputRefusal | OutputFailure> {
  let out: string;
  try {
    out = realFolder(request.out);
    const earlier = await earlierBuild(out);
    const unfit = unfitFolder(out, request, earlier.kind === "read");
    if (unfit !== undefined) return unfit;
    // Most builds change nothing or must not, and those leave no trace in the folder, not even for a moment.
    const first = planOutputs(request, out, earlier);
    if (!isAnyoneWriting(out) && (isRefusal(first) || isDone(first))) return isRefusal(first) ? first : summary(first);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("invariant:")) throw error;
    return { kind: "failed", message: `The output folder can't be read: ${diskReason(error)}. Nothing was changed.` };
  }
  const result = await underLock(
    out,
    async ({ disk }) => {
      const plan = planOutputs(request, out, await earlierBuild(out));
      if (isRefusal(plan)) return plan;
      return (isDone(plan) ? undefined : changeFiles(out, changesOf(plan), disk)) ?? summary(plan);
    },
    writing,
  );
  return "problem" in result ? { kind: "failed", message: result.problem } : result;
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
