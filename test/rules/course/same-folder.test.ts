// Repositories and branches that are fetched into one folder of a home.

import { describe, expect, it } from "vitest";
import { courseProgram } from "../../support/course-program.ts";
import { checkProgram, programOf } from "../../support/programs.ts";

const content = (name: string, repo: string, more = "") => `  content ${name} {\n    repo = "${repo}"\n${more}  }\n`;

function found(course: string) {
  const { diagnostics } = checkProgram(programOf(courseProgram({ course })));
  return diagnostics.filter(({ code }) => code === "course/same-folder");
}

describe("one folder of a home", () => {
  it("is not for two repositories of one name", () => {
    const course = content("a", "https://github.com/physics/labs") + content("b", "https://gitlab.com/maths/labs");
    const [one, ...more] = found(course);
    expect(more).toEqual([]);
    expect(one?.span.file.text.slice(one.span.start, one.span.end)).toBe('"https://gitlab.com/maths/labs"');
    expect(one?.fixes[0]?.edits[0]?.text).toBe('\n    folder = "maths-labs"');
    expect(one?.fixes[0]?.applies).toBe("when-chosen");
  });

  it("is not for two branches of one repository", () => {
    const repo = "https://github.com/physics/labs";
    expect(
      found(content("a", repo, '    branch = "main"\n') + content("b", repo, '    branch = "old"\n')),
    ).toHaveLength(1);
    expect(found(content("a", repo) + content("b", repo, '    branch = "old"\n'))).toHaveLength(1);
  });

  it("is for one branch, however often it is named", () => {
    const repo = "https://github.com/physics/labs";
    const main = '    branch = "main"\n';
    expect(found(content("a", repo, main) + content("b", repo, main))).toEqual([]);
    expect(found(content("a", repo) + content("b", repo, main))).toEqual([]);
    expect(found(content("a", repo, `${main}    open { x = { path = "x.ipynb", branch = "solutions" } }\n`))).toEqual(
      [],
    );
  });

  it("is not for a book and other material", () => {
    const book = '  textbook { repo = "https://github.com/o/notes" builder = jupyter-book-1 }\n';
    expect(found(book + content("a", "https://github.com/p/notes"))).toHaveLength(1);
    expect(found(book + content("a", "https://github.com/o/notes"))).toEqual([]);
  });

  it("may be named", () => {
    const course =
      content("a", "https://github.com/physics/labs") +
      content("b", "https://github.com/maths/labs", '    folder = "maths"\n');
    expect(found(course)).toEqual([]);
  });
});
