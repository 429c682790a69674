// Which groups apply on which hub.

import { computedOnce } from "../text/computed-once.ts";
import type { Course, Group } from "./model.ts";

/** A hub and the courses that it is built for. What only an ended course names has ended with it. */
export interface HubWithCourses {
  readonly name: string;
  readonly courses: readonly Course[];
}

/**
 * The groups of each hub, in their order: those that its courses name, those that name it and, where it is the only one, those
 * that nobody names. `courses` are all of the program.
 */
export function groupsByHub(
  groups: readonly Group[],
  hubs: readonly HubWithCourses[],
  courses: readonly Course[],
): ReadonlyMap<string, readonly Group[]> {
  const naming = hubsThatName(hubs);
  const [only] = hubs.length === 1 ? hubs : [];
  const named = only && new Set(courses.flatMap(groupsOf));
  const found = new Map<string, Group[]>();
  for (const group of groups) {
    const isUnnamed = named !== undefined && group.hubs.length === 0 && !named.has(group.name);
    const place = (hub: string) => {
      const onHub = found.get(hub);
      if (onHub === undefined) found.set(hub, [group]);
      else if (onHub.at(-1) !== group) onHub.push(group);
    };
    group.hubs.forEach(place);
    naming.get(group.name)?.forEach(place);
    if (only && isUnnamed) place(only.name);
  }
  return found;
}

/** Hubs, by the name of a group that their courses name. */
function hubsThatName(hubs: readonly HubWithCourses[]): ReadonlyMap<string, readonly string[]> {
  const naming = new Map<string, string[]>();
  for (const { name, courses } of hubs) {
    for (const course of courses) {
      for (const group of groupsOf(course)) {
        const before = naming.get(group);
        if (before === undefined) naming.set(group, [name]);
        else if (before.at(-1) !== name) before.push(name);
      }
    }
  }
  return naming;
}

const groupsOf = computedOnce(({ staff, roster }: Course): readonly string[] =>
  [...staff, ...roster].map(({ value }) => value),
);
