// Folders of a course that are mounted where its links fetch a repository.

import { expect, test } from "vitest";
import { checkProgram, programOf } from "../../support/programs.ts";
import { smallProgram } from "../../support/small-program.ts";

function found(path: string, content = ""): string[] {
  const text = smallProgram({
    course: `  shared files { path = "${path}" }
  content labs {
    repo = "https://github.com/physics/materials"
${content}
  }`,
  }).replace("storage dynamic homes { size = 5GiB }", 'storage nfs homes { server = "10.0.0.2"  export = "/h" }');
  const { diagnostics } = checkProgram(programOf(text), { on: "2026-10-05" });
  return diagnostics
    .filter(({ code }) => code === "course/mount-clash")
    .map(({ span, message }) => `${span.file.text.slice(span.start, span.end)}: ${message}`);
}

test.each([
  ["materials", ""],
  ["week1", 'folder = "week1"'],
  ["materials-solutions", 'open { a = { path = "a.ipynb", branch = "solutions" } }'],
])("%s", (path, content) => {
  expect(found(path, content)).toEqual([
    `"${path}": \`/home/jovyan/${path}\` is where the repository of content \`labs\` is fetched: choose another path.`,
  ]);
});

test("a folder inside of the repository", () => {
  expect(found("materials/data")).toEqual([
    '"materials/data": `/home/jovyan/materials/data` and the path of the repository of content `labs` lie inside one another: keep them apart.',
  ]);
});

test.each([
  ["data", ""],
  ["/srv/materials", ""],
  ["materials", 'folder = "notebooks"'],
  ["materials-data", ""],
])("but not %s %s", (path, content) => {
  expect(found(path, content)).toEqual([]);
});
