// Which machine a pool's nodes are: the program's own hardware, a type that it declares, or a type that is known.

import { knownMachine } from "../knowledge/machines/known-machines.ts";
import type { MachineType, Price } from "../knowledge/machines/machine-type.ts";
import { asKnown } from "../model/as-far-as-known.ts";
import type { Machine, Pool, Provider } from "../model/provider.ts";
import { regionOf } from "../model/region-of.ts";
import { printDate } from "../text/calendar.ts";

/** The kubelet's own limit, where nothing else is said (kubelet configuration, `maxPods`). */
const usualPods = 110;

/** The pool's machine. Absent where its type is not known, so that nothing can be said about its size. */
export function machineOf(
  pool: Pool,
  provider: Pick<Provider, "variant" | "settings">,
  declared: readonly Machine[],
): MachineType | undefined {
  const machine = saidMachine(pool, provider, declared);
  const { measured } = pool;
  if (measured === undefined) return machine;
  const { type, capacity, allocatable } = measured;
  const seen = machine ?? ownHardware(type, capacity.memory, capacity.cpu);
  return { ...seen, ...capacity, gpu: allocatable.gpu, pods: allocatable.pods, measured };
}

function saidMachine(
  pool: Pool,
  provider: Pick<Provider, "variant" | "settings">,
  declared: readonly Machine[],
): MachineType | undefined {
  if (pool.memory !== undefined && pool.cpu !== undefined)
    return ownHardware(pool.name, pool.memory.value, pool.cpu.value);
  const type = pool.machine?.value;
  if (type === undefined) return undefined;
  const found = knownMachine(provider.variant, type);
  // Its size is known where the region, and so its price, is not.
  const known = found && (asKnown(() => pricedIn(found, provider)) ?? { ...found, price: undefined });
  const own = declared.find((machine) => machine.type.value === type);
  return own === undefined ? known : corrected(own, known);
}

/** The machine, whose price says where the cluster lies if it is the price of another region. */
export function pricedIn(machine: MachineType, provider: Pick<Provider, "variant" | "settings">): MachineType {
  const { price } = machine;
  const clusterRegion = regionOf(provider);
  const isElsewhere = clusterRegion !== undefined && price?.region !== undefined && price.region !== clusterRegion;
  return isElsewhere ? { ...machine, price: { ...price, clusterRegion } } : machine;
}

function ownHardware(type: string, memory: number, cpu: number): MachineType {
  return { type, memory, cpu, gpu: 0, pods: usualPods, disks: undefined, price: undefined };
}

/** What a `machine` block says holds; the rest is as known, if anything is. */
function corrected(machine: Machine, known: MachineType | undefined): MachineType {
  const pods = machine.pods?.value;
  const { seenMemory, ...kept } = known ?? ownHardware(machine.type.value, machine.memory.value, machine.cpu.value);
  return {
    ...kept,
    memory: machine.memory.value,
    cpu: machine.cpu.value,
    gpu: machine.gpu.value,
    ...(pods === undefined ? {} : { pods, reservedFor: pods }),
    ...(seenMemory !== undefined && known?.memory === machine.memory.value ? { seenMemory } : {}),
    price: ownPrice(machine) ?? kept.price,
  };
}

function ownPrice(machine: Machine): Price | undefined {
  if (machine.price === undefined) return undefined;
  return {
    amount: machine.price.value,
    currency: machine.currency?.value ?? "USD",
    date: machine.priceDate && printDate(machine.priceDate.value),
    region: undefined,
    source: `machine ${machine.name}`,
  };
}
