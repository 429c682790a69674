// Everything that a course has beside its servers: links, book, site, grading, and its place in the learning management system.

import { dateFormOf } from "../../knowledge/date-forms.ts";
import type { Course, ExternalHub, Model, Release } from "../../model/model.ts";
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
