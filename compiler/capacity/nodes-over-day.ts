// How many nodes a pool has at each time of a day, if people come as the timetable says and fill nodes as well as can be.

import type { Pool } from "../model/model.ts";
import { nodeBounds } from "../model/pool-of.ts";
import type { Day } from "../text/calendar.ts";
import { peopleAt } from "./people-over-day.ts";
import { type Load, nodesFor } from "./pool-load.ts";

/** Minutes that a number stands for. */
export const slotMinutes = 15;
const slots = (24 * 60) / slotMinutes;

/** After so long without a pod a node is given back: the cluster autoscaler's `scale-down-unneeded-time`, rounded to slots. */
const slotsUnneeded = 1;

/** What fills a pool on a day, and the room kept free on it. */
export interface DayLoad {
  readonly pool: Pool;
  readonly loads: readonly Load[];
  /** Placeholders, each of the size of the largest server. */
  readonly spare: number;
}

/** Nodes in each slot of the day, within the pool's bounds, and how many there would be without them. */
export function nodesOverDay({ pool, loads, spare }: DayLoad, day: Day): { nodes: number[]; wanted: number[] } {
  const { from, to } = nodeBounds(pool);
  const present = loads.filter(({ stretch }) => stretch.from <= day && day <= stretch.to);
  const largest = present.reduce<Load | undefined>(
    (most, one) => (most && most.aNode.people <= one.aNode.people ? most : one),
    undefined,
  );
  const kept = largest === undefined ? [] : [{ people: spare, aNode: largest.aNode }];
  const needed = Array.from({ length: slots }, (_, slot) => {
    const people = present.map(({ course, stretch, aNode, release }) => {
      const idle = release.cull?.idle?.value ?? 3600;
      return { people: peopleAt(course, stretch, { day, minute: slot * slotMinutes, idle }), aNode };
    });
    return nodesFor([...people, ...kept]);
  });
  const wanted = needed.map((count, slot) => Math.max(count, ...needed.slice(Math.max(0, slot - slotsUnneeded), slot)));
  return { nodes: wanted.map((count) => Math.min(to, Math.max(from, count))), wanted };
}
