// Where a group's people come from at sign-in, as the program says it.

import type { Span } from "../text/span.ts";
import type { Sourced } from "./sourced.ts";

/** Where a group's people come from at sign-in. `span` is the header of its `from`. */
export type GroupSource =
  | {
      readonly kind: "canvas";
      readonly course: Sourced<number>;
      readonly role: Sourced<string> | undefined;
      readonly group: Sourced<string> | undefined;
      readonly span: Span;
    }
  | {
      readonly kind: "github";
      readonly organization: Sourced<string>;
      readonly team: Sourced<string> | undefined;
      readonly span: Span;
    }
  | { readonly kind: "google"; readonly email: Sourced<string>; readonly span: Span }
  | {
      readonly kind: "lti";
      readonly role: Sourced<string>;
      readonly context: Sourced<string> | undefined;
      readonly span: Span;
    }
  | { readonly kind: "claim"; readonly name: Sourced<string>; readonly value: Sourced<string>; readonly span: Span };

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
