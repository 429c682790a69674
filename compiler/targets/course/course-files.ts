// Everything that a course has beside its servers: links, book, site, grading, and its place in the learning management system.

import type { Course, Model, Release } from "../../model/model.ts";
import { peoplesStage } from "../../model/peoples-stage.ts";
import type { OutputFile } from "../../output/output-file.ts";
import type { Grader } from "./grader.ts";
import { gradingFiles } from "./grading.ts";
import type { LinkLists } from "./hub-link.ts";
import { courseLinks } from "./links.ts";
import { lmsFiles } from "./lms.ts";
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

/** The course with the stages of its hub, the one that people use first, else the last one declared. None where the hub has no stage. */
export function linkLists(course: Course, releases: readonly Release[]): LinkLists | undefined {
  const stages = releases.filter((release) => release.hub === course.hub.value);
  const people = peoplesStage(stages);
  return people && { course, releases: [people, ...stages.filter((release) => release !== people)] };
}
