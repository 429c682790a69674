import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { courseProgram } from "../support/course-program.ts";
import { runCli } from "../support/run-cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const course = `  content m {
    repo = "https://github.com/o/r"
    open { lec01 = "lec01.ipynb" }
  }
  links { ed = "https://edstem.org/us/courses/12345/discussion/" }
`;
const hub = '  stage staging { domain = "staging.example.edu" }\n  stage prod { }\n';
const second =
  'course other {\n  title = "Other"\n  hub = datahub\n  image = data8\n  term = 2026-08-26 .. 2026-12-18\n}\n';

function project(text: string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "p.hub"), text);
  return folder;
}

const two = courseProgram({ course, hub: `${hub}  choose = by-choice\n`, more: second });

test("hubc links lists what each course opens, on every stage", async () => {
  const { code, stdout } = await runCli(["links"], { cwd: project(two) });
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^data8: Foundations of Data Science\n {2}lec01 \(prod\) +https:\/\/data8\.datahub\.berkeley\.edu\/hub\//,
  );
  expect(stdout).toMatch(/\n {2}lec01 \(staging\) +https:\/\/staging\.example\.edu\/hub\//);
  expect(stdout).toMatch(/\n {2}ed +https:\/\/edstem\.org/);
  expect(stdout).toContain("\nother: Other\n");
});

test("a course and a stage can be picked", async () => {
  const { stdout } = await runCli(["links", "data8", "--stage", "staging"], { cwd: project(two) });
  expect(stdout).not.toContain("data8.datahub.berkeley.edu");
  expect(stdout).not.toContain("Other");
  expect(stdout).toContain("  lec01  https://staging.example.edu/");
});

test("the formats are those of the files of a build", async () => {
  const table = (await runCli(["links", "--format", "csv"], { cwd: project(two) })).stdout.split("\n");
  expect(table.filter((line) => line.startsWith("stage,content"))).toHaveLength(1);
  expect(table.filter((line) => /^(?:prod|staging),m,lec01,/.test(line))).toHaveLength(2);
  const both = JSON.parse((await runCli(["links", "--format", "json"], { cwd: project(two) })).stdout);
  expect(both.map((one: { course: string }) => one.course)).toEqual(["data8", "other"]);
  const one = JSON.parse((await runCli(["links", "data8", "--format", "json"], { cwd: project(two) })).stdout);
  expect(one.links).toHaveLength(2);
  expect((await runCli(["links", "data8", "--format", "html"], { cwd: project(two) })).stdout).toMatch(
    /^<!doctype html>/,
  );
  expect((await runCli(["links", "data8", "--format", "md"], { cwd: project(two) })).stdout).toMatch(/^# Foundations/);
});

test("a course that is not there is a mistake of the request", async () => {
  const ran = await runCli(["links", "dta8"], { cwd: project(two) });
  expect(ran).toMatchObject({ code: 2, stdout: "" });
  expect(ran.stderr).toContain('There is no course "dta8". Did you mean data8?');
});

test("where the program has errors nothing is listed", async () => {
  const broken = project(courseProgram({ course: `${course}  students = many\n` }));
  const ran = await runCli(["links", "data8"], { cwd: broken });
  expect(ran).toMatchObject({ code: 1, stdout: "" });
  expect(ran.stderr).toContain("error[");
});
