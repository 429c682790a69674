// What is found while stages, windows and courses come together.

import { defineDiagnostic } from "../diagnostics/diagnostic.ts";
import { firstOf } from "../text/first-of.ts";

export const severalProjects = defineDiagnostic({
  code: "names/several-projects",
  severity: "error",
  title: "More than one `project`",
  why: "A project's settings hold for everything below its folder; two would contradict each other.",
  message: () => "There is already a `project` here: a program has at most one.",
});

export const termOver = defineDiagnostic<{ courses: readonly string[]; hub: string; on: string; servers: string }>({
  code: "course/term-over",
  severity: "warning",
  title: "No course of a hub applies on this date",
  why: "The hub is built with the image and the resources of the courses that ended last, so that their people still reach their work: before the first term, of those that begin first. Roles and rights of staff hold in a course's term and grace only, and who gets a server is no other than in the term, unless the hub says `outside-terms = admins-only`.",
  message: ({ courses, hub, on, servers }) =>
    `On ${on} no course of hub \`${hub}\` applies; it is built as for ${firstOf(
      courses.map((one) => `\`${one}\``),
      5,
    )}, which ${courses.length > 1 ? "are" : "is"} the nearest. ${servers} Nobody has the rights of staff. Add the next term's course, or a longer \`grace\`.`,
});

export const severalCourses = defineDiagnostic<{ hub: string; courses: readonly string[]; said: boolean }>({
  code: "hub/several-courses",
  severity: "error",
  title: "Several courses on one hub, and nobody says who gets which",
  why: "Where courses share a hub, each person gets the courses whose `roster` holds them. Who is in a course without a roster isn't known: either everybody may choose it, which the hub says with `choose = by-choice`, or it needs a roster.",
  message: ({ hub, courses, said }) =>
    `${firstOf(
      courses.map((one) => `\`${one}\``),
      5,
    )} on hub \`${hub}\` ${courses.length > 1 ? "have" : "has"} no \`roster\`${said ? ", so nobody would be in it" : ""}: give one, or write \`choose = by-choice\` where everybody may choose.`,
});
