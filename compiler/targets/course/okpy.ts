// OKpy's file of an assignment, for courses that have not left it yet.

import type { Assignment, Grading } from "../../model/material.ts";
import type { Course } from "../../model/model.ts";
import { jsonFile } from "../../output/json-file.ts";
import type { OutputFile } from "../../output/output-file.ts";

/** `courses/<course>/grading/<assignment>/<assignment>.ok`: one a folder, beside the notebook. Source: ok-client ec5e780, client/api/assignment.py. */
export function okpyFiles(course: Course, grading: Grading): OutputFile[] {
  return grading.assignments.map((assignment) => okFile(course, grading, assignment));
}

function okFile(course: Course, { endpoint }: Grading, assignment: Assignment): OutputFile {
  const config = {
    name: assignment.title?.value ?? assignment.name,
    endpoint: `${endpoint?.value.replace(/^\//, "") ?? ""}/${assignment.name}`,
    src: [assignment.notebook.value.split("/").at(-1)],
    tests: { [assignment.tests?.value ?? "tests/q*.py"]: "ok_test" },
    protocols: ["file_contents", "grading", "backup"],
  };
  return jsonFile(`courses/${course.name}/grading/${assignment.name}/${assignment.name}.ok`, config, assignment.span);
}
