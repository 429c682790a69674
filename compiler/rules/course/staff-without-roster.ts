import { coursesSharingDays } from "../../model/courses-on-hub.ts";
import { defineRule } from "../rule.ts";

/** Where several courses share a hub on any day, staff need a roster. */
export const staffWithoutRoster = defineRule<{ course: string }>({
  code: "course/staff-without-roster",
  title: "Staff, but nobody says whose",
  why: "Staff reach the servers of their course's people. Alone on a hub those are all who sign in; among several courses only a `roster` can say.",
  message: ({ course }) =>
    `\`${course}\` shares its hub with other courses: its staff need a \`roster\` that says whose servers they reach.`,
  each: "hubs",
  check: ({ name }, report, { courses }) => {
    for (const course of coursesSharingDays(courses.filter(({ hub }) => hub.value === name))) {
      const staff = course.staff[0];
      if (staff === undefined || course.roster.length > 0) continue;
      report({ course: course.name }, { span: staff.span });
    }
  },
});
