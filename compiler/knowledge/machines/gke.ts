// Machine types of Google Compute Engine, by family: memory follows from the cores, and the price from both.
//
// Shapes and prices: the cluster autoscaler's list for GCE (kubernetes/autoscaler, gce_price_info.go, last changed
// 2026-06-23); it names no region, and its prices are those of us-central1. No discount for sustained use.
// Pods a node: GKE's default of 110. Disks: Google's "Persistent volume attach limits for GKE nodes" (seen 2026-11): 127 beside
// the boot disk up to the third generation; later ones depend on type and disk, so none is claimed here.
// Memory seen: nodes of 2i2c (2i2c-org/infrastructure, node-capacity-info.json, 2026-08).

import { GiB, type MachineType, type Price } from "./machine-type.ts";

interface Family {
  readonly name: string;
  /** Memory for a core, in GiB. */
  readonly memory: number;
  readonly cores: readonly number[];
  /** USD an hour, for a core and for a GiB of memory. */
  readonly price: readonly [core: number, gib: number];
  readonly disks?: number;
}

const older = 127;
const n1 = { price: [0.031611, 0.004237], disks: older } as const;
const n2 = { price: [0.031611, 0.004237], disks: older } as const;
const n2d = { price: [0.027502, 0.003686], disks: older } as const;
const e2 = { price: [0.021811, 0.002923], disks: older } as const;
const c2d = { price: [0.029563, 0.003959], disks: older, cores: [2, 4, 8, 16, 32, 56, 112] } as const;
const c3 = { price: [0.03398, 0.00456], disks: older, cores: [4, 8, 22, 44, 88, 176] } as const;
const c3d = { price: [0.02956, 0.003956], disks: older, cores: [4, 8, 16, 30, 60, 90, 180, 360] } as const;
const n4 = { price: [0.030821, 0.004131], cores: [2, 4, 8, 16, 32, 48, 64, 80] } as const;
const big = [2, 4, 8, 16, 32, 48, 64, 80, 96];

const families: readonly Family[] = [
  { name: "n2-standard", memory: 4, cores: [...big, 128], ...n2 },
  { name: "n2-highmem", memory: 8, cores: big, ...n2 },
  { name: "n2-highcpu", memory: 1, cores: big, ...n2 },
  { name: "n2d-standard", memory: 4, cores: [...big, 128, 224], ...n2d },
  { name: "n2d-highmem", memory: 8, cores: big, ...n2d },
  { name: "n2d-highcpu", memory: 1, cores: [...big, 128, 224], ...n2d },
  { name: "e2-standard", memory: 4, cores: [2, 4, 8, 16, 32], ...e2 },
  { name: "e2-highmem", memory: 8, cores: [2, 4, 8, 16], ...e2 },
  { name: "e2-highcpu", memory: 1, cores: [2, 4, 8, 16, 32], ...e2 },
  { name: "n1-standard", memory: 3.75, cores: [1, 2, 4, 8, 16, 32, 64, 96], ...n1 },
  { name: "n1-highmem", memory: 6.5, cores: [2, 4, 8, 16, 32, 64, 96], ...n1 },
  { name: "n1-highcpu", memory: 0.9, cores: [2, 4, 8, 16, 32, 64, 96], ...n1 },
  { name: "c2-standard", memory: 4, cores: [4, 8, 16, 30, 60], price: [0.03398, 0.00455], disks: older },
  { name: "c2d-standard", memory: 4, ...c2d },
  { name: "c2d-highmem", memory: 8, ...c2d },
  { name: "c2d-highcpu", memory: 2, ...c2d },
  { name: "c3-standard", memory: 4, ...c3 },
  { name: "c3-highmem", memory: 8, ...c3 },
  { name: "c3-highcpu", memory: 2, ...c3 },
  { name: "c3d-standard", memory: 4, ...c3d },
  { name: "c3d-highmem", memory: 8, ...c3d },
  { name: "n4-standard", memory: 4, ...n4 },
  { name: "n4-highmem", memory: 8, ...n4 },
  { name: "n4-highcpu", memory: 2, ...n4 },
  { name: "t2d-standard", memory: 4, cores: [1, 2, 4, 8, 16, 32, 48, 60], price: [0.027502, 0.003686], disks: older },
];

/** With GPUs: cores, GiB, GPUs and the price of the whole. */
const withGpu: Readonly<Record<string, readonly [cores: number, gib: number, gpus: number, price: number]>> = {
  "g2-standard-4": [4, 16, 1, 0.76],
  "g2-standard-8": [8, 32, 1, 0.91],
  "g2-standard-12": [12, 48, 1, 1.06],
  "g2-standard-16": [16, 64, 1, 1.2],
  "g2-standard-24": [24, 96, 2, 2.11],
  "g2-standard-32": [32, 128, 1, 1.79],
  "g2-standard-48": [48, 192, 4, 4.23],
  "g2-standard-96": [96, 384, 8, 8.46],
  "a2-highgpu-1g": [12, 85, 1, 3.673385],
  "a2-highgpu-2g": [24, 170, 2, 7.34677],
  "a2-highgpu-4g": [48, 340, 4, 14.69354],
  "a2-highgpu-8g": [96, 680, 8, 29.38708],
};

const seenMemory: Readonly<Record<string, number>> = {
  "n2-highmem-4": 33669926912,
  "n2-highmem-16": 135074349056,
  "n2-standard-16": 67428651008,
  "n2-standard-64": 270450806784,
  "n4-standard-16": 67428655104,
};

const podsANode = 110;

export const gkeMachines: readonly MachineType[] = [
  ...families.flatMap(({ name, memory, cores, price: [core, gib], disks }) =>
    cores.map((cpu) =>
      machine(`${name}-${cpu}`, { cpu, gib: cpu * memory, gpu: 0, disks, price: cpu * core + cpu * memory * gib }),
    ),
  ),
  ...Object.entries(withGpu).map(([type, [cpu, gib, gpu, price]]) =>
    machine(type, { cpu, gib, gpu, disks: older, price }),
  ),
];

/** A custom type says its cores and its memory in MiB in its name. Its price is not known here. */
export function gkeCustomMachine(type: string): MachineType | undefined {
  const match = /^(?:(?:n1|n2|n2d|e2|n4)-)?custom-(\d+)-(\d+)(?:-ext)?$/.exec(type);
  if (match === null) return undefined;
  const gib = Number(match[2]) / 1024;
  return { ...machine(type, { cpu: Number(match[1]), gib, gpu: 0, disks: older, price: 0 }), price: undefined };
}

interface Shape {
  readonly cpu: number;
  readonly gib: number;
  readonly gpu: number;
  readonly disks: number | undefined;
  readonly price: number;
}

function machine(type: string, { cpu, gib, gpu, disks, price }: Shape): MachineType {
  const seen = seenMemory[type];
  return {
    type,
    memory: Math.round(gib * GiB),
    cpu,
    gpu,
    pods: podsANode,
    disks,
    price: listPrice(Math.round(price * 1e4) / 1e4),
    ...(seen === undefined ? {} : { seenMemory: seen }),
  };
}

function listPrice(amount: number): Price {
  return {
    amount,
    currency: "USD",
    date: "2026-06-23",
    region: "us-central1",
    source: "kubernetes/autoscaler, gce_price_info.go",
  };
}
