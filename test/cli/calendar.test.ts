import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { courseProgram } from "../support/course-program.ts";
import { runCli } from "../support/run-cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

function project(text: string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "p.hub"), text);
  return folder;
}

const withExam = () =>
  project(
    courseProgram({
      course: "  memory = 1GiB .. 2GiB\n  exam midterm { at = 2026-10-16 19:00 .. 21:00  memory = 2GiB }\n",
    }),
  );

test("hubc calendar says what is when", async () => {
  const { code, stdout } = await runCli(["calendar", "--on", "2026-10-05"], { cwd: withExam() });
  expect(code).toBe(0);
  expect(stdout).toContain("2026-10-16 19:00 to 21:00");
  expect(stdout).toMatch(/2026-10-17 +datahub \(prod\) +exam midterm of data8 ends/);
});

test("a range and a format can be picked", async () => {
  const { stdout } = await runCli(["calendar", "--from", "2026-10-17", "--to", "2026-10-20", "--format", "json"], {
    cwd: withExam(),
  });
  const { events, changes } = JSON.parse(stdout);
  expect(events.map(({ id }: { id: string }) => id)).toEqual(["course.data8", "term.data8"]);
  expect(changes.map(({ date }: { date: string }) => date)).toEqual(["2026-10-17"]);
  const ics = await runCli(["calendar", "--on", "2026-10-05", "--format", "ics"], { cwd: withExam() });
  expect(ics.stdout).toMatch(/^BEGIN:VCALENDAR\r\n/);
});

test.each([
  [["--from", "2026-13-01"], '--from "2026-13-01": there is no such day'],
  [["--to", "tomorrow"], '--to "tomorrow": a date is written 2026-10-05'],
  [["--from", "2026-10-05", "--to", "2026-10-04"], "--from 2026-10-05 is after --to 2026-10-04"],
])("%s is a mistake of the request", async (options, message) => {
  const ran = await runCli(["calendar", ...options], { cwd: withExam() });
  expect(ran).toMatchObject({ code: 2, stdout: "" });
  expect(ran.stderr).toContain(message);
});

test("with a time zone that is none there is no calendar", async () => {
  const lost = project(`project p { timezone = "Europe/Atlantis" }\n${courseProgram({})}`);
  const ran = await runCli(["calendar", "--format", "ics"], { cwd: lost });
  expect(ran).toMatchObject({ code: 1, stdout: "" });
  expect(ran.stderr).toContain("error[schema/bad-text]");
});

test("where the program has errors there is no calendar", async () => {
  const broken = project(courseProgram({ course: "  students = many\n" }));
  const ran = await runCli(["calendar"], { cwd: broken });
  expect(ran).toMatchObject({ code: 1, stdout: "" });
  expect(ran.stderr).toContain("error[");
});
