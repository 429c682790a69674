// Machine types of Azure: within a series, memory and price follow from the cores.
//
// Cores, memory and GPUs: the cluster autoscaler's list (kubernetes/autoscaler, azure_instance_types.go, 2026-08). Prices: pay as you
// go, Linux, eastus, of 2026-06-18 (Azure/karpenter-provider-azure, zz_generated.pricing.go); a price there that is out of
// proportion with the rest of its series, or belongs to another system, is left out. Disks: the Azure Disk CSI driver
// (azure_dd_max_disk_count.go, 2026-08-22). Pods a node: 110, as the clusters are made here.

import { GiB, type MachineType } from "./machine-type.ts";

/** A name with `#` for the cores; GiB and USD an hour for a core. */
interface Series {
  readonly name: string;
  readonly cores: readonly number[];
  readonly memory: number;
  readonly price?: number;
  /** Sizes whose price in the list is out of proportion. */
  readonly unpriced?: readonly number[];
}

const usual = [2, 4, 8, 16, 32, 48];

const series: readonly Series[] = [
  { name: "Standard_D#s_v3", cores: [...usual, 64], memory: 4, price: 0.048 },
  { name: "Standard_D#s_v4", cores: [...usual, 64], memory: 4, price: 0.048 },
  { name: "Standard_D#s_v5", cores: [...usual, 64, 96], memory: 4, price: 0.048 },
  { name: "Standard_D#ds_v5", cores: [...usual, 64, 96], memory: 4, price: 0.0565 },
  { name: "Standard_D#as_v4", cores: [...usual, 64, 96], memory: 4, price: 0.048 },
  { name: "Standard_D#as_v5", cores: [...usual, 64, 96], memory: 4, price: 0.043, unpriced: [2, 64, 96] },
  { name: "Standard_E#s_v3", cores: usual, memory: 8, price: 0.063 },
  { name: "Standard_E#s_v4", cores: usual, memory: 8, price: 0.063 },
  { name: "Standard_E#s_v5", cores: [...usual, 64], memory: 8, price: 0.063 },
  { name: "Standard_E#ds_v5", cores: [...usual, 64], memory: 8, price: 0.072 },
  { name: "Standard_E#as_v4", cores: usual, memory: 8, price: 0.063 },
  { name: "Standard_E#as_v5", cores: [...usual, 64], memory: 8, price: 0.0565, unpriced: [4, 8, 32, 64] },
];

/** Those that belong to no such series: cores, GiB, GPUs, disks, USD an hour. */
const others: Readonly<Record<string, readonly [number, number, number, number, number]>> = {
  Standard_B4ms: [4, 16, 0, 8, 0.166],
  Standard_B8ms: [8, 32, 0, 16, 0.333],
  Standard_NC4as_T4_v3: [4, 28, 1, 8, 0.526],
  Standard_NC8as_T4_v3: [8, 56, 1, 16, 0.752],
  Standard_NC16as_T4_v3: [16, 110, 1, 32, 1.204],
};

export const aksMachines: readonly MachineType[] = [
  ...series.flatMap(({ name, cores, memory, price, unpriced }) =>
    cores.map((cpu) => {
      const known = price !== undefined && !unpriced?.includes(cpu);
      const disks = Math.min(cpu * 2, 32);
      return machine(name.replace("#", String(cpu)), {
        cpu,
        gib: cpu * memory,
        gpu: 0,
        disks,
        price: known ? cpu * price : undefined,
      });
    }),
  ),
  ...Object.entries(others).map(([type, [cpu, gib, gpu, disks, price]]) =>
    machine(type, { cpu, gib, gpu, disks, price }),
  ),
];

interface Shape {
  readonly cpu: number;
  readonly gib: number;
  readonly gpu: number;
  readonly disks: number;
  readonly price: number | undefined;
}

function machine(type: string, { cpu, gib, gpu, disks, price }: Shape): MachineType {
  return {
    type,
    memory: gib * GiB,
    cpu,
    gpu,
    pods: 110,
    disks,
    price:
      price === undefined
        ? undefined
        : {
            amount: Math.round(price * 1e4) / 1e4,
            currency: "USD",
            date: "2026-06-18",
            region: "eastus",
            source: "Azure/karpenter-provider-azure, zz_generated.pricing.go",
          },
  };
}
