import { placeholderPool } from "../../capacity/room-ahead.ts";
import { poolFor } from "../../model/provider.ts";
import { defineRule } from "../rule.ts";

/** Lectures and exams are on the pool where room can be made for them. */
export const lectureElsewhere = defineRule<{ course: string; pool: string; other: string }>({
  code: "course/no-room-ahead",
  severity: "warning",
  title: "A lecture for which no room is made",
  why: "Room before lectures and exams is made by the chart's placeholders, and those of a hub are all on one pool: that of its first course by name. People of other pools wait for nodes to start.",
  message: ({ course, pool, other }) =>
    `No room is made before this: \`${course}\` runs on the pool \`${pool}\`, and the hub's placeholders are on \`${other}\`.`,
  judges: "parts",
  each: "releases",
  check: (release, report) => {
    const placeholders = placeholderPool(release);
    for (const course of release.courses) {
      const pool = poolFor(release.provider, course);
      const event = course.lectures[0] ?? course.exams[0];
      if (!placeholders || !pool || !event || pool === placeholders) continue;
      const parameters = { course: course.name, pool: pool.name, other: placeholders.name };
      report(parameters, { span: event.span });
    }
  },
});
