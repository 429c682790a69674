// Which groups apply on which hub.

import type { Course, Group } from "./model.ts";

/** A hub and the courses that it is built for. What only an ended course names has ended with it. */
export interface HubWithCourses {
  readonly name: string;
  readonly courses: readonly Course[];
}

/** All of a program. */
export interface AllGroups {
  /** In order of name. */
  readonly groups: readonly Group[];
  readonly courses: readonly Course[];
  /** Is there one hub only? Then it has the groups that nobody names. */
  readonly oneHub: boolean;
}

/**
 * The groups of a hub, in their order: those that its courses name, those that name it and, where it is the only one, those that
 * nobody names.
 */
export function groupsOnHub({ groups, courses, oneHub }: AllGroups): (hub: HubWithCourses) => readonly Group[] {
  const places = new Map(groups.map(({ name }, place) => [name, place]));
  const named = new Set(courses.flatMap(namedBy));
  const naming = new Map<string, number[]>();
  const unnamed: number[] = [];
  for (const [place, { name, hubs }] of groups.entries()) {
    for (const hub of hubs) naming.set(hub, [...(naming.get(hub) ?? []), place]);
    if (oneHub && hubs.length === 0 && !named.has(name)) unnamed.push(place);
  }
  return (hub) => {
    const ofCourses = hub.courses.flatMap(namedBy).flatMap((name) => places.get(name) ?? []);
    const here = new Set([...ofCourses, ...(naming.get(hub.name) ?? []), ...unnamed]);
    return [...here].sort((a, b) => a - b).flatMap((place) => groups[place] ?? []);
  };
}

function namedBy({ staff, roster }: Course): readonly string[] {
  return [...staff, ...roster].map(({ value }) => value);
}
