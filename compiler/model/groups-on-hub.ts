// Which groups apply on which hub.

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
    const on = new Set([...group.hubs, ...(naming.get(group.name) ?? []), ...(only && isUnnamed ? [only.name] : [])]);
    for (const hub of on) {
      const onHub = found.get(hub);
      if (onHub === undefined) found.set(hub, [group]);
      else onHub.push(group);
    }
  }
  return found;
}

/** Hubs, by the name of a group that their courses name. */
function hubsThatName(hubs: readonly HubWithCourses[]): ReadonlyMap<string, ReadonlySet<string>> {
  const naming = new Map<string, Set<string>>();
  for (const { name, courses } of hubs) {
    for (const group of courses.flatMap(groupsOf)) naming.set(group, (naming.get(group) ?? new Set()).add(name));
  }
  return naming;
}

function groupsOf({ staff, roster }: Course): string[] {
  return [...staff, ...roster].map(({ value }) => value);
}
