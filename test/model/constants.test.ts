import { describe, expect, test } from "vitest";
import { findings, modelOf, smallProgram } from "../support/small-program.ts";

describe("a constant of each type", () => {
  const more = `let title   = "\${short} of science"
let short   = "Foundations"
let size    = 1GiB .. 2GiB
let half    = 0.5
let days    = 2026-08-26 .. 2026-12-18
let weeks   = 3w
let number  = 12
let yes-it  = true
let people  = ["ada", "grace"]
let page    = "https://example.edu/\${number}"
let long    = """
  Two
  lines.
  """
let key     = secret("deploy/key")
`;
  const course =
    "term = days\nmemory = size\ncpu = half\ngrace = weeks\nstudents = number\ncollaboration = yes-it\nlinks { page = page }";
  const text = smallProgram({
    course,
    hub: "admins = people\nannouncement = long\nenvironment { KEY = key  TITLE = title }",
    image: "pip { jupyter-collaboration }",
    more,
  });

  test("is read by the type of the setting that names it", () => {
    const { courses, releases } = modelOf(text);
    const [made] = courses;
    const [release] = releases;
    expect(made?.memory?.value).toEqual({ from: 2 ** 30, to: 2 ** 31 });
    expect(made?.cpu?.value).toEqual({ from: 0.5, to: 0.5 });
    expect(made?.grace.value).toBe(21 * 86_400);
    expect(made?.students?.value).toBe(12);
    expect(made?.collaboration.value).toBe(true);
    expect(made?.links[0]?.url.value).toBe("https://example.edu/12");
    expect(release?.admins.map(({ value }) => value)).toEqual(["ada", "grace"]);
    expect(release?.announcement?.value).toBe("Two\nlines.\n");
    expect(release?.environment.map(({ value }) => value.value)).toEqual([
      { kind: "secret", path: "deploy/key", key: "deploy.key" },
      "Foundations of science",
    ]);
  });
});

test.each([
  ['let a = "${b}"\nlet b = "${c}"\nlet c = "${a}"', "names/constant-cycle"],
  ['let a = "${nothing}"', "names/unknown-constant"],
  ['let key = secret("a/b")\nlet a = "x ${key}"', "secret/in-text"],
  ['let key = secret("A B")', "secret/bad-path"],
  ['let list = ["ghp_0123456789abcdefghijABCDEFGHIJ012345"]', "secret/looks-like-secret"],
  ["let a = 1\nlet a = 2", "names/duplicate"],
  ['let list = [1]\nlet a = "${list}"', "schema/wrong-type"],
  ['let a = file("../x")', "file/outside-project"],
])("%s", (more, code) => {
  expect([...new Set(findings(smallProgram({ more })))]).toEqual([code]);
});

test("a mistake in a constant is told once, however often it is used", () => {
  const course = "links { a = page  b = page }";
  expect(findings(smallProgram({ course, more: 'let page = "ftp//x"' }))).toEqual(["schema/bad-text"]);
});

test("a constant of the wrong type is told where it is used", () => {
  expect(findings(smallProgram({ course: "memory = size", more: 'let size = "2GiB"' }))).toEqual(["schema/wrong-type"]);
});

test("file() stands for the text of a file of the project, by any way to it", () => {
  const assets = new Map([["notes/welcome.md", "Hello\n"]]);
  for (const path of ["notes/welcome.md", "./notes/../notes/welcome.md"]) {
    const text = smallProgram({ hub: `announcement = file("${path}")` });
    expect(modelOf(text, { assets }).releases[0]?.announcement?.value).toBe("Hello\n");
  }
  const wrong = smallProgram({ hub: 'announcement = file("notes/welcom.md")' });
  expect(findings(wrong, { assets })).toEqual(["file/not-found"]);
});

test("constants that name one another where a declaration is expected are a circle, and told as one", () => {
  const text = smallProgram({ more: "let a = b\nlet b = a" }).replace(/hub += h\n/, "hub = a\n");
  expect(text).toContain("hub = a\n");
  expect(findings(text)).toEqual(["names/constant-cycle"]);
});
