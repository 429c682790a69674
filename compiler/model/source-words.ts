// Whom a source of a group gives, in words: the same for a terminal and in a plan.

import type { GroupSource } from "./group-source.ts";

/** Whom a source gives. */
export function sourceWords(source: GroupSource): string {
  switch (source.kind) {
    case "canvas": {
      const role = source.role === undefined ? "people" : `people with the role ${source.role.value}`;
      const group = source.group === undefined ? "" : ` and the group "${source.group.value}"`;
      return `${role} in Canvas course ${source.course.value}${group}`;
    }
    case "github":
      return source.team === undefined
        ? `members of the GitHub organization ${source.organization.value}`
        : `members of the GitHub team ${source.organization.value}/${source.team.value}`;
    case "google":
      return `members of the Google group ${source.email.value}`;
    case "lti": {
      const where = source.context === undefined ? "a course" : `the course ${source.context.value}`;
      return `people whom a launch from ${where} gives the role ${source.role.value}`;
    }
    case "claim":
      return `people whose claim ${source.name.value} is or holds "${source.value.value}"`;
  }
}
