// Addresses of pages in place of repositories'.

import { describe, expect, it } from "vitest";
import { repositoryPage } from "../../../compiler/knowledge/repository-pages.ts";
import { courseProgram } from "../../support/course-program.ts";
import { checkProgram, programOf } from "../../support/programs.ts";

describe("the address of a page", () => {
  it.each([
    ["https://github.com/o/r/tree/main/lec", "https://github.com/o/r", "main", "lec"],
    ["https://github.com/o/r/blob/main/lec/a%20b.ipynb", "https://github.com/o/r", "main", "lec/a b.ipynb"],
    ["https://github.com/o/r/tree/main", "https://github.com/o/r", "main", ""],
    ["https://github.com/o/r/issues", "https://github.com/o/r", undefined, ""],
    ["https://github.com/o/r?tab=readme-ov-file#labs", "https://github.com/o/r", undefined, ""],
    ["https://gitlab.com/g/s/r/-/tree/main/lec", "https://gitlab.com/g/s/r", "main", "lec"],
    ["https://bitbucket.org/o/r/src/main/lec/", "https://bitbucket.org/o/r", "main", "lec"],
    ["https://codeberg.org/o/r/src/branch/main/lec", "https://codeberg.org/o/r", "main", "lec"],
    ["https://raw.githubusercontent.com/o/r/main/lec/a.ipynb", "https://github.com/o/r", "main", "lec/a.ipynb"],
    ["https://raw.githubusercontent.com/o/r/refs/heads/main/lec", "https://github.com/o/r", "main", "lec"],
    ["https://github.com/o/r/raw/refs/heads/main/a.csv", "https://github.com/o/r", "main", "a.csv"],
    ["https://nbviewer.org/github/o/r/blob/main/a.ipynb", "https://github.com/o/r", "main", "a.ipynb"],
    ["https://nbviewer.jupyter.org/github/o/r/tree/main/lec/", "https://github.com/o/r", "main", "lec"],
    ["https://colab.research.google.com/github/o/r/blob/main/a.ipynb", "https://github.com/o/r", "main", "a.ipynb"],
    ["https://mybinder.org/v2/gh/o/r/main", "https://github.com/o/r", "main", ""],
    ["https://mybinder.org/v2/gh/o/r/HEAD?urlpath=lab", "https://github.com/o/r", "HEAD", ""],
    ["https://github.dev/o/r", "https://github.com/o/r", undefined, ""],
    ["https://api.github.com/repos/o/r", "https://github.com/o/r", undefined, ""],
    ["https://o.github.io/r/", "https://github.com/o/r", undefined, ""],
    ["https://o.github.io", "https://github.com/o/o.github.io", undefined, ""],
    ["https://github.com/o/r/settings", "https://github.com/o/r", undefined, ""],
  ])("%s is of %s", (address, repo, branch, path) => {
    expect(repositoryPage(address)).toEqual({ repo, branch, path });
  });

  it.each([
    "https://github.com/o/r",
    "https://github.com/o/r.git",
    "https://github.com/o/tree",
    "https://gitlab.com/group/sub/tree/r",
    "https://git.example.edu/physics/labs",
    "https://github.com/o/o.github.io",
    "https://gist.github.com/ada/0123456789abcdef",
    "https://git.uni.edu/zip",
  ])("is not %s", (address) => {
    expect(repositoryPage(address)).toBeUndefined();
  });
});

function found(course: string) {
  const text = courseProgram({ course });
  const { diagnostics } = checkProgram(programOf(text));
  const [one] = diagnostics.filter(({ code }) => code === "course/repository-page");
  const edits = [...(one?.fixes[0]?.edits ?? [])].sort((a, b) => b.span.start - a.span.start);
  return edits.reduce((whole, { span, text }) => whole.slice(0, span.start) + text + whole.slice(span.end), text);
}

describe("course/repository-page", () => {
  it("offers the repository, its branch, and the folder before each path", () => {
    const course =
      '  content m {\n    repo = "https://github.com/o/r/tree/main/lec"\n    open { a = "lab1.ipynb" }\n  }\n';
    expect(found(course)).toContain(
      '    repo = "https://github.com/o/r"\n    branch = "main"\n    open { a = "lec/lab1.ipynb" }\n',
    );
  });

  it.each([
    ["the folder of a file", "blob/main/lec/a.ipynb", '"a.ipynb"', '"lec/a.ipynb"'],
    ["no folder for a file at the root", "blob/main/a.ipynb", '"a.ipynb"', '"a.ipynb"'],
    ["no folder twice", "tree/main/lec", '"lec/a.ipynb"', '"lec/a.ipynb"'],
    ["a folder with a point at its beginning", "tree/main/.labs", '"a.ipynb"', '".labs/a.ipynb"'],
  ])("offers %s", (_what, page, before, after) => {
    const course = `  content m {\n    repo = "https://github.com/o/r/${page}"\n    open { a = ${before} }\n  }\n`;
    expect(found(course)).toContain(`    branch = "main"\n    open { a = ${after} }\n`);
  });

  it("is one finding for a page with a slash at its end", () => {
    const course = '  content m {\n    repo = "https://bitbucket.org/o/r/src/main/"\n    open { a = "a.ipynb" }\n  }\n';
    const { diagnostics } = checkProgram(programOf(courseProgram({ course })));
    const codes = diagnostics.map(({ code }) => code).filter((code) => code.startsWith("course/repo"));
    expect(codes).toEqual(["course/repository-page"]);
  });

  it("offers a book's folder", () => {
    const course =
      '  textbook {\n    repo = "https://github.com/o/r/tree/main/book"\n    builder = jupyter-book-1\n  }\n';
    expect(found(course)).toContain('    repo = "https://github.com/o/r"\n    branch = "main"\n    folder = "book"\n');
  });

  it("offers a site's address alone", () => {
    expect(found('  site { repo = "https://github.com/o/r/tree/main" }\n')).toContain(
      'site { repo = "https://github.com/o/r" }',
    );
  });
});

describe("course/no-repository", () => {
  const codes = (repo: string) =>
    checkProgram(programOf(courseProgram({ course: `  content m { repo = "${repo}" }\n` })))
      .diagnostics.filter(({ severity }) => severity === "error")
      .map(({ code }) => code);

  it.each([
    "https://github.com/p",
    "https://github.com/p/",
    "https://github.com",
    "https://gitlab.com/group",
    "https://bitbucket.org/team",
    "https://codeberg.org/o",
    "https://github.com/orgs/o/repositories",
    "https://git.example.edu",
    "https://git.example.edu/",
    "https://drive.google.com/drive/folders/1a2b3c",
    "https://www.kaggle.com/datasets/ada/labs",
    "https://osf.io/a1b2c",
    "https://uni.edu/files/labs.zip",
    "https://uni.edu/files/labs.tar.gz",
  ])("finds %s, once", (repo) => {
    expect(codes(repo)).toEqual(["course/no-repository"]);
  });

  it.each([
    "https://github.com/o/r",
    "https://gitlab.com/group/sub/r",
    "https://git.example.edu/labs",
    "https://git.example.edu/~ada/labs",
    "https://gist.github.com/ada/0123456789abcdef",
  ])("takes %s", (repo) => {
    expect(codes(repo)).toEqual([]);
  });
});
