import { chmodSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findProgram, runProgram } from "../../compiler/node/run-program.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const environment = { PATH: process.env["PATH"] };
const node = (script: string, timeout = 20_000) =>
  runProgram({ program: process.execPath, arguments: ["-e", script], environment, timeout });

test("a program that ends", async () => {
  expect(await node('console.log("out"); console.error("err"); process.exit(3)')).toEqual({
    kind: "ended",
    code: 3,
    stdout: "out\n",
    stderr: "err\n",
  });
});

test("words are words: there is no shell", async () => {
  const call = { program: process.execPath, environment, timeout: 120_000 };
  const words = ["-p", "process.argv.slice(1).join('|')", "--", "$(touch x)", "a b", ";"];
  expect(await runProgram({ ...call, arguments: words })).toMatchObject({ stdout: "$(touch x)|a b|;\n" });
});

test("a program that does not end, and one whose child does not", async () => {
  expect(await node("setInterval(() => {}, 1000)", 300)).toEqual({ kind: "too-slow" });
  const child =
    'require("node:child_process").spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"], {stdio: "inherit", detached: true}).unref()';
  expect(await node(child)).toMatchObject({ kind: "ended", code: 0 });
});

test("of much that is printed, the end is kept", async () => {
  const end = await node('process.stdout.write("a".repeat(20 * 2 ** 20) + "the end")');
  expect(end).toMatchObject({ kind: "ended", code: 0 });
  if (end.kind !== "ended") return;
  expect(end.stdout.length).toBe(8 * 2 ** 20);
  expect(end.stdout.endsWith("the end")).toBe(true);
});

test("a program that is not there, and how one is found", async () => {
  const folder = temporaryFolder({ "a/tool": "no program", "b/tool": "#!/bin/sh\n", "c/tool/x": "" });
  chmodSync(join(folder, "b/tool"), 0o755);
  const PATH = ["c", "a", "b"].map((name) => join(folder, name)).join(":");
  expect(findProgram("tool", { PATH })).toBe(join(folder, "b/tool"));
  expect(findProgram("tool", { PATH: "" })).toBeUndefined();
  expect(findProgram("tool", {})).toBeUndefined();
  const call = { program: join(folder, "none"), arguments: [], environment, timeout: 1000 };
  expect(await runProgram(call)).toEqual({ kind: "not-started" });
});
