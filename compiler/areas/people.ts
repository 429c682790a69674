import { defineDiagnostic } from "../diagnostics/diagnostic.ts";
import { areaOf } from "../model/areas.ts";
import type { Block } from "../model/block.ts";
import { nameIn } from "../model/entry.ts";
import type { Release } from "../model/release.ts";
import { situationsOf } from "../policy/situations.ts";
import type { Item, Target } from "../schema/value-type.ts";
import { unknown } from "../schema/value-type.ts";
import type { Span } from "../text/span.ts";
import { type Areas, type InArea, refuse } from "./area-check.ts";

export const people = defineDiagnostic<{ person: string; why: string; area: string }>({
  code: "area/people",
  title: "Somebody else's people on a roster",
  why: "A person has one home on a hub, and the staff of every course whose roster lists them reach it. So a roster that an area writes lists nobody whom others brought to the hub: the operators open a group of theirs, a source of sign-in, or grant `people`.",
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
  const releases = model.releases.filter(({ hub }) => hubs.has(hub));
  const open = releases.find((release) => isOpen(release, context));
  const others = peopleOfOthers(area.name, area.opened.get("group") ?? new Set(), { ...context, releases });
  const rosters = new Set(situations.flatMap((block) => targetsOf(block, "roster")).map(({ name }) => name));
  for (const group of rosters) {
    for (const { name, span } of membersOf(group, area.name, context)) {
      const why =
        others.get(inLists(name, releases)) ??
        (open && `may be anybody, since the hub \`${open.hub}\` lets in people whom no roster names`);
      if (why !== undefined)
        report(refuse({ definition: people, parameters: { person: name, why, area: area.name } }, area, span));
    }
  }
}

/** Does it let in somebody whom no roster, staff, list of people or admins names, by the vocabulary or by what is merged onto it? */
function isOpen(release: Release, { entryOf }: Areas): boolean {
  const { also, alsoAdmins } = entryOf(release);
  return release.auth.allow.how !== "rosters" || also.length > 0 || alsoAdmins.length > 0;
}

/** A name as the hubs of a course compare it: where one of them lowers its letters, `Dean` and `dean` are one person. */
function inLists(name: string, releases: readonly Release[]): string {
  return releases.map((release) => nameIn(release, name)).find((form) => form !== name) ?? name;
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
  { areas, blocks, model, releases, entryOf }: Areas & { readonly releases: readonly Release[] },
): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  const add = (name: string, why: string) => known.set(inLists(name, releases), why);
  for (const [name, block] of blocks) {
    if (opened.has(name) || areaOf(block.span.file, areas)?.name === area) continue;
    for (const listed of peopleIn(block)) add(listed, `is in the group \`${name}\` of others`);
  }
  for (const release of releases)
    for (const name of entryOf(release).people) add(name, `may enter \`${release.hub}\` by its configuration`);
  for (const { admins, hub } of model.releases) for (const { value } of admins) add(value, `is an admin of \`${hub}\``);
  for (const name of opened) {
    const block = blocks.get(name);
    for (const listed of block === undefined ? [] : peopleIn(block)) known.delete(inLists(listed, releases));
  }
  return known;
}

function peopleIn(group: Block): readonly string[] {
  return situationsOf(group).flatMap(({ block }) => listedIn(block).map(({ name }) => name));
}
