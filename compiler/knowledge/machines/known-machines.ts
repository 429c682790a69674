// The machine types of each provider, by name. OpenStack's flavours are each cloud's own, so none are known.

import { aksMachines } from "./aks.ts";
import { eksMachines } from "./eks.ts";
import { gkeCustomMachine, gkeMachines } from "./gke.ts";
import type { MachineType } from "./machine-type.ts";

/** The types of a provider that are known; empty where they are the cluster's own. */
export function knownMachines(provider: string): readonly MachineType[] {
  return tables[provider] ?? [];
}

/** The type of a name. Absent where it is not known. */
export function knownMachine(provider: string, type: string): MachineType | undefined {
  const custom = provider === "gke" ? gkeCustomMachine(type) : undefined;
  return custom ?? knownMachines(provider).find((machine) => machine.type === type);
}

const tables: Readonly<Record<string, readonly MachineType[]>> = {
  gke: gkeMachines,
  aks: aksMachines,
  eks: eksMachines,
};
