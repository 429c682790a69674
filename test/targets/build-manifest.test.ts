// hubc-manifest.json: what it says of every line, and that a build that wrote one line more changes one line of it.

import { diffArrays } from "diff";
import { expect, test } from "vitest";
import { textFile } from "../../compiler/output/output-file.ts";
import { buildManifest } from "../../compiler/targets/emit.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

const source = createSourceFile("a.hub", "course a {\n  students = 3\n}\n");
const course = { file: source, start: 0, end: 8 };
const students = { file: source, start: 13, end: 21 };

const manifestOf = (origins: readonly (typeof course | undefined)[]) => {
  const file = {
    ...textFile(
      "x.txt",
      origins.map((_, i) => ({ text: `line ${i}` })),
      undefined,
    ),
    origins,
  };
  return buildManifest([file], { days: {}, facts: { subjects: [] } }).text;
};

test("every line of a file has its source, in runs", () => {
  expect(JSON.parse(manifestOf([course, course, students, undefined, undefined, course]))).toMatchObject({
    version: 2,
    sources: ["a.hub"],
    files: { "x.txt": { lines: [[2, 0, 1, 1, 1, 9], [1, 0, 2, 3, 2, 11], [2], [1, 0, 1, 1, 1, 9]] } },
  });
});

test("one line more changes one line beside the digest", () => {
  const before = manifestOf([undefined, course, students, course]).split("\n");
  for (const more of [
    [undefined, course, course, students, course],
    [undefined, undefined, course, students, course],
    [students, undefined, course, students, course],
  ]) {
    const after = manifestOf(more).split("\n");
    const added = diffArrays(before, after).flatMap((part) => (part.added ? part.value : []));
    expect(added.filter((line) => !line.includes("sha256"))).toHaveLength(1);
  }
});
