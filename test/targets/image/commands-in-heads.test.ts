// Commands that the heads of generated files name are those of the versions that the image holds.

import { describe, expect, it } from "vitest";
import { compiledCourse } from "../../support/course-program.ts";

const course = '  grading otter {\n    assignment hw01 { notebook = "hw/hw01.ipynb" }\n  }\n';

function heads(otter: string): string[] {
  const files = [...compiledCourse({ course, pip: otter })];
  return files
    .filter(([path]) => /(?:autograder|grading\/hw01)\/environment\.yml$/.test(path))
    .map(([, { text }]) => text.split("\n").find((line) => line.includes("otter generate")) ?? "");
}

describe("the head of an autograder's environment", () => {
  const plain = "# For an autograder: otter generate --environment environment.yml";

  it.each([
    ["otter-grader==6.1.0", `${plain} --exclude-conda-defaults`],
    ["otter-grader>=6.1,<7", `${plain} --exclude-conda-defaults`],
    ["otter-grader==7.0.0", plain],
    ["otter-grader>=7", plain],
    ["otter-grader==5.7.0", plain],
    ["otter-grader>=6.1", `${plain} (Otter 6.1 and 6.2 need --exclude-conda-defaults; Otter 7 does not know it)`],
  ])("names the command of %s", (otter, head) => {
    expect(heads(otter)).toEqual([head, head]);
  });
});
