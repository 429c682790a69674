// How many nodes a release's pools need, and what they cost: what a plan compares, and a capacity report begins with.

import type { MachineType } from "../knowledge/machines/machine-type.ts";
import type { Model, Range } from "../model/model.ts";
import type { Pool } from "../model/provider.ts";
import type { Release } from "../model/release.ts";
import type { Day } from "../text/calendar.ts";
import { machineOf } from "./machine-of.ts";
import type { DayLoad } from "./nodes-over-day.ts";
import { type PoolCost, poolCost } from "./pool-cost.ts";
import { isPeoplesStage, loadsIn, loadsOf } from "./pool-load.ts";
import { nodesAtPeak, peaksByPool } from "./pool-shortage.ts";
import { priceElsewhere } from "./price-text.ts";

export interface ReleaseNeeds {
  /** False for a stage for trying out: nobody is counted on it. */
  readonly forPeople: boolean;
  readonly pools: readonly PoolNeeds[];
  /** Of all pools whose price is known; absent where none is, or where prices are in several currencies. */
  readonly cost: ReleaseCost | undefined;
}

export interface PoolNeeds {
  readonly pool: Pool;
  /** What fills it. */
  readonly load: DayLoad;
  /** Absent where it is not known: then nothing else is said either. */
  readonly machine: MachineType | undefined;
  /** Is it said of somebody how many work at once, or is it the hub's own? */
  readonly counted: boolean;
  /** Nodes that everybody on the pool needs on its fullest days, those of other hubs included; absent where nobody is counted. */
  readonly nodesAtPeak: number | undefined;
  readonly cost: PoolCost | undefined;
}

export interface ReleaseCost {
  readonly month: number;
  readonly term: number;
  readonly currency: string;
  /** `list price of us-central1; europe-west1 differs`: where a price is that of another region. */
  readonly elsewhere: string | undefined;
}

/** What the pools of each release need. */
export function releaseNeeds(model: Model): (release: Release) => ReleaseNeeds {
  const peaks = peaksByPool(model, loadsIn(model));
  return (release) => {
    const forPeople = isPeoplesStage(release, model);
    const loads = loadsOf(release, model);
    const pools = release.provider.pools.map((pool): PoolNeeds => {
      const load = { pool, loads: loads.filter((load) => load.pool === pool), release };
      const machine = machineOf(pool, release.provider, model.machines);
      const counted = forPeople && (pool.core || load.loads.some(({ stretch }) => stretch.peak !== undefined));
      return {
        pool,
        load,
        machine,
        counted,
        nodesAtPeak: counted && !pool.core ? nodesAtPeak(pool, peaks) : undefined,
        cost: counted && machine ? poolCost(load, machine, costDays(release, model)) : undefined,
      };
    });
    return { forPeople, pools, cost: forPeople ? total(pools) : undefined };
  };
}

/**
 * From the first day of the release's courses to the last. Where servers are there always, 52 weeks from the date of the build: whole
 * weeks cost the same from whichever day they are counted.
 */
export function costDays({ courses, permanent }: Release, { on }: Model): Range<Day> {
  if (permanent.length > 0) return { from: on, to: on + 52 * 7 - 1 };
  if (courses.length === 0) return { from: on, to: on };
  const terms = courses.map(({ term }) => term.value);
  return { from: Math.min(...terms.map(({ from }) => from)), to: Math.max(...terms.map(({ to }) => to)) };
}

function total(pools: readonly PoolNeeds[]): ReleaseCost | undefined {
  const costs = pools.flatMap(({ cost }) => cost ?? []);
  const [first] = costs;
  if (first === undefined || costs.some(({ price }) => price.currency !== first.price.currency)) return undefined;
  return {
    month: costs.reduce((sum, { month }) => sum + month, 0),
    term: costs.reduce((sum, { term }) => sum + term, 0),
    currency: first.price.currency,
    elsewhere: costs.map(({ price }) => priceElsewhere(price)).find((words) => words !== ""),
  };
}
