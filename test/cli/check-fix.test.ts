// hubc check --fix: what is written, what is only shown, and what a patch looks like.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCli } from "../support/run-cli.ts";
import { smallProgram } from "../support/small-program.ts";
import { putFiles, temporaryFolder } from "../support/temporary-folder.ts";

const wrong = smallProgram({ course: "  opn-with = lab\n  memory = 2" });
const right = wrong.replace("opn-with", "open-with");

function project(text = wrong) {
  const cwd = temporaryFolder({ "p/a.hub": text });
  return { cwd, read: () => readFileSync(join(cwd, "p/a.hub"), "utf8") };
}

test("what is certain is written, and what is a guess is shown as an option", async () => {
  const { cwd, read } = project();
  const ran = await runCli(["check", "p", "--fix"], { cwd });
  expect(read()).toBe(right);
  expect(ran.code).toBe(1);
  expect(ran.stderr).toContain("mended p/a.hub: Write `open-with` (schema/unknown-setting)");
  expect(ran.stdout).toContain("= option: Write `2GiB`");
});

test("--dry-run and --diff write nothing; the patch is one that git takes", async () => {
  const { cwd, read } = project();
  const dry = await runCli(["check", "p", "--fix", "--dry-run"], { cwd });
  expect(dry.stderr).toContain("would mend p/a.hub: Write `open-with`");
  const { stdout, stderr, code } = await runCli(["check", "p", "--fix", "--diff"], { cwd });
  expect([read(), code]).toEqual([wrong, 1]);
  expect(stderr).toContain("would mend p/a.hub: Write `open-with`");
  expect(stdout).toMatch(/^--- a\/p\/a\.hub\n\+\+\+ b\/p\/a\.hub\n@@ [^\n]+ @@\n/);
  putFiles(cwd, { "fix.patch": stdout });
  execFileSync("git", ["apply", "fix.patch"], { cwd });
  expect(read()).toBe(right);
});

test.each([
  ["alone", (text: string) => text],
  ["before lines that end as in Windows", (text: string) => text.replaceAll("\n", "\r\n")],
  ["before a first line that is mended", (text: string) => text.replace("course c {", "course c : ")],
  ["before a long file", (text: string) => `# ${"a\n# ".repeat(40)}\n${text}`],
])("a patch is one that git takes with a byte order mark %s", async (_name, changed) => {
  const { cwd, read } = project(`\ufeff${changed(wrong)}`);
  const { stdout } = await runCli(["check", "p", "--fix", "--diff"], { cwd });
  const patched = temporaryFolder({ "p/a.hub": read(), "fix.patch": stdout });
  execFileSync("git", ["apply", "fix.patch"], { cwd: patched });
  await runCli(["check", "p", "--fix"], { cwd });
  expect(readFileSync(join(patched, "p/a.hub"), "utf8")).toBe(read());
  expect(read()).toContain("open-with");
});

test("what would be set is shown as a patch that git takes, with the mark that the file begins with", async () => {
  const { cwd, read } = project(`\ufeff${right.replace("  memory = 2\n", "")}`);
  const { stdout } = await runCli(["set", "course.c.title", "D", "p", "--dry-run"], { cwd });
  putFiles(cwd, { "fix.patch": stdout });
  execFileSync("git", ["apply", "fix.patch"], { cwd });
  expect(read()).toContain('\ufeffcourse c {\n  title = "D"');
});

test("a patch shows no secret", async () => {
  const token = `ghp_${"0123456789abcdefghijABCDEFGHIJ012345"}`;
  const { cwd } = project(smallProgram({ course: `  opn-with = lab\n  links { ed = "${token}" }` }));
  const { stdout } = await runCli(["check", "p", "--fix", "--diff"], { cwd });
  expect(stdout).toContain("+  open-with = lab");
  expect(stdout).not.toContain(token);
});

test.each([
  [["check", "p", "--diff"], "--diff goes with --fix"],
  [["check", "p", "--dry-run"], "--dry-run goes with --fix"],
  [["check", "p", "--fix", "--diff", "--format", "json"], "leave one of them out"],
])("%j can't run", async (argv, message) => {
  const { stderr, code } = await runCli(argv, project());
  expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
});

test.each([
  ["lines that end as in Windows", (text: string) => text.replaceAll("\n", "\r\n")],
  ["a byte order mark", (text: string) => `\ufeff${text}`],
  ["a byte order mark and such lines", (text: string) => `\ufeff${text.replaceAll("\n", "\r\n")}`],
  ["no line end at its end", (text: string) => text.trimEnd()],
])("what is mended keeps %s", async (_name, written) => {
  const { cwd, read } = project(written(wrong));
  await runCli(["check", "p", "--fix"], { cwd });
  expect(read()).toBe(written(right));
});
