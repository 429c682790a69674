// The line that says that a command is at work: it comes after a while without output, and what is printed never stands beside it.

import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { erase, type Progress, startProgress } from "../../compiler/cli/progress.ts";
import { runCli } from "../support/run-cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** A progress on a file in place of a terminal, and what has been written to it. */
function watched(after: number): { readonly progress: Progress; readonly written: () => string } {
  const folder = mkdtempSync(join(tmpdir(), "hubc-progress-"));
  const path = join(folder, "terminal");
  const terminal = openSync(path, "a");
  const progress = startProgress({ what: "hubc check", terminal, after });
  onTestFinished(() => {
    progress.end();
    closeSync(terminal);
    rmSync(folder, { recursive: true });
  });
  return { progress, written: () => readFileSync(path, "utf8") };
}

/** Holds this thread, as compiling does, until it is so. */
function holdUntil(isSo: () => boolean): void {
  const clock = new Int32Array(new SharedArrayBuffer(4));
  for (let i = 0; i < 6000 && !isSo(); i++) Atomics.wait(clock, 0, 0, 5);
}

it("says what is at work while the thread is, and takes it away before something is printed", () => {
  const { progress, written } = watched(0);
  holdUntil(() => written() !== "");
  expect(written()).toMatch(/\rhubc check: \d+ s$|\[2Khubc check: \d+ s$/);
  progress.end();
  expect(written().endsWith(erase)).toBe(true);
  const left = written();
  progress.hide();
  progress.end();
  expect(written()).toBe(left);
});

it("comes back after what was printed, where the command goes on", () => {
  const { progress, written } = watched(0);
  holdUntil(() => written() !== "");
  progress.hide();
  const before = written().length;
  holdUntil(() => written().length > before);
  expect(written().slice(before)).toMatch(/hubc check: \d+ s$/);
});

it("writes nothing where the command ends before that", () => {
  const { progress, written } = watched(3_600_000);
  progress.hide();
  progress.end();
  expect(written()).toBe("");
});

it("is told of everything that is printed, and is neither there for --quiet nor for what goes on until it is ended", async () => {
  const cwd = temporaryFolder({ "a.hub": "course c { }\n" });
  const heard: string[] = [];
  const progress = async (what: string) => {
    heard.push(what);
    return { hide: () => void heard.push("hide"), end: () => void heard.push("end") };
  };
  await runCli(["check"], { cwd, progress });
  expect(heard[0]).toBe("hubc check");
  expect(heard).toContain("hide");
  expect(heard.at(-1)).toBe("end");
  heard.length = 0;
  await runCli(["check", "--quiet"], { cwd, progress });
  const stop = AbortSignal.abort();
  await runCli(["check", "--watch"], { cwd, progress, stop });
  expect(heard).toEqual([]);
});
