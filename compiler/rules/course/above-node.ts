// How a server that is larger than any node of its pool is said, and what would mend it.

import { largerMachine } from "../../capacity/larger-machine.ts";
import { machineOf } from "../../capacity/machine-of.ts";
import { guaranteeOf } from "../../capacity/people-on-node.ts";
import type { Load } from "../../capacity/pool-load.ts";
import { nodeCostsInstead } from "../../capacity/price-text.ts";
import { inSizeOrWindow } from "../../capacity/print-days.ts";
import { type Fix, offerFix } from "../../diagnostics/diagnostic.ts";
import { asKnown } from "../../model/as-far-as-known.ts";
import type { Model } from "../../model/model.ts";

export interface AboveNode {
  readonly asked: string;
  readonly has: string;
  readonly missing: string;
  readonly pool: string;
  readonly when: string;
}

export function placeOf({ pool, stretch, size }: Load): Pick<AboveNode, "pool" | "when"> {
  const machine = pool.machine === undefined ? "" : ` (${pool.machine.value})`;
  return { pool: `pool \`${pool.name}\`${machine}`, when: inSizeOrWindow(stretch, size) };
}

export function machinesOf(
  load: Load,
  model: Model,
): {
  readonly related: { span: Load["pool"]["span"]; message: string }[];
  readonly fixes: Fix[];
} {
  const { machine, span } = load.pool;
  const related = [{ span: machine?.span ?? span, message: "Its servers run on these machines." }];
  if (machine === undefined) return { related, fixes: [] };
  // Which machine is larger is known only where the region is, by which it is priced.
  const larger = asKnown(() => largerMachine(machine.value, load.provider, guaranteeOf(load.stretch, load.release)));
  if (larger === undefined) return { related, fixes: [] };
  const cost = nodeCostsInstead(larger, machineOf(load.pool, load.provider, model.machines));
  const title = `Use ${larger.type} for pool \`${load.pool.name}\`${cost}`;
  return { related, fixes: [offerFix(title, machine.span, JSON.stringify(larger.type))] };
}
