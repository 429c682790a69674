// The line that says that a command is at work: it comes after a while without output, and what is printed never stands beside it.

import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "rolldown/utils";
import { expect, it, onTestFinished } from "vitest";
import { erase, type Progress, startProgress } from "../../compiler/cli/progress.ts";
import { runCli } from "../support/run-cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const progressFile = fileURLToPath(new URL("../../compiler/cli/progress.ts", import.meta.url));

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

it.each([
  ["the terminal takes nothing", []],
  ["no thread can be made", ["--experimental-permission", "--allow-fs-read=*"]],
])("goes on where %s", (_why, options) => {
  // In a process of its own, which can be ended if it waits for ever.
  const { code } = transformSync(progressFile, readFileSync(progressFile, "utf8"));
  const program = `${code}
    const progress = startProgress({ what: "hubc check", terminal: 3, after: 0 });
    const clock = new Int32Array(new SharedArrayBuffer(4));
    for (let i = 0; i < 20; i++) {
      Atomics.wait(clock, 0, 0, 50);
      progress.hide();
    }
    progress.end();
    console.log("ended");`;
  const path = join(temporaryFolder({ "program.mjs": program }), "program.mjs");
  const onlyToRead = openSync(progressFile, "r");
  onTestFinished(() => closeSync(onlyToRead));
  const { stdout, stderr } = spawnSync(process.execPath, [...options, path], {
    stdio: ["ignore", "pipe", "pipe", onlyToRead],
    encoding: "utf8",
    timeout: 60_000,
  });
  expect(stdout, stderr).toBe("ended\n");
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
