import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findProject } from "../../compiler/node/find-project.ts";
import { loadSources } from "../../compiler/node/load-sources.ts";
import { positionAt } from "../../compiler/text/source-file.ts";
import { putFiles, temporaryFolder } from "../support/temporary-folder.ts";

const paths = (root: string) => loadSources({ root }).sources.files.map((file) => file.path);
const problems = (root: string) =>
  loadSources({ root }).diagnostics.map(({ code, span }) => {
    const { line, column } = positionAt(span.file, span.start);
    return `${code} ${span.file.path}:${line}:${column}`;
  });

test("every .hub file below is part of it, in order, but for what is not the project's", () => {
  const root = temporaryFolder({
    "project.hub": 'project p {\n  out = "made/here"\n}\n',
    "b/z.hub": "",
    "b/a.hub": "",
    "a.hub": "",
    "notes.txt": "",
    ".hidden/a.hub": "",
    ".a.hub": "",
    "node_modules/x/a.hub": "",
    "made/here/a.hub": "",
    "made/there.hub": "",
    "old-out/hubc-manifest.json": "{}",
    "old-out/a.hub": "",
    "other/project.hub": "project q { }\n",
    "other/deep/a.hub": "",
    "out/a.hub": "",
  });
  expect(paths(root)).toEqual([
    "a.hub",
    "b/a.hub",
    "b/z.hub",
    "made/there.hub",
    "old-out/a.hub", // a manifest beside it takes nothing out of the program
    "out/a.hub",
    "project.hub",
  ]);
  expect(loadSources({ root }).otherProjects).toEqual(["other"]);
  expect(problems(root)).toEqual(
    [".a", ".hidden/a", "made/here/a", "node_modules/x/a", "other/deep/a"].map(
      (path) => `file/left-out ${path}.hub:1:1`,
    ),
  );
});

test("what is left out is said, and a policy among it that would govern the program is an error", () => {
  const policy = "policy course small { require = present(title) }";
  const course = "course c { }\n";
  const found = (files: Readonly<Record<string, string>>) =>
    problems(temporaryFolder({ "p.hub": `project p { }\n${course}`, ...files }));
  expect(found({ "policies/a.hub": policy, "policies/hubc-manifest.json": "" })).toEqual([]);
  for (const folder of [".policies", "node_modules/policies", "out/policies"])
    expect(found({ [`${folder}/a.hub`]: policy }), folder).toEqual([`policy/left-out ${folder}/a.hub:1:1`]);
  const apart = { "policies/a.hub": policy, "policies/q.hub": "project q { }\n" };
  expect(found(apart)).toEqual(["policy/left-out policies/a.hub:1:1"]);
  const named = { ...apart, "p.hub": `project p {\n  projects = ["policies"]\n}\n${course}` };
  expect(found(named)).toEqual([]);
  expect(found({ ".x/a.hub": course, ".x/b.hub": "" })).toEqual(["file/left-out .x/a.hub:1:1"]);
  expect(found({ ".x/a.hub": policy, "p.hub": "project p { }\n" })).toEqual(["file/left-out .x/a.hub:1:1"]);
});

test("what tools put there is not said", () => {
  const files = {
    "p.hub": "project p { }\ncourse c { }\n",
    "._p.hub": Buffer.from([0, 5, 0x16, 7, 0, 2, 0xff, 0xfe]),
    ".gitignore": ".local/\n",
    ".local/a.hub": "policy course p { require = present(title) }",
    ".ipynb_checkpoints/p-checkpoint.hub": "course c { }",
    "node_modules/hubc/package.json": "{}",
    "node_modules/hubc/stdlib/a.hub": "image i { }",
    ".venv/pyvenv.cfg": "",
    ".venv/lib/a.hub": "",
  };
  const root = temporaryFolder(files);
  execFileSync("git", ["-C", root, "init", "-q"]);
  expect(problems(root)).toEqual([]);
});

describe("a .gitignore leaves no policy out unsaid", () => {
  const files = {
    "p.hub": "project p { }\ncourse c { }\n",
    "pp/z.hub": "project q { }",
    "pp/a.hub": "policy course small { require = present(title) }",
    ".gitignore": "pp/\n",
  };
  const git = (root: string, ...args: string[]) => execFileSync("git", ["-C", root, ...args]);

  test("where there is no repository", () => {
    expect(problems(temporaryFolder(files))).toEqual(["policy/left-out pp/a.hub:1:1"]);
  });

  test("where the repository holds the files all the same", () => {
    const root = temporaryFolder(files);
    git(root, "init", "-q");
    expect(problems(root)).toEqual([]);
    git(root, "add", "-f", "pp/a.hub");
    expect(problems(root)).toEqual(["policy/left-out pp/a.hub:1:1"]);
  });

  test("where a repository above ignores the whole project", () => {
    const top = temporaryFolder({ ".gitignore": "unpacked/\n" });
    git(top, "init", "-q");
    putFiles(join(top, "unpacked"), files);
    expect(problems(join(top, "unpacked"))).toEqual(["policy/left-out pp/a.hub:1:1"]);
  });
});

test("a policy in a hidden file is said to be left out", () => {
  const files = {
    "p.hub": "project p { } abstract course c { } course d { }\n",
    "pp/.a.hub": "policy course small { require = present(title) }",
  };
  expect(problems(temporaryFolder(files))).toEqual(["policy/left-out pp/.a.hub:1:1"]);
});

test.each([
  [{ "pp/z.hub": "project q { }", "pp/CACHEDIR.TAG": "", "pp/a.hub": "POLICY" }],
  [{ "pp/z.hub": "project q { }", "pp/pyvenv.cfg": "", "pp/a.hub": "POLICY" }],
  [{ "pp/z.hub": "project q { }", "pp/sub/CACHEDIR.TAG": "", "pp/sub/a.hub": "POLICY" }],
  [{ "p.hub": 'project p { out = "pp" }\ncourse c { }\n', "pp/pyvenv.cfg": "", "pp/a.hub": "POLICY" }],
])("a mark of a tool leaves no policy out unsaid: %j", (more) => {
  const policy = "policy course small { require = present(title) }";
  const texts = Object.entries({ "p.hub": "project p { }\ncourse c { }\n", ...more });
  const root = temporaryFolder(Object.fromEntries(texts.map(([path, text]) => [path, text.replace("POLICY", policy)])));
  const { diagnostics } = loadSources({ root });
  expect(diagnostics.map(({ code }) => code)).toContain("policy/left-out");
});

test("one file is the whole program", () => {
  const root = temporaryFolder({ "a.hub": 'x = file("t.md")', "b.hub": "", "t.md": "text" });
  const { sources } = loadSources({ root, only: "a.hub" });
  expect(sources.files.map((file) => file.path)).toEqual(["a.hub"]);
  expect([...sources.assets]).toEqual([["t.md", "text"]]);
});

test("links: loops end, folders are not followed, files inside count once, files outside are refused", () => {
  const outside = temporaryFolder({ "secret.hub": "", "sub/b.hub": "" });
  const root = temporaryFolder({ "a/a.hub": "", ".data/mounted.hub": "course c { }" });
  symlinkSync(root, join(root, "a", "loop"));
  symlinkSync(join(outside, "sub"), join(root, "folder"));
  symlinkSync(join(root, "a", "a.hub"), join(root, "again.hub"));
  symlinkSync(join(root, ".data", "mounted.hub"), join(root, "mounted.hub"));
  symlinkSync(join(outside, "secret.hub"), join(root, "out.hub"));
  symlinkSync(join(root, "nowhere"), join(root, "broken.hub"));
  expect(paths(root)).toEqual(["a/a.hub", "mounted.hub"]);
  expect(problems(root)).toEqual(["file/unreadable broken.hub:1:1", "file/link-outside-project out.hub:1:1"]);
});

test("texts that the program names are read, inside the project only", () => {
  const outside = temporaryFolder({ "secret.md": "secret" });
  const root = temporaryFolder({
    "x.hub": [
      'a = file("notes/a.md")',
      'b = file("../secret.md")',
      'c = file("/etc/hostname")',
      'd = file("link.md")',
      'e = file("no.md")',
      'f = file("notes")',
      'g = file("logo.png")',
      'h = file("./notes/../notes/a.md")',
      'i = file("loop.md")',
    ].join("\n"),
    "notes/a.md": "\uFEFFhello ✓\n",
    "logo.png": new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff]),
  });
  symlinkSync(join(outside, "secret.md"), join(root, "link.md"));
  symlinkSync(join(root, "loop.md"), join(root, "loop.md"));
  expect([...loadSources({ root }).sources.assets]).toEqual([
    ["notes/a.md", "hello ✓\n"],
    ["link.md", null],
    ["notes", null],
    ["logo.png", null],
    ["loop.md", null],
  ]);
  expect(problems(root)).toEqual([
    "file/link-outside-project x.hub:4:5",
    "file/unreadable x.hub:6:5",
    "file/not-utf8 x.hub:7:5",
    "file/unreadable x.hub:9:5",
  ]);
});

test("a file that is not UTF-8 is reported at its first wrong byte, and the rest of it is read", () => {
  const genuine = Buffer.from("# \uFFFD é\nx = ");
  const root = temporaryFolder({
    "latin.hub": Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), genuine, Buffer.from([0xe9, 0x0a])]),
    "utf16.hub": Buffer.from("\uFEFFcourse", "utf16le"),
    "zero.hub": "a\0b",
  });
  expect(problems(root)).toEqual([
    "file/not-utf8 latin.hub:2:5",
    "file/not-utf8 utf16.hub:1:1",
    "file/not-utf8 zero.hub:1:1",
  ]);
  expect(loadSources({ root }).diagnostics[0]?.message).toBe("`latin.hub` is not UTF-8 text (byte 0xe9).");
  expect(paths(root)).toEqual(["latin.hub"]);
});

test("without a path, the nearest folder upwards with a project is meant", () => {
  const root = temporaryFolder({ "p/project.hub": "project p { }\n", "p/q/r/a.hub": "", "p/q/note.hub": "# project" });
  expect(findProject(undefined, join(root, "p/q/r"))).toEqual({ root: join(root, "p") });
  expect(findProject("..", join(root, "p/q/r"))).toEqual({ root: join(root, "p/q") });
  expect(findProject("a.hub", join(root, "p/q/r"))).toEqual({ root: join(root, "p/q/r"), only: "a.hub" });
  const elsewhere = temporaryFolder({ "a.hub": "" });
  expect(findProject(undefined, elsewhere)).toEqual({ root: elsewhere });
});

test("a path that is not there, or no program, is a sentence", () => {
  const root = temporaryFolder({ "a.txt": "" });
  expect(findProject("b", root)).toEqual({ problem: "b can't be read: there is no such file or folder (ENOENT)." });
  expect(findProject("a.txt", root)).toEqual({ problem: "a.txt is neither a folder nor a .hub file." });
});

test("a folder that goes away while it is read is reported", () => {
  const root = temporaryFolder({ "a.hub": "" });
  mkdirSync(join(root, "b.hub"));
  symlinkSync(join(root, "b.hub"), join(root, "c.hub"));
  expect(problems(root)).toEqual(["file/unreadable c.hub:1:1"]);
  unlinkSync(join(root, "c.hub"));
  expect(problems(root)).toEqual([]);
});
