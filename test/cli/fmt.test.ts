import { chmodSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCli } from "../support/run-cli.ts";
import { readTree, temporaryFolder } from "../support/temporary-folder.ts";

const untidy = 'group a{members=["ada"]}\n';
const tidy = (await runCli(["fmt", "--stdin"], { cwd: "/", stdin: untidy })).stdout;

test("the standard input is laid out to the standard output", async () => {
  expect(tidy).toMatch(/^group a \{/);
  expect(tidy).not.toBe(untidy);
  expect(await runCli(["fmt", "--stdin"], { cwd: "/", stdin: tidy })).toEqual({ code: 0, stdout: tidy, stderr: "" });
  expect(await runCli(["fmt", "--stdin", "--check"], { cwd: "/", stdin: untidy })).toEqual({
    code: 1,
    stdout: "",
    stderr: "",
  });
  expect(await runCli(["fmt", "--stdin"], { cwd: "/", stdin: new Uint8Array([0xff]) })).toMatchObject({ code: 2 });
  expect(await runCli(["fmt", "--stdin", "a.hub"], { cwd: "/" })).toMatchObject({ code: 2 });
});

test("files are rewritten and named, others left", async () => {
  const cwd = temporaryFolder({ "a.hub": untidy, "b/c.hub": untidy, "d.hub": tidy });
  expect(await runCli(["fmt", "--check"], { cwd })).toEqual({
    code: 1,
    stdout: "a.hub\nb/c.hub\n",
    stderr: "2 not laid out as hubc fmt does it\n",
  });
  expect(readTree(cwd)["a.hub"]).toBe(untidy);
  expect(await runCli(["fmt"], { cwd })).toEqual({ code: 0, stdout: "a.hub\nb/c.hub\n", stderr: "" });
  expect(readTree(cwd)).toEqual({ "a.hub": tidy, "b/c.hub": tidy, "d.hub": tidy });
  expect(await runCli(["fmt", "--check"], { cwd })).toEqual({ code: 0, stdout: "", stderr: "" });
});

test("several paths, permissions and links are kept", async () => {
  const cwd = temporaryFolder({ "p/a.hub": untidy, "q/b.hub": untidy, ".data/c.hub": untidy });
  chmodSync(join(cwd, "p/a.hub"), 0o640);
  symlinkSync(join(cwd, ".data/c.hub"), join(cwd, "c.hub"));
  expect((await runCli(["fmt", "p/a.hub", "q", "."], { cwd })).code).toBe(0);
  expect(statSync(join(cwd, "p/a.hub")).mode & 0o777).toBe(0o640);
  expect(readFileSync(join(cwd, ".data/c.hub"), "utf8")).toBe(tidy);
  expect(readFileSync(join(cwd, "q/b.hub"), "utf8")).toBe(tidy);
});

test("a file that is not UTF-8 is reported and never written", async () => {
  const bytes = Buffer.concat([Buffer.from(untidy), Buffer.from([0x23, 0xe9, 0x0a])]);
  const cwd = temporaryFolder({ "a.hub": bytes, "b.hub": untidy });
  const { code, stdout, stderr } = await runCli(["fmt"], { cwd });
  expect([code, stdout]).toEqual([1, "b.hub\n"]);
  expect(stderr).toContain("error[file/not-utf8]");
  expect(readFileSync(join(cwd, "a.hub"))).toEqual(bytes);
});
