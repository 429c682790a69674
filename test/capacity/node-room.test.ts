import { describe, expect, test } from "vitest";
import { nodeRoom } from "../../compiler/capacity/node-room.ts";
import { knownMachine } from "../../compiler/knowledge/machines/known-machines.ts";
import type { MachineType } from "../../compiler/knowledge/machines/machine-type.ts";

/** Nodes that were measured, in 2i2c's cluster operations (node-capacity-info.json): bytes of capacity and of allocatable. */
const measured = [
  { variant: "eks", type: "r5.xlarge", capacity: 33163589976, memory: 32122060406, cpu: 3.92 },
  { variant: "eks", type: "r5.2xlarge", capacity: 66681921536, memory: 65640685568, cpu: 7.91 },
  { variant: "eks", type: "r5.4xlarge", capacity: 133523017039, memory: 130451041681, cpu: 15.89 },
  { variant: "eks", type: "r5.16xlarge", capacity: 535122860310, memory: 526249457876, cpu: 63.77 },
  { variant: "eks", type: "r7i.xlarge", capacity: 33089273856, memory: 32048037888, cpu: 3.92 },
  { variant: "eks", type: "r7i.4xlarge", capacity: 132918992896, memory: 129847705600, cpu: 15.89 },
  { variant: "gke", type: "n2-highmem-4", capacity: 33669926912, memory: 29779155746, cpu: 3.92 },
  { variant: "gke", type: "n2-highmem-16", capacity: 135074349056, memory: 125132800000, cpu: 15.89 },
  { variant: "gke", type: "n2-standard-16", capacity: 67428651008, memory: 61481127936, cpu: 15.89 },
  { variant: "gke", type: "n2-standard-64", capacity: 270450806784, memory: 257760940032, cpu: 63.77 },
  { variant: "gke", type: "n4-standard-16", capacity: 67428655104, memory: 61481132032, cpu: 15.89 },
] as const;

function machine(variant: string, type: string): MachineType {
  const found = knownMachine(variant, type);
  if (found === undefined) throw new Error(`${type} is not known`);
  return found;
}

describe.each(measured)("a measured node, $type", ({ variant, type, capacity, memory, cpu }) => {
  const seen = nodeRoom({ ...machine(variant, type), seenMemory: capacity }, variant);

  test("what Kubernetes keeps is what the provider's formula says", () => {
    const allocatable = capacity - seen.reserved.memory;
    expect(Math.abs(allocatable - memory) / memory).toBeLessThan(variant === "eks" ? 0.00002 : 0.001);
  });

  test("so is what it keeps of the cores", () => {
    expect(seen.bought.cpu - seen.reserved.cpu).toBeCloseTo(cpu, 2);
  });

  test("what the kernel keeps is near what the node showed", () => {
    const { seenMemory: _, ...advertised } = machine(variant, type);
    const { kernel, bought } = nodeRoom(advertised, variant);
    const shown = bought.memory - kernel.memory;
    expect(Math.abs(shown - capacity) / capacity).toBeLessThan(variant === "eks" ? 0.01 : 0.0015);
  });
});

describe("the room of a node", () => {
  test("is all accounted for", () => {
    for (const [variant, type] of [
      ["gke", "n2-highmem-8"],
      ["aks", "Standard_E8s_v5"],
      ["eks", "m5.2xlarge"],
    ] as const) {
      const { bought, kernel, reserved, system, left } = nodeRoom(machine(variant, type), variant);
      expect(kernel.memory + reserved.memory + system.memory + left.memory).toBe(bought.memory);
      expect(kernel.cpu + reserved.cpu + system.cpu + left.cpu).toBeCloseTo(bought.cpu);
    }
  });

  test("follows AKS's table of cores", () => {
    const cores = { 2: 100, 4: 140, 8: 180, 16: 260, 32: 420, 64: 740 };
    for (const [count, thousandths] of Object.entries(cores)) {
      const { reserved } = nodeRoom(machine("aks", `Standard_D${count}s_v5`), "aks");
      expect(reserved.cpu * 1000).toBeCloseTo(thousandths);
    }
  });

  test("follows AKS's example of memory: at most a quarter of a small machine", () => {
    const small: MachineType = { ...machine("aks", "Standard_D2s_v5"), memory: 4 * 2 ** 30 };
    const { bought, kernel, reserved } = nodeRoom(small, "aks");
    expect(reserved.memory).toBe(Math.ceil((bought.memory - kernel.memory) / 4) + 100 * 2 ** 20);
  });

  test("of a machine with less than Kubernetes takes is none", () => {
    const tiny: MachineType = { ...machine("gke", "e2-standard-2"), memory: 2 ** 29, cpu: 0.25 };
    expect(nodeRoom(tiny, "gke").left).toEqual({ memory: 0, cpu: 0 });
  });
});
