// Machine types of Amazon EC2: sizes are alike in all families, and memory and price follow from the cores within a family.
//
// Cores, memory and GPUs: the cluster autoscaler's list (kubernetes/autoscaler, ec2_instance_types.go, 2026-08). Prices: on demand,
// Linux, us-east-1, of 2026-07-20 (aws/karpenter-provider-aws, zz_generated.pricing_aws.go). Pods: as many as there are network
// addresses, interfaces × (addresses − 1) + 2 (awslabs/amazon-eks-ami, instance-info.jsonl, 2026-07-01); managed node groups hold
// no more than 110 below 30 cores and 250 above (EKS user guide, "Choose an optimal EC2 node instance type"). Disks: the EBS CSI driver
// (2026-08-19), less the root disk, its mapping and, where the limit is shared, all network interfaces but one.
// Memory seen: nodes of 2i2c (2i2c-org/infrastructure, node-capacity-info.json, 2026-08).

import { GiB, type MachineType } from "./machine-type.ts";

interface Size {
  readonly cpu: number;
  readonly interfaces: number;
  readonly addresses: number;
}

const sizes: Readonly<Record<string, Size>> = {
  medium: { cpu: 1, interfaces: 2, addresses: 4 },
  large: { cpu: 2, interfaces: 3, addresses: 10 },
  xlarge: { cpu: 4, interfaces: 4, addresses: 15 },
  "2xlarge": { cpu: 8, interfaces: 4, addresses: 15 },
  "4xlarge": { cpu: 16, interfaces: 8, addresses: 30 },
  "8xlarge": { cpu: 32, interfaces: 8, addresses: 30 },
  "12xlarge": { cpu: 48, interfaces: 8, addresses: 30 },
  "16xlarge": { cpu: 64, interfaces: 15, addresses: 50 },
  "24xlarge": { cpu: 96, interfaces: 15, addresses: 50 },
};

/** GiB and USD an hour for a core; the sizes that there are; whether disks have a limit of their own. */
interface Family {
  readonly memory: number;
  readonly price: number;
  readonly sizes: readonly string[];
  readonly ownDisks?: true;
}

const large = ["large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge"];
const intel = [...large, "24xlarge"];
const arm = ["medium", ...large];

const families: Readonly<Record<string, Family>> = {
  m5: { memory: 4, price: 0.048, sizes: intel },
  m5a: { memory: 4, price: 0.043, sizes: intel },
  m6i: { memory: 4, price: 0.048, sizes: intel },
  m6a: { memory: 4, price: 0.0432, sizes: intel },
  m7i: { memory: 4, price: 0.0504, sizes: intel, ownDisks: true },
  m7a: { memory: 4, price: 0.05796, sizes: ["medium", ...intel], ownDisks: true },
  r5: { memory: 8, price: 0.063, sizes: intel },
  r5a: { memory: 8, price: 0.0565, sizes: intel },
  r6i: { memory: 8, price: 0.063, sizes: intel },
  r6a: { memory: 8, price: 0.0567, sizes: intel },
  r7i: { memory: 8, price: 0.06615, sizes: intel, ownDisks: true },
  r7a: { memory: 8, price: 0.076075, sizes: intel, ownDisks: true },
  c5: { memory: 2, price: 0.0425, sizes: ["large", "xlarge", "2xlarge", "4xlarge", "12xlarge", "24xlarge"] },
  c6i: { memory: 2, price: 0.0425, sizes: intel },
  c7i: { memory: 2, price: 0.044625, sizes: intel, ownDisks: true },
  m6g: { memory: 4, price: 0.0385, sizes: arm },
  m7g: { memory: 4, price: 0.0408, sizes: arm },
  r6g: { memory: 8, price: 0.0504, sizes: arm },
  r7g: { memory: 8, price: 0.05355, sizes: arm },
};

/** Those whose sizes are not like the others': cores, GiB, GPUs, interfaces, addresses, disks of the limit, USD an hour. */
const others: Readonly<Record<string, readonly [number, number, number, number, number, number, number]>> = {
  "t3.medium": [2, 4, 0, 3, 6, 27, 0.0416],
  "t3.large": [2, 8, 0, 3, 12, 27, 0.0832],
  "t3.xlarge": [4, 16, 0, 4, 15, 27, 0.1664],
  "t3.2xlarge": [8, 32, 0, 4, 15, 27, 0.3328],
  "t3a.medium": [2, 4, 0, 3, 6, 27, 0.0376],
  "t3a.large": [2, 8, 0, 3, 12, 27, 0.0752],
  "t3a.xlarge": [4, 16, 0, 4, 15, 27, 0.1504],
  "t3a.2xlarge": [8, 32, 0, 4, 15, 27, 0.3008],
  "g4dn.xlarge": [4, 16, 1, 3, 10, 25, 0.526],
  "g4dn.2xlarge": [8, 32, 1, 3, 10, 25, 0.752],
  "g4dn.4xlarge": [16, 64, 1, 3, 10, 25, 1.204],
  "g4dn.8xlarge": [32, 128, 1, 4, 15, 25, 2.176],
  "g5.xlarge": [4, 16, 1, 4, 15, 25, 1.006],
  "g5.2xlarge": [8, 32, 1, 4, 15, 25, 1.212],
  "g5.4xlarge": [16, 64, 1, 8, 30, 25, 1.624],
  "g5.8xlarge": [32, 128, 1, 8, 30, 25, 2.448],
};

const seenMemory: Readonly<Record<string, number>> = {
  "r5.xlarge": 33163589976,
  "r5.2xlarge": 66681921536,
  "r5.4xlarge": 133523017039,
  "r5.16xlarge": 535122860310,
  "r7i.xlarge": 33089273856,
  "r7i.4xlarge": 132918992896,
};

const sharedLimit = 27;
/** The root disk and its mapping, as the driver counts them. */
const rootDisk = 2;

export const eksMachines: readonly MachineType[] = [
  ...Object.entries(families).flatMap(([family, { memory, price, sizes: names, ownDisks }]) =>
    names.flatMap((name) => {
      const size = sizes[name];
      if (size === undefined) return [];
      const disks = ownDisks ? ownLimit(size.cpu) - rootDisk : sharedLimit - rootDisk - (size.interfaces - 1);
      return machine(`${family}.${name}`, { ...size, gib: size.cpu * memory, gpu: 0, disks, price: size.cpu * price });
    }),
  ),
  ...Object.entries(others).map(([type, [cpu, gib, gpu, interfaces, addresses, limit, price]]) =>
    machine(type, { cpu, gib, gpu, interfaces, addresses, disks: limit - rootDisk - (interfaces - 1), price }),
  ),
];

function ownLimit(cores: number): number {
  return cores >= 96 ? 64 : cores >= 64 ? 48 : 32;
}

interface Shape extends Size {
  readonly gib: number;
  readonly gpu: number;
  readonly disks: number;
  readonly price: number;
}

function machine(type: string, { cpu, interfaces, addresses, gib, gpu, disks, price }: Shape): MachineType {
  const addressed = interfaces * (addresses - 1) + 2;
  const seen = seenMemory[type];
  return {
    type,
    memory: gib * GiB,
    cpu,
    gpu,
    pods: Math.min(addressed, cpu < 30 ? 110 : 250),
    reservedFor: addressed,
    disks: Math.max(1, disks),
    price: {
      amount: Math.round(price * 1e5) / 1e5,
      currency: "USD",
      date: "2026-07-20",
      region: "us-east-1",
      source: "aws/karpenter-provider-aws, zz_generated.pricing_aws.go",
    },
    ...(seen === undefined ? {} : { seenMemory: seen }),
  };
}
