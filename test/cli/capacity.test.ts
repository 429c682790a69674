import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { courseOnGke } from "../support/course-on-gke.ts";
import { runCli } from "../support/run-cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

function project(text: string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "project.hub"), text);
  return folder;
}

const fits = courseOnGke({ course: "  students = 100\n" });

test("hubc capacity prints the table of the day", async () => {
  const ran = await runCli(["capacity", "--on", "2026-11-23"], { cwd: project(fits) });
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  expect(ran.stdout).toMatch(/^h-prod on gke k, 2026-11-23\n/);
  expect(ran.stdout).toContain("4 of 5");
});

test("it prints data and a picture", async () => {
  const cwd = project(fits);
  const json = await runCli(["capacity", "--format", "json"], { cwd });
  expect(JSON.parse(json.stdout)).toMatchObject({ on: "2026-10-05", releases: [{ name: "h-prod" }] });
  const picture = await runCli(["capacity", "--format", "svg"], { cwd });
  expect(picture.stdout).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /);
  expect((await runCli(["capacity", "--format", "png"], { cwd })).code).toBe(2);
});

test("where the class does not fit it says so, and still prints by how much", async () => {
  const ran = await runCli(["capacity"], { cwd: project(courseOnGke({ course: "  students = 1000\n" })) });
  expect(ran.code).toBe(1);
  expect(ran.stderr).toContain("error[course/pool-too-small]");
  expect(ran.stdout).toContain("38 of 5, too few");
});

test("--stage picks a release", async () => {
  const hub = '  stage staging { domain = "s.example.edu" }\n  stage prod { }\n';
  const cwd = project(courseOnGke({ course: "  students = 100\n", hub }));
  const ran = await runCli(["capacity", "--stage", "staging"], { cwd });
  expect(ran.stdout).toMatch(/^h-staging on gke k/);
  expect(ran.stdout).not.toContain("h-prod on");
  expect((await runCli(["capacity", "--stage", "stagin"], { cwd })).code).toBe(2);
});
