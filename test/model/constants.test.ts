import { describe, expect, test } from "vitest";
import { checkProgram, programOf } from "../support/programs.ts";
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

describe("constants that hold each other many times", () => {
  /** Ten of each level in the next: 10¹² of the first in the last. */
  const levels = (first: string, next: (name: string) => string) =>
    [`let x0 = ${first}`, ...Array.from({ length: 12 }, (_, n) => `let x${n + 1} = ${next(`x${n}`)}`)].join("\n");
  const tenTimes = (name: string, item: (n: number) => string) =>
    Array.from({ length: 10 }, (_, n) => item(n)).join(name === "" ? "" : ", ");

  test("are an error where a text becomes too long, once", () => {
    const more = levels('"0123456789"', (name) => `"${tenTimes("", () => `\${${name}}`)}"`);
    const { diagnostics: found } = checkProgram(programOf(smallProgram({ hub: "announcement = x12", more })));
    expect(found.map(({ code }) => code)).toEqual(["schema/too-large"]);
    expect(found[0]?.span.file.text.slice(found[0].span.start).startsWith('"${x5}')).toBe(true);
  });

  test("are no error where nothing comes of it", () => {
    const more = levels('""', (name) => `"${tenTimes("", () => `\${${name}}`)}"`);
    const { diagnostics: found } = checkProgram(programOf(smallProgram({ hub: "environment { EMPTY = x12 }", more })));
    expect(found.map(({ code }) => code)).toEqual([]);
  });

  test("are an error at the value that holds them", () => {
    for (const next of [
      (name: string) => `[${tenTimes(name, () => name)}]`,
      (name: string) => `{ ${tenTimes(name, (n) => `k${n} = ${name}`)} }`,
    ]) {
      const { diagnostics: found } = checkProgram(
        programOf(smallProgram({ hub: "values { custom.note = x12 }", more: levels('"a"', next) })),
      );
      expect(found.map(({ code }) => code)).toEqual(["schema/too-large"]);
      expect(found[0]?.message).toContain("`x4` holds other constants more than 10000 times");
    }
  });
});
