// Whether a pool holds the classes that work on it, on every day of their terms.

import type { Model } from "../model/model.ts";
import { nodesInCluster, type Pool } from "../model/provider.ts";
import type { Release } from "../model/release.ts";
import type { Day } from "../text/calendar.ts";
import { isPeoplesStage, type Load, nodesFor } from "./pool-load.ts";

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
export function shortages(peaks: PoolPeaks): Shortage[] {
  return [...peaks.values()].flatMap((hubs) => {
    if (holdsAllAtOnce(hubs)) return [];
    const loads = hubs.flat();
    const alone = worstEach(loads.flatMap((load) => shortageOf([load], load.stretch) ?? []));
    return alone.length > 0 ? alone : worstEach(together(loads)).slice(0, 1);
  });
}

/** Does the pool hold everybody even if all were there on one day? Then no day needs a look. */
function holdsAllAtOnce(hubs: readonly (readonly PeakLoad[])[]): boolean {
  const pool = hubs[0]?.[0]?.pool;
  const nodes = hubs.reduce((sum, loads) => sum + nodesFor(loads), 0);
  return pool === undefined || nodes <= usableNodes(hubs.flat());
}

/** How many nodes of their pool loads can use: one, where the homes are a folder of one machine. */
function usableNodes(loads: readonly PeakLoad[]): number {
  const [first] = loads;
  if (first === undefined) return 0;
  const isOnOneHost = loads.some(({ release }) => release.homes.settings["host"] !== undefined);
  return isOnOneHost ? 1 : nodesInCluster(first.pool, first.provider).to;
}

/** How many nodes a pool needs on its fullest days; 0 where nothing is known. */
export function nodesAtPeak(pool: Pool, peaks: PoolPeaks): number {
  const loads = peaks.get(keyOf(pool))?.flat() ?? [];
  return Math.max(0, ...daysThatBegin(loads).map((day) => nodesFor(on(loads, day))));
}

/** By pool: what each hub puts on it. */
export type PoolPeaks = ReadonlyMap<string, readonly (readonly PeakLoad[])[]>;

/** What the hubs put on their pools where their people work. */
export function peaksByPool(model: Model, loads: readonly Load[]): PoolPeaks {
  const forPeople = new Set(model.releases.filter((release) => isPeoplesStage(release, model)));
  const pools = new Map<string, Map<Release, PeakLoad[]>>();
  const keys = new Map<Pool, string>();
  for (const load of loads) {
    const people = load.stretch.peak?.value ?? 0;
    if (people === 0 || load.aNode.people === 0 || !forPeople.has(load.release)) continue;
    const key = keys.get(load.pool) ?? keyOf(load.pool);
    keys.set(load.pool, key);
    const onPool = pools.get(key) ?? new Map<Release, PeakLoad[]>();
    pools.set(key, onPool);
    const ofHub = onPool.get(load.release) ?? [];
    onPool.set(load.release, ofHub);
    ofHub.push({ ...load, people });
  }
  return new Map([...pools].map(([key, hubs]) => [key, [...hubs.values()]]));
}

function keyOf(pool: Pool): string {
  return `${pool.provider}.${pool.name}`;
}

function shortageOf(loads: readonly PeakLoad[], days: Shortage["days"]): Shortage | undefined {
  const [first] = loads;
  const needed = nodesFor(loads);
  if (first === undefined) return undefined;
  const most = usableNodes(loads);
  if (needed <= most) return undefined;
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
function worstEach(shortages: readonly Shortage[]): Shortage[] {
  const worst = new Map<string, Shortage>();
  for (const shortage of shortages) {
    const span = shortage.loads[0]?.stretch.peak?.span;
    const key = span === undefined ? "" : `${span.file.path} ${span.start}`;
    const before = worst.get(key);
    if (before === undefined || before.needed < shortage.needed) worst.set(key, shortage);
  }
  return [...worst.values()];
}
