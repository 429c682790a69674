// What part of a release's cost each of its servers has: by the room that its people take on the nodes, at each quarter of an hour of the
// days that the cost is of. What is bought beside that, such as half-empty nodes, placeholders and the hub's own pool, goes with it.

import type { Range } from "../model/model.ts";
import type { Server } from "../model/server.ts";
import type { Day } from "../text/calendar.ts";
import type { PoolCapacity } from "./capacity-report.ts";
import { type DayLoad, dayKinds, nodePartsOn } from "./nodes-over-day.ts";

export interface CostShare {
  readonly server: Server;
  readonly month: number;
  readonly term: number;
}

/** How much of the nodes the people of each server take over the days, in node-slots. */
export function roomTaken(load: DayLoad, days: Range<Day>): ReadonlyMap<Server, number> {
  const kindOf = dayKinds(load);
  const ofKind = new Map<string, ReadonlyMap<Server, number>>();
  const taken = new Map<Server, number>();
  for (let day = days.from; day <= days.to; day += 1) {
    const kind = kindOf(day);
    const parts = ofKind.get(kind) ?? nodePartsOn(load, day);
    ofKind.set(kind, parts);
    for (const [server, part] of parts) taken.set(server, (taken.get(server) ?? 0) + part);
  }
  return taken;
}

/** One for each server that has people somewhere, the most expensive first. None where nothing is known of a cost. */
export function costShares(pools: readonly Pick<PoolCapacity, "cost" | "taken">[]): readonly CostShare[] {
  const everywhere = new Map<Server, number>();
  for (const { taken } of pools)
    for (const [server, part] of taken) everywhere.set(server, (everywhere.get(server) ?? 0) + part);
  const shares = new Map<Server, { month: number; term: number }>();
  for (const { cost, taken } of pools) {
    if (cost === undefined) continue;
    // A pool that nobody's servers run on, such as the hub's own, is there for all.
    const parts = taken.size > 0 ? taken : everywhere;
    const sum = [...parts.values()].reduce((all, part) => all + part, 0);
    for (const [server, part] of sum > 0 ? parts : []) {
      const before = shares.get(server) ?? { month: 0, term: 0 };
      shares.set(server, {
        month: before.month + (cost.month * part) / sum,
        term: before.term + (cost.term * part) / sum,
      });
    }
  }
  return [...shares].map(([server, share]) => ({ server, ...share })).sort((a, b) => b.month - a.month);
}
