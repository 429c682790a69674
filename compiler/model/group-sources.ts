// Where a group's people come from at sign-in.

import { sources } from "../schema/blocks/group.ts";
import { type Block, blocksOf } from "./block.ts";
import type { GroupSource } from "./group-source.ts";
import { readerOf } from "./reader.ts";

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
