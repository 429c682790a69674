// Which groups apply on which hub.

import type { Report } from "../diagnostics/diagnostic.ts";
import type { Memory } from "../diagnostics/memory.ts";
import { computedOnce } from "../text/computed-once.ts";
import type { Course, Group } from "./model.ts";

/** A hub and the courses that it is built for. What only an ended course names has ended with it. */
export interface HubWithCourses {
  readonly name: string;
  readonly courses: readonly Course[];
}

/** All of a program, by name: a group is known by its place in the list. */
export interface AllGroups {
  readonly groups: readonly Group[];
  /** Their names, the same list for as long as the names are. */
  readonly names: readonly string[];
  readonly courses: readonly Course[];
  /** Is there one hub only? Then it has the groups that nobody names. */
  readonly oneHub: boolean;
  readonly memory: Memory;
}

/**
 * The groups of a hub, in their order: those that its courses name, those that name it and, where it is the only one, those that
 * nobody names.
 */
export function groupsOnHub(all: AllGroups): (hub: HubWithCourses) => readonly Group[] {
  const { groups, names, memory } = all;
  const hubs = memory.recallEach({ each: groups, step: "hubs of group", report: nowhere }, (_, group) =>
    group.hubs.length === 0 ? nothing : group.hubs,
  );
  const unnamed = unnamedIn(all);
  const inputs = [names, hubs, ...unnamed];
  return (hub) => {
    const placesOn = () => {
      const byName = placesByName(names);
      const named = hub.courses.flatMap(groupsOf).flatMap((name) => byName.get(name) ?? []);
      const naming = placesByHub(hubs).get(hub.name) ?? nothing;
      return [...new Set([...named, ...naming, ...unnamed])].sort((a, b) => a - b);
    };
    // A group that is another object, as after an edit beside it, still applies where it did.
    const about = { about: hub.courses, step: "groups on hub", inputs, report: nowhere };
    return memory.recall(about, placesOn).flatMap((place) => groups[place] ?? []);
  };
}

/** Places of the groups that nobody names, where there is one hub to have them. */
function unnamedIn({ groups, courses, oneHub }: AllGroups): readonly number[] {
  if (!oneHub) return nothing;
  const named = new Set(courses.flatMap(groupsOf));
  return groups.flatMap(({ hubs, name }, place) => (hubs.length === 0 && !named.has(name) ? [place] : []));
}

const placesByName = computedOnce(
  (names: readonly string[]): ReadonlyMap<string, number> => new Map(names.map((name, place) => [name, place])),
);

/** Places of the groups that name a hub themselves. */
const placesByHub = computedOnce((hubs: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> => {
  const found = new Map<string, number[]>();
  for (const [place, named] of hubs.entries()) {
    for (const hub of new Set(named)) found.set(hub, [...(found.get(hub) ?? []), place]);
  }
  return found;
});

const groupsOf = computedOnce(({ staff, roster }: Course): readonly string[] =>
  [...staff, ...roster].map(({ value }) => value),
);

const nothing: readonly never[] = [];

/** Placing groups finds nothing. */
const nowhere: Report = () => {};
