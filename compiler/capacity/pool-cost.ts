// What a pool's nodes cost over a term, by the nodes of each of its days. Disks, storage, load balancers and traffic come on top.

import type { MachineType, Price } from "../knowledge/machines/machine-type.ts";
import type { Day } from "../text/calendar.ts";
import { type DayLoad, dayKinds, nodesOverDay, slotMinutes } from "./nodes-over-day.ts";

export interface PoolCost {
  readonly price: Price;
  /** A mean month of the term, of 365 / 12 days. */
  readonly month: number;
  readonly term: number;
  readonly nodeHours: number;
  /** The first of the days on which it has the most nodes. */
  readonly fullest: Day;
}

/** The cost of a pool from the first to the last day. Absent where the machine's price is not known. */
export function poolCost(
  load: DayLoad,
  machine: MachineType,
  days: { readonly from: Day; readonly to: Day },
): PoolCost | undefined {
  const { price } = machine;
  if (price === undefined) return undefined;
  const kindOf = dayKinds(load);
  const kinds = new Map<string, NodesOfDay>();
  let nodeHours = 0;
  let fullest: NodesOfDay | undefined;
  for (let day = days.from; day <= days.to; day += 1) {
    const kind = kindOf(day);
    const nodes = kinds.get(kind) ?? nodesOn(load, day);
    kinds.set(kind, nodes);
    nodeHours += nodes.hours;
    if (fullest === undefined || isFuller(nodes, fullest)) fullest = nodes;
  }
  const term = nodeHours * price.amount;
  return {
    price,
    nodeHours,
    fullest: fullest?.day ?? days.from,
    term,
    month: (term / (days.to - days.from + 1)) * (365 / 12),
  };
}

interface NodesOfDay {
  readonly day: Day;
  readonly hours: number;
  readonly most: number;
}

function nodesOn(load: DayLoad, day: Day): NodesOfDay {
  const { nodes, wanted } = nodesOverDay(load, day);
  const hours = nodes.reduce((sum, count) => sum + count, 0) * (slotMinutes / 60);
  return { day, hours, most: Math.max(...nodes, ...wanted) };
}

/** More nodes at once; of days with as many, for longer. */
function isFuller(day: NodesOfDay, other: NodesOfDay): boolean {
  return day.most > other.most || (day.most === other.most && day.hours > other.hours);
}

/** An amount of money to the cent. */
export function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}
