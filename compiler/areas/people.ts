import { defineDiagnostic } from "../diagnostics/diagnostic.ts";
import { areaOf } from "../model/areas.ts";
import type { Block } from "../model/block.ts";
import { situationsOf } from "../policy/situations.ts";
import type { Item, Target } from "../schema/value-type.ts";
import { unknown } from "../schema/value-type.ts";
import type { Span } from "../text/span.ts";
import { type Areas, exampleAreas, type InArea, refuse } from "./area-check.ts";

const pupils = (name: string) => `group pupils {\n  members = ["amy", "${name}"]\n}\n`;
const course = "  staff = data8-staff\n  roster = pupils\n";

export const people = defineDiagnostic<{ person: string; why: string; area: string }>({
  code: "area/people",
  severity: "error",
  title: "Somebody else's people on a roster",
  why: "A person has one home on a hub, and the staff of every course whose roster lists them reach it. So a roster that an area writes lists nobody whom others brought to the hub: the operators open a group of theirs, a source of sign-in, or grant `people`.",
  wrong: exampleAreas({ course, more: pupils("dean") }),
  right: exampleAreas({ course, more: pupils("bob") }),
  message: ({ person, why, area }) =>
    `\`${person}\` ${why}, and on this roster the staff of the area \`${area}\` would reach everything that they have on the hub: operators open a group that holds them by \`groups\` of the area, or grant \`people\`.`,
});

interface Listed {
  readonly name: string;
  readonly span: Span;
}

/** Rosters that an area writes list people whom nobody else brought to the hub. */
export function checkPeople({ area, declaration, situations }: InArea, context: Areas): void {
  if (declaration.kind !== "course" || area.grants.has("people")) return;
  const { model, report } = context;
  const hubs = new Set(situations.flatMap((block) => targetsOf(block, "hub")).map(({ name }) => name));
  const open = model.releases.find(({ hub, auth }) => hubs.has(hub) && auth.allow.how !== "rosters");
  const others = peopleOfOthers(area.name, area.opened.get("group") ?? new Set(), context);
  const rosters = new Set(situations.flatMap((block) => targetsOf(block, "roster")).map(({ name }) => name));
  for (const group of rosters) {
    for (const { name, span } of membersOf(group, area.name, context)) {
      const why =
        others.get(name) ??
        (open && `may be anybody, since the hub \`${open.hub}\` lets in people whom no roster names`);
      if (why !== undefined)
        report(refuse({ definition: people, parameters: { person: name, why, area: area.name } }, area, span));
    }
  }
}

function targetsOf(block: Block, key: string): readonly Target[] {
  const found = block.settings.get(key);
  if (found === undefined || found === unknown) return [];
  const { value } = found;
  return Array.isArray(value) ? (value as readonly Item<Target>[]).map((item) => item.value) : [value as Target]; // settings of these keys hold references
}

/** The people that a group of the area lists, in any situation. Those of other groups are their owners' to list. */
function membersOf(group: string, area: string, { areas, blocks }: Areas): readonly Listed[] {
  const found = blocks.get(group);
  if (found === undefined || areaOf(found.span.file, areas)?.name !== area) return [];
  return situationsOf(found).flatMap(({ block }) => listedIn(block));
}

function listedIn(block: Block): Listed[] {
  const found = block.settings.get("members");
  if (found === undefined || found === unknown) return [];
  const items = found.value as readonly Item<unknown>[]; // `members` holds a list
  return items.flatMap(({ value, file, start, end }) =>
    typeof value === "string" ? [{ name: value, span: { file, start, end } }] : [],
  );
}

/** Whom others list, and who says so, in words. */
function peopleOfOthers(
  area: string,
  opened: ReadonlySet<string>,
  { areas, blocks, model }: Areas,
): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const [name, block] of blocks) {
    if (opened.has(name) || areaOf(block.span.file, areas)?.name === area) continue;
    for (const { block: situation } of situationsOf(block))
      for (const listed of listedIn(situation)) known.set(listed.name, `is in the group \`${name}\` of others`);
  }
  for (const { admins, hub } of model.releases)
    for (const { value } of admins) known.set(value, `is an admin of \`${hub}\``);
  for (const name of opened)
    for (const listed of blocks.has(name) ? openedPeople(blocks, name) : []) known.delete(listed);
  return known;
}

function openedPeople(blocks: ReadonlyMap<string, Block>, group: string): readonly string[] {
  const block = blocks.get(group);
  return block === undefined ? [] : situationsOf(block).flatMap((one) => listedIn(one.block).map(({ name }) => name));
}
