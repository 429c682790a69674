// Paths of books and of graded notebooks as repositories have them: with blanks, `.`, and signs that mean something in an address.

import { describe, expect, it } from "vitest";
import { compiledCourse, courseProgram } from "../../support/course-program.ts";
import { checkProgram, programOf } from "../../support/programs.ts";

const book = (folder: string, builder = "jupyter-book-1", more = "") =>
  `  textbook {\n    repo = "https://github.com/o/r"\n    branch = "main"\n    builder = ${builder}\n    folder = "${folder}"\n${more}  }\n`;
const graded = (notebook: string, kind = "otter") =>
  `  grading ${kind} {\n    assignment hw01 { notebook = "${notebook}" }\n  }\n`;

function errors(course: string): string[] {
  return checkProgram(programOf(courseProgram({ course, pip: "otter-grader==6.1.0" })))
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ code, span }) => `${code}: ${span.file.text.slice(span.start, span.end)}`);
}

describe("the folder of a book", () => {
  it.each(["book #1", "what?", "50%"])("%s has no buttons of Jupyter Book 1", (folder) => {
    expect(errors(book(folder))).toEqual([`course/book-path: "${folder}"`]);
    expect(errors(book(folder, "jupyter-book-2"))).toEqual([]);
  });

  it("goes for its pages, too", () => {
    const chapters = '    chapters = ["intro.md", "q#1.ipynb"]\n';
    expect(errors(book("book", "jupyter-book-1", chapters))).toEqual(['course/book-path: "q#1.ipynb"']);
  });

  it.each(["./book", "book/", "/book", "./book/."])("%s is book", (folder) => {
    const plain = compiledCourse({ course: book("book") });
    const other = compiledCourse({ course: book(folder) });
    for (const [path, file] of plain)
      if (path.startsWith("courses/")) expect([path, other.get(path)?.text]).toEqual([path, file.text]);
  });

  it("`.` is the root", () => {
    const paths = [...compiledCourse({ course: book(".") }).keys()];
    expect(paths).toContain("courses/data8/textbook/_config.yml");
  });

  it("may have blanks, which every tool is given as one word", () => {
    const files = compiledCourse({ course: book("the book", "jupyter-book-1", '    chapters = ["a b.ipynb"]\n') });
    const workflow = files.get("courses/data8/textbook/.github/workflows/hubc-book.yml")?.text;
    expect(workflow).toContain("jupyter-book build 'the book'");
    expect(files.get("courses/data8/textbook/the book/_config.yml")?.text).toContain("path_to_book: the book");
    expect(files.get("courses/data8/textbook/links.json")?.text).toContain("the%20book%2Fa%20b.ipynb");
  });

  it("does not leave the repository", () => {
    expect(errors(book("../book"))).toEqual(['schema/bad-text: "../book"']);
  });
});

describe("a graded notebook", () => {
  it.each(["hw/hw 01/hw 01.ipynb", "./hw/hw01.ipynb", "hw/#1/hw.ipynb", "lab.Rmd", "hw/hw.01.qmd"])(
    "takes %s",
    (path) => {
      expect(errors(graded(path))).toEqual([]);
    },
  );

  it.each([".", "hw", "hw/", "hw.", "hw/.ipynb", "../hw.ipynb", "hw.py", "hw//a.ipynb"])("refuses %s", (path) => {
    expect(errors(graded(path))).toEqual([`schema/bad-text: "${path}"`]);
  });
});
