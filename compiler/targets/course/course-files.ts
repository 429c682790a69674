// Everything that a course has beside its servers: links, book, site, grading, and its place in the learning management system.

import { dateFormOf } from "../../knowledge/date-forms.ts";
import type { Assignment, Grading } from "../../model/material.ts";
import type { Course, ExternalHub, Model, Release } from "../../model/model.ts";
import { jsonFile, type OutputFile } from "../../output/output-file.ts";
import type { LinkLists } from "./hub-link.ts";
import { courseLinks } from "./links.ts";
import { lmsFiles } from "./lms.ts";
import { type Grader, otterFiles } from "./otter.ts";
import { siteFiles } from "./site.ts";
import { textbookFiles } from "./textbook.ts";

/** Below `courses/<course>/`. */
export function courseFiles(lists: LinkLists, model: Model, grader: Grader): OutputFile[] {
  return [
    ...courseLinks(lists),
    ...textbookFiles(lists),
    ...siteFiles(lists, model),
    ...gradingFiles(lists, grader),
    ...lmsFiles(lists),
  ];
}

/**
 * The course with those of `among` that are stages of its hub, the one that people use first, else the last; or with the hub that somebody
 * else runs. None where none is.
 */
export function linkLists(
  course: Course,
  among: readonly (Release | ExternalHub)[],
  { hubs, project }: Model,
): LinkLists | undefined {
  const stages = among.filter(({ hub }) => hub === course.hub.value);
  const hub = hubs.find(({ name }) => name === course.hub.value);
  const people = stages.find(({ stage }) => stage === hub?.peoplesStage) ?? stages.at(-1);
  const dates = dateFormOf(project.timezone.value);
  return people && { course, hubs: [people, ...stages.filter((one) => one !== people)], dates };
}

/** Below `courses/<course>/grading/`. */
function gradingFiles({ course }: LinkLists, grader: Grader): OutputFile[] {
  switch (course.grading?.kind) {
    case "otter":
      return otterFiles(course, course.grading, grader);
    case "okpy":
      return okpyFiles(course, course.grading);
    default:
      return [];
  }
}

/** OKpy's file of an assignment, for courses that have not left it yet: `courses/<course>/grading/<assignment>/<assignment>.ok`: one a folder, beside the notebook. Source: ok-client ec5e780, client/api/assignment.py. */
function okpyFiles(course: Course, grading: Grading): OutputFile[] {
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
