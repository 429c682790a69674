// The change that mends a pool whose machines are too small: the next larger type of the same family.

import { knownMachines } from "../knowledge/machines/known-machines.ts";
import type { MachineType } from "../knowledge/machines/machine-type.ts";
import type { Provider } from "../model/provider.ts";
import { pricedIn } from "./machine-of.ts";
import { type Amounts, nodeRoom } from "./node-room.ts";

/** The smallest type of the family of `type` on which so much is left for one person. Absent where none is known. */
export function largerMachine(
  type: string,
  provider: Pick<Provider, "variant" | "settings">,
  need: Amounts,
): MachineType | undefined {
  const family = familyOf(type);
  const larger = knownMachines(provider.variant)
    .filter((machine) => familyOf(machine.type) === family)
    .filter((machine) => {
      const { left } = nodeRoom(machine, provider.variant);
      return left.memory >= need.memory && left.cpu >= need.cpu;
    })
    .reduce<MachineType | undefined>(
      (least, machine) => (least && least.memory <= machine.memory ? least : machine),
      undefined,
    );
  return larger && pricedIn(larger, provider);
}

/** A type without its size: `n2-highmem`, `r5`, `Standard_E#s_v5`. */
function familyOf(type: string): string {
  if (type.startsWith("Standard_")) return type.replace(/\d+/, "#");
  return type.includes(".") ? type.slice(0, type.indexOf(".")) : type.replace(/-\d+$/, "");
}
