// What is found in books, assignments and Canvas ids.

import { describe, expect, test } from "vitest";
import { type CourseParts, courseProgram } from "../../support/course-program.ts";
import { checkProgram, programOf } from "../../support/programs.ts";

function places(parts: CourseParts, on?: string): string[] {
  const { diagnostics } = checkProgram(programOf(courseProgram(parts)), on === undefined ? {} : { on });
  return diagnostics
    .filter(({ code }) => /^course\//.test(code) && code !== "course/term-over")
    .map(({ code, span }) => `${code}: ${span.file.text.slice(span.start, span.end)}`);
}

describe("a book", () => {
  const book = (body: string, course = "") => ({
    course: `${course}  textbook {\n    repo = "https://github.com/o/book"\n${body}  }\n`,
  });

  test("of Jupyter Book 1 says its branch, of 2 need not", () => {
    expect(places(book("    builder = jupyter-book-1\n"))).toEqual(["course/book-branch: jupyter-book-1"]);
    expect(places(book("    builder = jupyter-book-2\n"))).toEqual([]);
  });

  test("has no button where it can't, and that is said to who asked for one", () => {
    const one = '    builder = jupyter-book-1\n    branch = "main"\n';
    expect(places(book("    builder = jupyter-book-2\n    launch = [binder, hub]\n"))).toHaveLength(1);
    expect(places(book(`${one}    launch = [hub]\n`))).toEqual([]);
    const rstudio = {
      ...book(`${one}    launch = [hub]\n`, "  open-with = rstudio\n"),
      pip: "jupyter-rsession-proxy==2.3.0",
    };
    expect(places(rstudio)).toEqual(["course/no-hub-button: hub"]);
    expect(places({ ...rstudio, ...book(one, "  open-with = rstudio\n") })).toEqual([]);
  });
});

describe("an assignment", () => {
  const otter = (body: string): CourseParts => ({
    course: `  grading otter {\n    assignment hw01 {\n      notebook = "hw01.ipynb"\n${body}    }\n  }\n`,
    pip: "otter-grader==6.1.6",
  });

  test("may be due on the first and the last day of the term", () => {
    expect(places(otter("      released = 2026-08-26 00:00\n      due = 2026-12-18 23:59\n"))).toEqual([]);
    expect(places(otter("      released = 2026-08-25 23:59\n      due = 2026-12-19 00:00\n"))).toEqual([
      "course/assignment-outside-term: 2026-08-25 23:59",
      "course/assignment-outside-term: 2026-12-19 00:00",
    ]);
  });

  test("is due after it is released", () => {
    expect(places(otter("      released = 2026-09-09 12:00\n      due = 2026-09-09 12:00\n"))).toEqual([
      "course/due-before-release: 2026-09-09 12:00",
    ]);
  });

  test("shows hidden tests once it is due", () => {
    const parts = otter("      due = 2026-10-05 12:00\n      show-hidden = true\n");
    expect(places(parts)).toEqual(["course/hidden-tests-shown: true"]);
    expect(places(parts, "2026-10-06")).toEqual([]);
  });
});

describe("a course in Canvas", () => {
  const lms = (url: string) => `  staff = ta\n  lms canvas {\n    url = "${url}"\n    course = 77\n  }\n`;
  const auth = `auth canvas {
    url = "https://bcourses.example.edu/"
    client-id = secret("canvas/client-id")
    client-secret = secret("canvas/client-secret")
    allow = everyone
  }`;
  const group = (id: number) => `group ta {\n  from canvas {\n    course = ${id}\n    role = ta\n  }\n}\n`;

  test("is in that of its hub, and its people are of the same course there", () => {
    expect(places({ course: lms("https://bcourses.example.edu"), auth, more: group(77) })).toEqual([]);
    expect(places({ course: lms("https://other.example.edu"), auth, more: group(78) })).toEqual([
      'course/canvas-elsewhere: "https://other.example.edu"',
      "course/other-canvas-course: 78",
    ]);
  });

  test("may be in any Canvas where its hub signs people in otherwise", () => {
    expect(places({ course: lms("https://other.example.edu"), more: 'group ta { members = ["ada"] }\n' })).toEqual([]);
  });
});
