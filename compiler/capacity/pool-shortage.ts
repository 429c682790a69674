// Whether a pool holds the classes that work on it, on every day of their terms.

import type { Model, Pool } from "../model/model.ts";
import { nodeBounds } from "../model/pool-of.ts";
import type { Day } from "../text/calendar.ts";
import { computedOnce } from "../text/computed-once.ts";
import { isForPeople, type Load, loadsOf, nodesFor } from "./pool-load.ts";

/** Days on which a pool is too small for the classes on it. */
export interface Shortage {
  readonly pool: Pool;
  /** The courses that are too many together, the one that takes most first; one where it alone is too large. */
  readonly loads: readonly PeakLoad[];
  readonly days: { readonly from: Day; readonly to: Day };
  readonly needed: number;
  /** How many nodes the pool may have. */
  readonly most: number;
}

/** A load with how many people work at once. */
export interface PeakLoad extends Load {
  readonly people: number;
}

/** The worst shortage of each course that is too large alone, and of each pool that is too small only for several together. */
export function shortages(model: Model): Shortage[] {
  return [...peaksByPool(model).values()].flatMap((loads) => {
    const alone = worstEach(loads.flatMap((load) => shortageOf([load], load.stretch) ?? []));
    return alone.length > 0 ? alone : worstEach(together(loads)).slice(0, 1);
  });
}

/** How many nodes a pool needs on its fullest days; 0 where nothing is known. */
export function nodesAtPeak(pool: Pool, model: Model): number {
  const loads = peaksByPool(model).get(keyOf(pool)) ?? [];
  return Math.max(0, ...daysThatBegin(loads).map((day) => nodesFor(on(loads, day))));
}

const peaksByPool = computedOnce((model: Model): ReadonlyMap<string, readonly PeakLoad[]> => {
  const pools = new Map<string, PeakLoad[]>();
  for (const release of model.releases.filter((one) => isForPeople(one, model))) {
    for (const load of peaksOf(loadsOf(release, model))) {
      const key = keyOf(load.pool);
      const loads = pools.get(key) ?? [];
      if (loads.length === 0) pools.set(key, loads);
      loads.push(load);
    }
  }
  return pools;
});

const peaksOf = computedOnce((loads: readonly Load[]): readonly PeakLoad[] =>
  loads.flatMap((load) => {
    const people = load.stretch.peak?.value ?? 0;
    return people === 0 || load.aNode.people === 0 ? [] : [{ ...load, people }];
  }),
);

function keyOf(pool: Pool): string {
  return `${pool.provider}.${pool.name}`;
}

function shortageOf(loads: readonly PeakLoad[], days: Shortage["days"]): Shortage | undefined {
  const [first] = loads;
  const needed = nodesFor(loads);
  if (first === undefined || needed <= nodeBounds(first.pool).to) return undefined;
  const most = nodeBounds(first.pool).to;
  return { pool: first.pool, loads, days: { from: days.from, to: days.to }, needed, most };
}

function together(loads: readonly PeakLoad[]): Shortage[] {
  return daysThatBegin(loads).flatMap((day) => {
    const present = on(loads, day);
    const to = Math.min(...present.map(({ stretch }) => stretch.to));
    const shortage = shortageOf(present, { from: day, to });
    if (shortage === undefined) return [];
    return { ...shortage, loads: [...present].sort((a, b) => nodesFor([b]) - nodesFor([a])) };
  });
}

/** The days on which something about the loads changes. */
function daysThatBegin(loads: readonly PeakLoad[]): Day[] {
  return [...new Set(loads.map(({ stretch }) => stretch.from))].sort((a, b) => a - b);
}

function on(loads: readonly PeakLoad[], day: Day): PeakLoad[] {
  return loads.filter(({ stretch }) => stretch.from <= day && day <= stretch.to);
}

/** One shortage for each place where a peak is written. */
function worstEach(found: readonly Shortage[]): Shortage[] {
  const worst = new Map<string, Shortage>();
  for (const shortage of found) {
    const span = shortage.loads[0]?.stretch.peak?.span;
    const key = span === undefined ? "" : `${span.file.path} ${span.start}`;
    const before = worst.get(key);
    if (before === undefined || before.needed < shortage.needed) worst.set(key, shortage);
  }
  return [...worst.values()];
}
