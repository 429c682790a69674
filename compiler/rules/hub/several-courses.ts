import { coursesSharingDays } from "../../model/courses-on-hub.ts";
import { firstOf } from "../../text/and-list.ts";
import { defineRule } from "../rule.ts";

/** Where courses share a hub, each has a roster, unless the hub says that people choose. */
export const severalCourses = defineRule<{ hub: string; courses: readonly string[]; said: boolean }>({
  code: "hub/several-courses",
  title: "Several courses on one hub, and nobody says who gets which",
  why: "Where courses share a hub, each person gets the courses whose `roster` holds them. Who is in a course without a roster isn't known: either everybody may choose it, which the hub says with `choose = by-choice`, or it needs a roster.",
  message: ({ hub, courses, said }) =>
    `${firstOf(
      courses.map((one) => `\`${one}\``),
      5,
    )} on hub \`${hub}\` ${courses.length > 1 ? "have" : "has"} no \`roster\`${said ? ", so nobody would be in it" : ""}: give one, or write \`choose = by-choice\` where everybody may choose.`,
  judges: "whole",
  each: "firstReleases",
  check: ({ hub, choose, span }, report, { courses }) => {
    if (choose?.value === "by-choice") return;
    const sharing = coursesSharingDays(courses.filter((course) => course.hub.value === hub));
    const open = [...sharing].filter(({ roster }) => roster.length === 0).sort((a, b) => (a.name < b.name ? -1 : 1));
    if (open.length === 0) return;
    const related = open.map((course) => ({ span: course.span, message: `\`${course.name}\` has no \`roster\`.` }));
    const parameters = { hub, courses: open.map(({ name }) => name), said: choose !== undefined };
    report(parameters, { span: choose?.span ?? span, related });
  },
});
