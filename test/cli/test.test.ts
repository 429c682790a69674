// hubc test, as people and CI run it.

import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runCli } from "../support/run-cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const examples = fileURLToPath(new URL("../../examples", import.meta.url));
const world = { cwd: examples };

/** The example with one of its files changed. */
function changed(file: string, change: (text: string) => string): string {
  const folder = temporaryFolder();
  cpSync(join(examples, "data8"), folder, { recursive: true, filter: (path) => !path.endsWith("/out") });
  const path = join(folder, file);
  writeFileSync(path, change(readFileSync(path, "utf8")));
  return folder;
}

test("both examples hold what they expect", async () => {
  for (const [name, count] of [
    ["data8", 8],
    ["stat159", 4],
  ] as const) {
    const { code, stdout, stderr } = await runCli(["test", name], world);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(`\n${count} expectations hold.\n`);
  }
});

test("what fails is shown with the value that decided it, and ends with 1", async () => {
  const folder = changed("course/course.hub", (text) => text.replace("    memory = 2GiB\n", "    memory = 1GiB\n"));
  const { code, stdout } = await runCli(["test", folder], world);
  expect(code).toBe(1);
  expect(stdout).toContain(
    "`server.memory.from` is `1GiB` on 2026-10-16: `midterm-has-room` requires `server.memory.from >= 2GiB` for a student of `data8`. The midterm was promised 2 GiB for everybody.",
  );
  expect(stdout).toMatch(/\d+ \| {5}memory = 1GiB\n {3}\| {14}---- `server\.memory\.from` is `1GiB`\./);
  expect(stdout).toContain("midterm-has-room fails: 1 of 2 requirements on 2026-10-16\n");
});

test("it asks on one day", async () => {
  const { stdout } = await runCli(["test", "data8", "--on", "2026-10-05"], world);
  expect(stdout).toContain("students-can-work holds: 7 requirements on 2026-10-05\n");
  expect(stdout).toContain("midterm-has-room is about other days\n");
});

test("as JUnit it has a case for each requirement", async () => {
  const folder = changed("hub.hub", (text) => text.replace('"oski"', '"os<&ki"'));
  const failing = changed("hub.hub", (text) => text.replace('["oski"]', '["carol"]'));
  expect((await runCli(["test", folder, "--format", "junit"], world)).code).toBe(1);
  const { code, stdout } = await runCli(["test", failing, "--format", "junit"], world);
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="hubc test" tests="20" failures="1">\n/,
  );
  expect(stdout).toContain('<testcase classname="oski-runs-the-hub" name="is-admin" file="expect.hub" line="6">');
  expect(stdout).toContain('type="expect/failed">`is-admin` is `false`');
  expect(stdout).toContain("hub.hub:6: ");
});

test("as JSON it has the status of each, and the findings", async () => {
  const { stdout } = await runCli(["test", "data8", "--format", "json"], world);
  const report: { expectations: { name: string; status: string; days: string[] }[]; diagnostics: unknown[] } =
    JSON.parse(stdout);
  expect(report.diagnostics).toEqual([]);
  expect(report.expectations.map(({ status }) => status)).toEqual(Array(8).fill("holds"));
  expect(report.expectations[0]?.days).toEqual(["2026-08-12", "2026-10-16", "2026-10-17", "2026-11-02", "2026-11-21"]);
});

test("a program with errors is not tested, and one without expectations says so", async () => {
  const broken = changed("hub.hub", (text) => text.replace("homes         = homes", "homes = home"));
  const { code, stdout, stderr } = await runCli(["test", broken], world);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain("names/unknown-storage");
  const none = await runCli(["test", "external-hub"], world);
  expect(none).toMatchObject({ code: 0, stdout: "There is no `expect` here, so there is nothing to test.\n" });
});
