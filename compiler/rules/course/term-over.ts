import { serversFor, serversForWords } from "../../model/servers-for.ts";
import { firstOf } from "../../text/and-list.ts";
import { printDate } from "../../text/calendar.ts";
import { defineRule } from "../rule.ts";

/** Some course of each hub applies on the day. */
export const termOver = defineRule<{ courses: readonly string[]; hub: string; on: string; servers: string }>({
  code: "course/term-over",
  severity: "warning",
  title: "No course of a hub applies on this date",
  why: "The hub is built with the image and the resources of the courses that ended last, so that their people still reach their work: before the first term, of those that begin first. Roles and rights of staff hold in a course's term and grace only, and who gets a server is no other than in the term, unless the hub says `outside-terms = admins-only`.",
  message: ({ courses, hub, on, servers }) =>
    `On ${on} no course of hub \`${hub}\` applies; it is built as for ${firstOf(
      courses.map((one) => `\`${one}\``),
      5,
    )}, which ${courses.length > 1 ? "are" : "is"} the nearest. ${servers} Nobody has the rights of staff. Add the next term's course, or a longer \`grace\`.`,
  judges: "whole",
  each: "firstReleases",
  check: (release, report, { on }) => {
    const [first] = release.courses;
    if (!release.outsideTerms || first === undefined) return;
    const servers = serversForWords(serversFor(release), (name) => `\`${name}\``);
    const courses = release.courses.map(({ name }) => name);
    const parameters = { courses, hub: release.hub, on: printDate(on), servers };
    report(parameters, { span: first.term.span });
  },
});
