// Addresses and paths as people copy them, with what is offered in their place.

import { expect, it } from "vitest";
import { checkProgram, programOf } from "../support/programs.ts";
import { smallProgram } from "../support/small-program.ts";

function offered(content: string): readonly string[] {
  const { diagnostics } = checkProgram(programOf(smallProgram({ course: `  content m {\n    ${content}\n  }\n` })));
  return diagnostics
    .filter(({ code }) => code === "schema/bad-text")
    .flatMap(({ fixes }) => fixes.map(({ edits }) => edits.map(({ text }) => text).join("")));
}

it.each([
  ["git@github.com:campus/labs.git", "https://github.com/campus/labs"],
  ["ssh://git@gitlab.campus.edu:2222/data/labs.git", "https://gitlab.campus.edu/data/labs"],
  ["git+https://github.com/campus/labs", "https://github.com/campus/labs"],
  ["github.com/campus/labs", "https://github.com/campus/labs"],
  ["campus/labs", "https://github.com/campus/labs"],
  [" https://github.com/campus/labs", "https://github.com/campus/labs"],
])("the repository %j", (repo, meant) => {
  expect(offered(`repo = "${repo}"  branch = "main"`)).toEqual([`"${meant}"`]);
});

it.each(["labs", "a/b/c", "../labs", "C:/labs"])("but nothing is guessed of %j", (repo) => {
  expect(offered(`repo = "${repo}"  branch = "main"`)).toEqual([]);
});

it.each([
  ["https://github.com/campus/labs/blob/main/lec/4.ipynb", "lec/4.ipynb"],
  ["https://gitlab.campus.edu/data/labs/-/blob/main/lec/4.ipynb?ref_type=heads", "lec/4.ipynb"],
  ["lec/../hw/1.ipynb", "hw/1.ipynb"],
  ["lec//1.ipynb", "lec/1.ipynb"],
  ["lec\\\\1.ipynb", "lec/1.ipynb"],
])("the path %j", (path, meant) => {
  const content = `repo = "https://github.com/campus/labs"  branch = "main"\n    open { a = "${path}" }`;
  expect(offered(content)).toEqual([`"${meant}"`]);
});

it.each(["../1.ipynb", "https://campus.edu/labs/1.ipynb"])("but nothing is guessed of %j", (path) => {
  const content = `repo = "https://github.com/campus/labs"  branch = "main"\n    open { a = "${path}" }`;
  expect(offered(content)).toEqual([]);
});
