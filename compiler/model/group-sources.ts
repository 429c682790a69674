// Where a group's people come from at sign-in.

import { type Block, blocksOf } from "./block.ts";
import { settingNamed } from "./build-parts.ts";
import type { GroupSource } from "./group-source.ts";

/** The `from` blocks of a group or an area. One is absent where something that it needs has an error. */
export function sourcesOf(holder: Block): GroupSource[] {
  return blocksOf(holder, "from").flatMap((from) => sourceOf(from) ?? []);
}

function sourceOf(block: Block): GroupSource | undefined {
  const { span } = block;
  const text = (key: string) => settingNamed<string>(block, key);
  switch (block.variant) {
    case "canvas": {
      const course = settingNamed<number>(block, "course");
      return course && { kind: "canvas", course, role: text("role"), group: text("group"), span };
    }
    case "github": {
      const organization = text("organization");
      return organization && { kind: "github", organization, team: text("team"), span };
    }
    case "google": {
      const email = text("email");
      return email && { kind: "google", email, span };
    }
    case "lti": {
      const role = text("role");
      return role && { kind: "lti", role, context: text("context"), span };
    }
    default: {
      const [name, value] = [text("name"), text("value")];
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
