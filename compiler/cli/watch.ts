// --watch: runs a command again whenever a file of the program is saved, until somebody ends it.

import type { LoadedProgram } from "../node/load-sources.ts";
import { programState, stateChanged } from "../node/program-state.ts";
import { printTime } from "../text/calendar.ts";
import { CannotRun, exitCode, type Io } from "./io.ts";
import { readProgram } from "./load-program.ts";

/**
 * Runs `once` now and after every change. What it can't do, such as write into a folder, is said, and tried again after the next change.
 * @throws CannotRun where there is no program at all.
 */
export async function runWatching(path: string | undefined, io: Io, once: () => Promise<unknown>): Promise<number> {
  let program = await readProgram(path, io.cwd);
  for (;;) {
    // Before it is read: what is saved meanwhile is a change.
    const state = programState(program);
    await unlessItCannot(io, once);
    io.note(`${timeOf(io)}: waiting for changes; Ctrl-C ends this\n`);
    if ((await stateChanged(program, state, io.stop)) === "stopped") return exitCode.fine;
    program = (await readAgain(path, io)) ?? program;
    io.note("\n");
  }
}

async function unlessItCannot(io: Io, once: () => Promise<unknown>): Promise<void> {
  try {
    await once();
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    io.stderr(`hubc: ${error.message}\n`);
  }
}

/** The program as it is now; nothing where its last file is gone for the moment. */
async function readAgain(path: string | undefined, io: Io): Promise<LoadedProgram | undefined> {
  try {
    return await readProgram(path, io.cwd);
  } catch (error) {
    if (error instanceof CannotRun) return undefined;
    throw error;
  }
}

function timeOf(io: Io): string {
  const now = io.now();
  return printTime(now.getHours() * 60 + now.getMinutes());
}

/** @throws CannotRun where `--watch` is given with something that ends after one run. */
export function refuseWatching(format: string | undefined): void {
  if (format !== undefined && format !== "text")
    throw new CannotRun(
      `--watch prints text as it goes on, and --format ${format} one document: leave one of them out.`,
    );
}
