// check and build around a compiler that stands in for the real one: each line of a source says what it is to give.
//   write PATH TEXT · error|warning CODE · stage NAME · throw MESSAGE

import { createHash } from "node:crypto";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.ts";
import type { CompileOptions, Sources } from "../../compiler/examine.ts";
import { runCli } from "../support/run-cli.ts";
import { putFiles, readTree, temporaryFolder } from "../support/temporary-folder.ts";

const asked: CompileOptions[] = [];

vi.mock("../../compiler/cli/check-program.ts", () => ({ checkProgram: pretend, compileProgram: pretend }));

function pretend(sources: Sources, options: CompileOptions) {
  asked.push(options);
  const statements = sources.files.flatMap((file) =>
    [...file.text.matchAll(/^(\w+) (\S+) ?(.*)$/gm)].map((match) => ({ file, at: match.index, words: match.slice(1) })),
  );
  const diagnostics = statements.flatMap(({ file, at, words: [word, code = ""] }): Diagnostic[] => {
    if (word === "throw") throw new Error("the compiler fell over");
    if (word !== "error" && word !== "warning") return [];
    const span = { file, start: at, end: at + word.length };
    return [{ code, severity: word, message: "Oh.", span, related: [], fixes: [] }];
  });
  const failed = diagnostics.some(({ severity }) => severity === "error");
  const writes = statements.filter(({ words }) => words[0] === "write");
  const files = writes.map(({ words: [, path = "", text = ""] }) => ({ path, text: `${text}\n`, origins: [] }));
  const sums = files.map(({ path, text }) => [path, { sha256: createHash("sha256").update(text).digest("hex") }]);
  const manifest = `${JSON.stringify({ version: 1, files: Object.fromEntries(sums) })}\n`;
  const stages = statements.filter(({ words }) => words[0] === "stage").map(({ words }) => words[1]);
  const releases = stages.map((stage) => ({ hub: "datahub", stage }));
  const model = { project: { out: { value: "made" } }, hubs: [{ name: "datahub" }], externalHubs: [], releases };
  return {
    diagnostics,
    model: failed ? undefined : model,
    files: failed ? [] : [...files, { path: "hubc-manifest.json", text: manifest, origins: [] }],
  };
}

test("check prints what it finds, says how much, and exits with 1 for errors only", async () => {
  const cwd = temporaryFolder({ "p/project.hub": "project p { }\n", "p/a.hub": "warning b/c\n" });
  const warned = await runCli(["check", "p"], { cwd });
  expect(warned).toEqual({
    code: 0,
    stdout: "warning[b/c]: Oh.\n --> p/a.hub:1:1\n  |\n1 | warning b/c\n  | ^^^^^^^\n",
    stderr: "1 warning\n",
  });
  putFiles(cwd, { "p/b.hub": "error d/e\n" });
  const failed = await runCli(["check"], { cwd: join(cwd, "p") });
  expect([failed.code, failed.stderr]).toEqual([1, "1 error, 1 warning\n"]);
  expect(failed.stdout).toContain(" --> b.hub:1:1\n");
});

test("check as JSON has nothing else on the standard output, and paths from the project's root", async () => {
  const cwd = temporaryFolder({ "p/a.hub": "error b/c\n", "p/x.hub": Buffer.from([0xff]) });
  const { code, stdout, stderr } = await runCli(["check", "p", "--format", "json"], { cwd });
  expect([code, stderr]).toEqual([1, ""]);
  const report = JSON.parse(stdout);
  expect(report.diagnostics.map((found: { code: string; file: string }) => `${found.code} ${found.file}`)).toEqual([
    "b/c a.hub",
    "file/not-utf8 x.hub",
  ]);
  expect(report.summary).toEqual({ errors: 2, warnings: 0, infos: 0 });
});

test("colours are for terminals, unless the environment says otherwise", async () => {
  const cwd = temporaryFolder({ "a.hub": "error b/c\n" });
  const coloured = async (env: Record<string, string>, tty: boolean) =>
    (await runCli(["check"], { cwd, env, tty })).stdout.includes("\u001B[");
  expect(await coloured({}, true)).toBe(true);
  expect(await coloured({}, false)).toBe(false);
  expect(await coloured({ NO_COLOR: "1" }, true)).toBe(false);
  expect(await coloured({ TERM: "dumb" }, true)).toBe(false);
  expect(await coloured({ FORCE_COLOR: "1" }, false)).toBe(true);
  expect(await coloured({ FORCE_COLOR: "0" }, true)).toBe(false);
  expect(await coloured({ NO_COLOR: "", FORCE_COLOR: "" }, true)).toBe(true);
});

test("the date is the one given, else today where the command runs", async () => {
  const cwd = temporaryFolder({ "a.hub": "" });
  asked.length = 0;
  await runCli(["check", "--on", "1970-02-01"], { cwd });
  await runCli(["check"], { cwd, now: new Date(1970, 0, 3, 23, 59) });
  expect(asked.map(({ on }) => on)).toEqual([31, 2]);
  expect(await runCli(["check", "--on", "2026-02-30"], { cwd })).toMatchObject({
    code: 2,
    stderr: 'hubc: --on "2026-02-30": there is no such day.\n',
  });
  expect((await runCli(["build", "--on", "today"], { cwd })).stderr).toContain("a date is written 2026-10-05");
});

test("build writes to the project's folder, says what, and leaves alone what is as it should be", async () => {
  const cwd = temporaryFolder({ "p/a.hub": "write x/y.txt one\nwrite z.txt two\n" });
  const first = await runCli(["build", "p"], { cwd });
  expect(first).toEqual({
    code: 0,
    stdout: "wrote p/made/hubc-manifest.json\nwrote p/made/x/y.txt\nwrote p/made/z.txt\n",
    stderr: "p/made: 3 written, 0 removed, 0 unchanged\n",
  });
  putFiles(cwd, { "p/a.hub": "write x/y.txt one\n" });
  expect((await runCli(["build", "p"], { cwd })).stdout).toBe(
    "wrote p/made/hubc-manifest.json\nremoved p/made/z.txt\n",
  );
  expect(await runCli(["build", "p"], { cwd })).toMatchObject({ code: 0, stdout: "" });
  expect(await runCli(["build", "p", "--out", "o"], { cwd })).toMatchObject({ code: 0 });
  expect(readTree(join(cwd, "o"))["x/y.txt"]).toBe("one\n");
});

test("build with errors writes nothing and keeps what is there", async () => {
  const cwd = temporaryFolder({ "a.hub": "write a.txt one\n" });
  await runCli(["build"], { cwd });
  const before = readTree(join(cwd, "made"));
  putFiles(cwd, { "a.hub": "write b.txt one\nerror b/c\n" });
  const { code, stdout, stderr } = await runCli(["build"], { cwd });
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toContain("error[b/c]: Oh.\n");
  expect(stderr).toContain("1 error; nothing was written\n");
  expect(readTree(join(cwd, "made"))).toEqual(before);
});

test("a project reached through a link is shown as it was named", async () => {
  const real = temporaryFolder({ "a.hub": "warning b/c\nwrite a.txt one\n" });
  const cwd = temporaryFolder();
  symlinkSync(real, join(cwd, "p"));
  expect((await runCli(["check", "p"], { cwd })).stdout).toContain(" --> p/a.hub:1:1\n");
  expect((await runCli(["build", "p"], { cwd })).stdout).toContain("wrote p/made/a.txt\n");
  expect(readTree(real)["made/a.txt"]).toBe("one\n");
});

test("build does not start with a file of the program unread", async () => {
  const cwd = temporaryFolder({ "a.hub": "write a.txt one\n", "b.hub": Buffer.from([0xff]) });
  expect(await runCli(["build"], { cwd })).toMatchObject({ code: 1 });
  expect(readTree(join(cwd, "made"))).toEqual({});
});

test("build as JSON tells diagnostics and files in one", async () => {
  const cwd = temporaryFolder({ "a.hub": "write a.txt one\nwarning b/c\n" });
  const { code, stdout, stderr } = await runCli(["build", "--format=json"], { cwd });
  expect([code, stderr]).toEqual([0, ""]);
  expect(JSON.parse(stdout)).toMatchObject({
    version: 1,
    diagnostics: [{ code: "b/c" }],
    build: { out: "made", written: ["a.txt", "hubc-manifest.json"], removed: [], unchanged: 0 },
  });
});

test("build names the files in its way, and what to do", async () => {
  const cwd = temporaryFolder({ "a.hub": "write a.txt one\n", "made/a.txt": "mine" });
  expect(await runCli(["build"], { cwd })).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "hubc: These files are in the way, and hubc did not write them:\n  made/a.txt\nNothing was written. What to do: move what you want to keep into the project's .hub files or elsewhere, then build again with --force to replace these files.\n",
  });
  expect(await runCli(["build", "--force"], { cwd })).toMatchObject({ code: 0 });
});

test("a hub or stage that is not there is a mistake of the request", async () => {
  const cwd = temporaryFolder({ "a.hub": "stage prod\nstage staging\nwrite hubs/datahub/prod/x 1\n" });
  asked.length = 0;
  expect(await runCli(["build", "--hub", "dathub"], { cwd })).toMatchObject({
    code: 2,
    stderr: 'hubc: There is no hub "dathub". Did you mean datahub?\n',
  });
  expect((await runCli(["check", "--stage", "test"], { cwd })).stderr).toBe(
    'hubc: There is no stage "test". There is prod, staging.\n',
  );
  expect(readTree(join(cwd, "made"))).toEqual({});
  expect(await runCli(["build", "--hub", "datahub", "--stage", "prod"], { cwd })).toMatchObject({ code: 0 });
  expect(asked.at(-1)).toMatchObject({ hub: "datahub", stage: "prod" });
});

test("a build of one stage does not remove the others", async () => {
  const cwd = temporaryFolder({
    "a.hub": "stage prod\nstage staging\nwrite hubs/datahub/prod/x 1\nwrite images/i 1\n",
  });
  await runCli(["build"], { cwd });
  putFiles(cwd, { "a.hub": "stage prod\nstage staging\nwrite hubs/datahub/staging/x 1\nwrite images/i 1\n" });
  const { code, stderr } = await runCli(["build", "--stage", "staging"], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain("  made/hubs/datahub/prod/x\n");
  expect(await runCli(["build"], { cwd })).toMatchObject({ code: 0 });
});

test("no program is a sentence that says what to do", async () => {
  const cwd = temporaryFolder({ "a/project.hub": "project a { }\n" });
  expect(await runCli(["check"], { cwd })).toMatchObject({
    code: 2,
    stderr: "hubc: There is no .hub file here but in projects of their own: a. Name one of them.\n",
  });
  expect((await runCli(["check", "b"], { cwd })).stderr).toBe(
    "hubc: b can't be read: there is no such file or folder (ENOENT).\n",
  );
  expect((await runCli(["build"], { cwd: temporaryFolder() })).stderr).toBe(
    "hubc: There is no .hub file here. hubc init begins a project.\n",
  );
});

test("a bug is one message, its stack only for those who ask", async () => {
  const cwd = temporaryFolder({ "a.hub": "throw x\n" });
  const quiet = await runCli(["check"], { cwd });
  expect(quiet).toEqual({
    code: 2,
    stdout: "",
    stderr: "hubc: this is a bug in hubc, not in your program: the compiler fell over\nHUBC_DEBUG=1 shows where.\n",
  });
  expect((await runCli(["check"], { cwd, env: { HUBC_DEBUG: "1" } })).stderr).toMatch(/\n {4}at /);
});
