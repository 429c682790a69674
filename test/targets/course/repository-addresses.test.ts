// Addresses of repositories with `.git` at their end: needless on the sites that know the plain one, and kept on other servers, which may
// know no other.

import { expect, test } from "vitest";
import { emit } from "../../../compiler/targets/emit.ts";
import { checkProgram, programOf } from "../../support/programs.ts";
import { modelOf, smallProgram } from "../../support/small-program.ts";

const program = (repo: string) =>
  smallProgram({
    image: "conda {\n    nbgitpuller=1.3\n  }",
    course: `content m {\n    repo = "${repo}"\n    open { a = "a.ipynb" }\n  }`,
  });

test.each(["https://github.com/o/r.git", "https://gitlab.com/o/g/r.git", "https://git.example.edu/r.git/"])(
  "%s is written in another way",
  (repo) => {
    const { diagnostics } = checkProgram(programOf(program(repo)), { on: "2026-10-05" });
    expect(diagnostics.map(({ code }) => code)).toContain("course/repo-url");
  },
);

test("is fetched as written from a server of one's own, into the folder of the plain name", () => {
  const files = emit(modelOf(program("https://git.example.edu/o/r.git")), {});
  const links = files.find(({ path }) => path.endsWith("links.csv"))?.text ?? "";
  expect(links).toContain("repo=https%3A%2F%2Fgit.example.edu%2Fo%2Fr.git");
  expect(links).toContain("targetPath=r");
  expect(links).toContain("urlpath=lab%2Ftree%2Fr%2Fa.ipynb");
});
