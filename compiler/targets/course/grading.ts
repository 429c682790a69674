// What grades a course's work, an assignment a folder.

import type { OutputFile } from "../../output/output-file.ts";
import type { Grader } from "./grader.ts";
import type { LinkLists } from "./hub-link.ts";
import { okpyFiles } from "./okpy.ts";
import { otterFiles } from "./otter.ts";

/** Below `courses/<course>/grading/`. */
export function gradingFiles({ course }: LinkLists, grader: Grader): OutputFile[] {
  switch (course.grading?.kind) {
    case "otter":
      return otterFiles(course, course.grading, grader);
    case "okpy":
      return okpyFiles(course, course.grading);
    default:
      return [];
  }
}
