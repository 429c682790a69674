// Everything that a course has beside its servers: links, book, site, grading, and its place in the learning management system.

import { dateFormOf } from "../../knowledge/date-forms.ts";
import { shownAddress } from "../../model/hub-address.ts";
import type { Assignment, Grading } from "../../model/material.ts";
import type { Course, CourseHub, ExternalHub, Model } from "../../model/model.ts";
import type { Release } from "../../model/release.ts";
import { jsonFile, type OutputFile } from "../../output/output-file.ts";
import type { Span } from "../../text/span.ts";
import { isOldLti, type LinkLists } from "./hub-link.ts";
import { courseLinks } from "./links.ts";
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

/**
 * `courses/<course>/lms/canvas-<stage>.json`, where the course is in Canvas and its hub signs people in by LTI 1.3. It is what the hub itself
 * would serve at `/hub/lti13/config` (ltiauthenticator 1.6.3, handlers.py), without the scopes, which a sign-in does not need.
 */
function lmsFiles({ course, hubs }: LinkLists): OutputFile[] {
  const { lms } = course;
  if (lms === undefined) return [];
  return hubs
    .filter(({ auth }) => auth?.variant === "lti" && !isOldLti(auth))
    .map((hub) => toolFile(`courses/${course.name}/lms/canvas-${hub.stage}.json`, course.title.value, hub, lms.span));
}

function toolFile(path: string, title: string, hub: CourseHub, origin: Span): OutputFile {
  const target = hub.url;
  const placement = { message_type: "LtiResourceLinkRequest", target_link_uri: target };
  const platform = "canvas.instructure.com";
  const tool = {
    title: hub.forPeople.value ? title : `${title} (${hub.stage})`,
    description: `Opens ${shownAddress(hub)}, where the course's work is done.`,
    target_link_uri: target,
    oidc_initiation_url: `${target}/hub/lti13/oauth_login`,
    scopes: [],
    custom_fields: { email: "$Person.email.primary", lms_user_id: "$User.id" },
    extensions: [
      {
        platform,
        // Without it Canvas sends no address, and people become opaque ids with new homes.
        privacy_level: "public",
        settings: {
          platform,
          placements: [
            { placement: "course_navigation", windowTarget: "_blank", ...placement },
            { placement: "assignment_selection", ...placement },
          ],
        },
      },
    ],
  };
  return jsonFile(path, tool, origin);
}
