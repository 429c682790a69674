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
  const hoursOfKind = new Map<string, number>();
  let nodeHours = 0;
  for (let day = days.from; day <= days.to; day += 1) {
    const kind = kindOf(day);
    const hours = hoursOfKind.get(kind) ?? hoursOn(load, day);
    hoursOfKind.set(kind, hours);
    nodeHours += hours;
  }
  const term = nodeHours * price.amount;
  return { price, nodeHours, term, month: (term / (days.to - days.from + 1)) * (365 / 12) };
}

function hoursOn(load: DayLoad, day: Day): number {
  return nodesOverDay(load, day).nodes.reduce((sum, count) => sum + count, 0) * (slotMinutes / 60);
}
