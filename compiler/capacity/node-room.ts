// What of a machine is left for people: the kernel, Kubernetes and the pods that run on every node take their part first.
//
// The formulas are the providers' own; tests hold them against nodes that were measured.
// Kernel: the cluster autoscaler's estimate for Linux on GCE (gce_reserved.go, 2026-08), which holds elsewhere too.
// GKE: "About GKE node sizing" (seen 2026-11). EKS: nodeadm (awslabs/amazon-eks-ami, kubelet/config.go, 2026-07).
// AKS from 1.29: "Node resource reservations" (learn.microsoft.com, seen 2026-11). Elsewhere: the kubelet's defaults.

import type { MachineType } from "../knowledge/machines/machine-type.ts";
import type { ProviderVariant } from "../model/provider.ts";

/** A node, from what is bought to what is left for people. Memory in bytes, cpu in cores. */
export interface NodeRoom {
  /** As advertised. */
  readonly bought: Amounts;
  /** What firmware and kernel keep: `kubectl get node` shows the rest as capacity. */
  readonly kernel: Amounts;
  /** Reserved for Kubernetes and, below the eviction threshold, for nobody: the rest is called allocatable. */
  readonly reserved: Amounts;
  /** What the pods that run on every node ask for. */
  readonly system: Amounts;
  readonly left: Amounts;
  /** Servers that the limits of pods and of attached volumes leave room for. */
  readonly pods: number;
  readonly disks: number | undefined;
  /** GPUs of the machine; undefined where nobody says what it has, as of one's own. */
  readonly gpus: number | undefined;
}

export interface Amounts {
  readonly memory: number;
  readonly cpu: number;
}

const MiB = 2 ** 20;
const GiB = 2 ** 30;

/** What a node of this machine has room for. */
export function nodeRoom(machine: MachineType, variant: ProviderVariant): NodeRoom {
  const bought = { memory: machine.memory, cpu: machine.cpu };
  if (machine.measured !== undefined) return measuredRoom(machine, machine.measured);
  const shown = shownMemory(machine, variant);
  const reserved = { memory: reservedMemory(shown, machine, variant), cpu: reservedCpu(machine.cpu, variant) };
  const system = systemPods[variant] ?? assumedSystemPods;
  return {
    bought,
    kernel: { memory: bought.memory - shown, cpu: 0 },
    reserved,
    system,
    left: {
      memory: Math.max(0, shown - reserved.memory - system.memory),
      cpu: Math.max(0, cores(machine.cpu - reserved.cpu - system.cpu)),
    },
    pods: Math.max(0, machine.pods - system.pods),
    disks: machine.disks,
    gpus: machine.gpu > 0 ? machine.gpu : undefined,
  };
}

/** The kernel's part is not among what a node shows. */
function measuredRoom(
  { memory, cpu, disks, gpu }: MachineType,
  { allocatable, system }: NonNullable<MachineType["measured"]>,
): NodeRoom {
  return {
    bought: { memory, cpu },
    kernel: { memory: 0, cpu: 0 },
    reserved: { memory: memory - allocatable.memory, cpu: cores(cpu - allocatable.cpu) },
    system: { memory: system.memory, cpu: system.cpu },
    left: {
      memory: Math.max(0, allocatable.memory - system.memory),
      cpu: Math.max(0, cores(allocatable.cpu - system.cpu)),
    },
    pods: Math.max(0, allocatable.pods - system.pods),
    disks,
    gpus: gpu > 0 ? gpu : undefined,
  };
}

/**
 * Pods that run on every node: how many, and what they ask for. Measured on nodes of 2i2c, their monitoring included
 * (node-capacity-info.json, 2026-08): GKE 0.47 cores and 650 to 775 MiB, EKS 0.2 cores and 250 to 330 MiB.
 */
const systemPods: Readonly<Partial<Record<ProviderVariant, Amounts & { readonly pods: number }>>> = {
  gke: { memory: 700 * MiB, cpu: 0.47, pods: 12 },
  eks: { memory: 250 * MiB, cpu: 0.195, pods: 6 },
};

/** Nobody has measured the others: taken as on EKS. */
const assumedSystemPods = { memory: 250 * MiB, cpu: 0.195, pods: 6 };

/** What a node shows as its capacity. On EC2 no formula is known: what was seen lies between 0.963 and 0.974 of the advertised. */
function shownMemory({ memory, seenMemory }: MachineType, variant: ProviderVariant): number {
  if (seenMemory !== undefined) return seenMemory;
  if (variant === "eks") return Math.floor(memory * 0.965);
  const kernel = memory / 64 + 16 * MiB + (memory > 3 * GiB ? 64 * MiB : 0) + (memory <= 8 * GiB ? 8 * MiB : 0);
  return Math.floor(memory - kernel - Math.min(0.00175 * memory, 248 * MiB));
}

/** Below this much free memory the kubelet evicts pods: its default, and that of GKE, EKS and AKS. */
const eviction = 100 * MiB;

function reservedMemory(shown: number, machine: MachineType, variant: ProviderVariant): number {
  const pods = machine.reservedFor ?? machine.pods;
  switch (variant) {
    case "gke":
      return Math.ceil(tiered(shown)) + eviction;
    case "eks":
      return (255 + 11 * pods) * MiB + eviction;
    case "aks":
      return Math.ceil(Math.min((20 * pods + 50) * 1e6, 0.25 * shown)) + eviction;
    default:
      return eviction;
  }
}

/** Shares of the first, the next and so on GiB. */
const tiers = [
  { upTo: 4 * GiB, share: 0.25 },
  { upTo: 8 * GiB, share: 0.2 },
  { upTo: 16 * GiB, share: 0.1 },
  { upTo: 128 * GiB, share: 0.06 },
  { upTo: Number.POSITIVE_INFINITY, share: 0.02 },
] as const;

function tiered(memory: number): number {
  let [sum, from] = [0, 0];
  for (const { upTo, share } of tiers) {
    sum += Math.max(0, Math.min(memory, upTo) - from) * share;
    from = upTo;
  }
  return sum;
}

/** In steps of thousandths: for the first core, the second, the third and fourth, and each further one. */
const cpuSteps: Readonly<Partial<Record<ProviderVariant, readonly [number, number, number, number]>>> = {
  gke: [60, 10, 5, 2.5],
  eks: [60, 10, 5, 2.5],
  aks: [60, 40, 20, 10],
};

function reservedCpu(count: number, variant: ProviderVariant): number {
  const [first, second, third, further] = cpuSteps[variant] ?? [0, 0, 0, 0];
  const middle = Math.min(Math.max(count - 2, 0), 2);
  return cores((first + (count >= 2 ? second : 0) + third * middle + further * Math.max(count - 4, 0)) / 1000);
}

/** Whole thousandths of a core: sums of decimal fractions drift. */
function cores(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
