// Which groups apply on which hub.

import type { Group } from "./model.ts";
import type { Server } from "./server.ts";

/** A hub and the servers that it is built for. What only an ended course names has ended with it. */
export interface HubWithServers {
  readonly name: string;
  readonly servers: readonly Server[];
}

/** All of a program. */
export interface AllGroups {
  /** In order of name. */
  readonly groups: readonly Group[];
  /** Of courses and of hubs, all that there are. */
  readonly servers: readonly Server[];
  /** Is there one hub only? Then it has the groups that nobody names. */
  readonly oneHub: boolean;
}

/**
 * The groups of a hub, in their order: those that its servers name, those that name it and, where it is the only one, those that
 * nobody names.
 */
export function groupsOnHub({ groups, servers, oneHub }: AllGroups): (hub: HubWithServers) => readonly Group[] {
  const places = new Map(groups.map(({ name }, place) => [name, place]));
  const named = new Set(servers.flatMap(namedBy));
  const naming = new Map<string, number[]>();
  const unnamed: number[] = [];
  for (const [place, { name, hubs }] of groups.entries()) {
    for (const hub of hubs) naming.set(hub, [...(naming.get(hub) ?? []), place]);
    if (oneHub && hubs.length === 0 && !named.has(name)) unnamed.push(place);
  }
  return (hub) => {
    const ofCourses = hub.servers.flatMap(namedBy).flatMap((name) => places.get(name) ?? []);
    const here = new Set([...ofCourses, ...(naming.get(hub.name) ?? []), ...unnamed]);
    return [...here].sort((a, b) => a - b).flatMap((place) => groups[place] ?? []);
  };
}

function namedBy({ staff, roster, choices }: Server): readonly string[] {
  const bySizes = choices.sizes.flatMap(({ groups }) => groups);
  return [...staff, ...roster, ...bySizes].map(({ value }) => value);
}
