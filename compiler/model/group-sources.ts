// Where a group's people come from at sign-in.

import { sources } from "../schema/blocks/group.ts";
import type { Span } from "../text/span.ts";
import { type Block, blocksOf } from "./block.ts";
import { readerOf } from "./reader.ts";
import type { Sourced } from "./sourced.ts";

/** The `from` blocks of a group or an area. One is absent where something that it needs has an error. */
export function sourcesOf(holder: Block): GroupSource[] {
  return blocksOf(holder, "from").flatMap((from) => sourceOf(from) ?? []);
}

function sourceOf(block: Block): GroupSource | undefined {
  const { span } = block;
  const read = readerOf(sources, block);
  switch (block.variant) {
    case "canvas": {
      const course = read("course");
      return course && { kind: "canvas", course, role: read("role"), group: read("group"), span };
    }
    case "github": {
      const organization = read("organization");
      return organization && { kind: "github", organization, team: read("team"), span };
    }
    case "google": {
      const email = read("email");
      return email && { kind: "google", email, span };
    }
    case "lti": {
      const role = read("role");
      return role && { kind: "lti", role, context: read("context"), span };
    }
    default: {
      const [name, value] = [read("name"), read("value")];
      return name && value && { kind: "claim", name, value, span };
    }
  }
}

/** Does `wide` give everybody that `narrow` gives? What `wide` leaves open may be anything in `narrow`. */
export function isWithinSource(narrow: GroupSource, wide: GroupSource): boolean {
  if (narrow.kind !== wide.kind) return false;
  const said = fieldsOf(narrow);
  return [...fieldsOf(wide)].every(([key, value]) => value === undefined || said.get(key) === value);
}

function fieldsOf(source: GroupSource): ReadonlyMap<string, unknown> {
  const { kind: _, span: __, ...fields } = source;
  return new Map(Object.entries(fields).map(([key, field]) => [key, field?.value]));
}

// Where a group's people come from at sign-in, as the program says it.

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
