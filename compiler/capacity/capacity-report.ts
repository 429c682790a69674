// The answer to "will they fit, and what does it cost": every release and pool, for whoever prints it.

import type { MachineType } from "../knowledge/machines/machine-type.ts";
import type { CourseStretch, Model, Range } from "../model/model.ts";
import { nodesInCluster, type Pool } from "../model/provider.ts";
import type { Release } from "../model/release.ts";
import type { Server, SizeChoice } from "../model/server.ts";
import type { Day } from "../text/calendar.ts";
import { type NodeRoom, nodeRoom } from "./node-room.ts";
import { type DayLoad, dayKinds, nodePartsOn, nodesOverDay } from "./nodes-over-day.ts";
import { type Guarantee, guaranteeOf, type Limit } from "./people-on-node.ts";
import { type Full, fullTimes } from "./people-over-day.ts";
import type { PoolCost } from "./pool-cost.ts";
import { type Load, nodesFor } from "./pool-load.ts";
import { costDays, type PoolNeeds, type ReleaseCost, releaseNeeds } from "./release-needs.ts";

export interface CapacityReport {
  readonly on: Day;
  /** In which lectures and exams are given. */
  readonly timezone: string;
  readonly releases: readonly ReleaseCapacity[];
  /** Names of hubs that somebody else runs, of which nothing of this is known. */
  readonly external: readonly string[];
}

export interface ReleaseCapacity {
  readonly release: Release;
  /** False for a stage for trying out: nobody is counted on it. */
  readonly forPeople: boolean;
  readonly pools: readonly PoolCapacity[];
  /** What part of the cost each server has, the most expensive first; empty where no cost is known. */
  readonly shares: readonly CostShare[];
  /** Of all pools whose price is known; absent where none is, or where prices are in several currencies. */
  readonly cost: ReleaseCost | undefined;
}

/** What the longer of two costs is for: a year where servers are there always. */
export function costSpan({ permanent }: Release): "term" | "year" {
  return permanent.length > 0 ? "year" : "term";
}

export interface PoolCapacity {
  readonly pool: Pool;
  /** Absent where it is not known: then nothing else is said either. */
  readonly machine: MachineType | undefined;
  readonly room: NodeRoom | undefined;
  readonly bounds: Range<number>;
  readonly classes: readonly ClassCapacity[];
  /** Nodes that everybody on the pool needs on its fullest days, those of other hubs included; absent where nobody is counted. */
  readonly nodesAtPeak: number | undefined;
  /** Nodes in each quarter of an hour of a day, the report's unless another is asked for; absent where nobody is counted. */
  readonly day: DayOfNodes | undefined;
  readonly cost: PoolCost | undefined;
  /** The room that the people of each server take on the nodes, over the days that the cost is of. */
  readonly taken: ReadonlyMap<Server, number>;
}

/** A server on a pool, with one size, and the days on which it has that size. */
export interface ClassCapacity {
  readonly server: Server;
  /** The choice that gives this size, where people choose between several. */
  readonly choice: SizeChoice | undefined;
  readonly stretches: readonly CourseStretch[];
  readonly guarantee: Guarantee;
  /** Servers that a node holds, and what there is too little of for one more. */
  readonly aNode: number;
  readonly limit: Limit;
  /** How many work at once. */
  readonly people: number | undefined;
  readonly nodes: number | undefined;
  /** Memory of a full node that is bought and is nobody's guarantee: too little is left for one more. */
  readonly remainder: number;
}

export interface DayOfNodes {
  readonly on: Day;
  readonly nodes: readonly number[];
  /** What the people need, without placeholders, whatever the pool's bounds are. */
  readonly wanted: readonly number[];
  readonly full: readonly (Full & { readonly course: string })[];
}

/** What the model says of its releases' pools, for its date. */
export function capacityReport(model: Model): CapacityReport {
  const releases = model.releases.map(capacities(model));
  const external = model.externalHubs.map(({ name }) => name);
  return { on: model.on, timezone: model.project.timezone.value, releases, external };
}

/** Which day of a pool is shown; none where undefined. */
export type ShownDay = (pool: PoolNeeds, release: Release) => Day | undefined;

/** What the model says of the pools of each release. */
export function capacities(model: Model, shown: ShownDay = () => model.on): (release: Release) => ReleaseCapacity {
  const needsOf = releaseNeeds(model);
  return (release) => {
    const needs = needsOf(release);
    const pools = needs.pools.map((pool) => {
      const on = pool.counted && !pool.pool.core ? shown(pool, release) : undefined;
      return poolCapacity(pool, { forPeople: needs.forPeople, on, days: costDays(release, model) });
    });
    const shares = needs.cost === undefined ? [] : costShares(pools);
    return { release, forPeople: needs.forPeople, pools, cost: needs.cost, shares };
  };
}

/** The day on which a pool has the most nodes. Where servers are there always, each day is as full as the next, and none is shown. */
export const fullestDay: ShownDay = ({ cost }, { permanent }) => (permanent.length > 0 ? undefined : cost?.fullest);

interface Shown {
  readonly forPeople: boolean;
  readonly on: Day | undefined;
  /** What the cost is of. */
  readonly days: Range<Day>;
}

function poolCapacity({ load, counted, ...needs }: PoolNeeds, { forPeople, on, days }: Shown): PoolCapacity {
  const { pool, machine, nodesAtPeak, cost } = needs;
  const { loads, release } = load;
  return {
    pool,
    machine,
    room: machine && nodeRoom(machine, release.provider.variant),
    bounds: nodesInCluster(pool, release.provider),
    classes: classesOf(loads, forPeople),
    nodesAtPeak,
    day: on === undefined ? undefined : dayOf(load, on),
    cost,
    taken: counted && machine && !pool.core ? roomTaken(load, days) : new Map(),
  };
}

function dayOf(load: DayLoad, on: Day): DayOfNodes {
  const servers = new Set(load.loads.map(({ server }) => server));
  const full = [...servers].flatMap((server) =>
    fullTimes(server, on).map((time) => ({ ...time, course: server.name })),
  );
  return { on, ...nodesOverDay(load, on), full };
}

/** One entry for each size that a course has; stretches that differ in nothing else go together. */
function classesOf(loads: readonly Load[], forPeople: boolean): ClassCapacity[] {
  const found = new Map<string, ClassCapacity>();
  for (const load of loads) {
    const capacity = classOf(load, forPeople);
    const key = JSON.stringify([
      load.server.of,
      load.server.name,
      load.size?.name,
      capacity.guarantee,
      capacity.aNode,
      capacity.people,
    ]);
    const before = found.get(key);
    found.set(key, before ? { ...before, stretches: [...before.stretches, load.stretch] } : capacity);
  }
  return [...found.values()];
}

function classOf({ server, size, stretch, release, room, aNode }: Load, forPeople: boolean): ClassCapacity {
  const guarantee = guaranteeOf(stretch, release, () => server.gpu);
  const people = forPeople ? stretch.peak?.value : undefined;
  return {
    server,
    choice: size,
    stretches: [stretch],
    guarantee,
    aNode: aNode.people,
    limit: aNode.limit,
    people,
    nodes: people === undefined || aNode.people === 0 ? undefined : nodesFor([{ people, aNode }]),
    remainder: Math.max(0, room.left.memory - aNode.people * guarantee.memory),
  };
}

// What part of a release's cost each of its servers has: by the room that its people take on the nodes, at each quarter of an hour of the
// days that the cost is of. What is bought beside that, such as half-empty nodes, placeholders and the hub's own pool, goes with it.

interface CostShare {
  readonly server: Server;
  readonly month: number;
  readonly term: number;
}

/** How much of the nodes the people of each server take over the days, in node-slots. */
function roomTaken(load: DayLoad, days: Range<Day>): ReadonlyMap<Server, number> {
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
function costShares(pools: readonly Pick<PoolCapacity, "cost" | "taken">[]): readonly CostShare[] {
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
