import { describe, expect, test } from "vitest";
import { nodeRoom } from "../../compiler/capacity/node-room.ts";
import { peopleOnNode } from "../../compiler/capacity/people-on-node.ts";
import { knownMachine } from "../../compiler/knowledge/machines/known-machines.ts";
import type { ProviderVariant } from "../../compiler/model/provider.ts";

const GiB = 2 ** 30;

function holds(
  variant: ProviderVariant,
  type: string,
  server: { memory: number; cpu?: number; gpu?: number; bringsVolume?: () => boolean },
) {
  const machine = knownMachine(variant, type);
  if (machine === undefined) throw new Error(`${type} is not known`);
  return peopleOnNode(nodeRoom(machine, variant), { cpu: 0, gpu: 0, bringsVolume: () => false, ...server });
}

describe("people on a node", () => {
  test.each([
    ["gke", "e2-standard-4", [12, 6, 1]],
    ["gke", "e2-highmem-4", [27, 13, 3]],
    ["gke", "e2-highmem-8", [56, 28, 7]],
    ["gke", "n2-highmem-4", [27, 13, 3]],
    ["gke", "n2-highmem-8", [56, 28, 7]],
    ["gke", "n2-highmem-16", [98, 57, 14]],
    ["eks", "m5.2xlarge", [29, 14, 3]],
    ["eks", "r5.xlarge", [29, 14, 3]],
    ["eks", "r5.2xlarge", [52, 30, 7]],
    ["eks", "r5.4xlarge", [104, 60, 15]],
    ["aks", "Standard_E8s_v5", [60, 30, 7]],
    ["aks", "Standard_D8s_v5", [28, 14, 3]],
  ] as const)("of %s %s, at 1, 2 and 8 GiB with a twentieth of a core", (variant, type, people) => {
    const found = [1, 2, 8].map((memory) => holds(variant, type, { memory: memory * GiB, cpu: 0.05 }).people);
    expect(found).toEqual(people);
  });

  test("names what there is too little of", () => {
    expect(holds("gke", "n2-highmem-8", { memory: GiB })).toEqual({ people: 56, limit: "memory" });
    expect(holds("gke", "n2-highmem-8", { memory: GiB, cpu: 0.5 })).toEqual({ people: 14, limit: "cpu" });
    expect(holds("gke", "n2-highmem-16", { memory: GiB })).toEqual({ people: 98, limit: "pods" });
  });

  test("counts the disks that can be attached, only where each server brings one", () => {
    expect(holds("aks", "Standard_E8s_v5", { memory: GiB, bringsVolume: () => true })).toEqual({
      people: 16,
      limit: "disks",
    });
    expect(holds("eks", "r5.2xlarge", { memory: GiB, bringsVolume: () => true })).toEqual({
      people: 22,
      limit: "disks",
    });
    expect(holds("gke", "n2-highmem-8", { memory: GiB, bringsVolume: () => true }).limit).toBe("memory");
  });

  test("counts whole GPUs, where the machine is known to have some", () => {
    expect(holds("gke", "a2-highgpu-1g", { memory: GiB, gpu: 1 })).toEqual({ people: 1, limit: "gpu" });
    expect(holds("gke", "a2-highgpu-1g", { memory: GiB }).limit).toBe("memory");
    expect(holds("gke", "n2-highmem-8", { memory: GiB, gpu: 1 }).limit).toBe("memory");
  });

  test("is not thrown off by fractions of cores", () => {
    const room = nodeRoom(
      { type: "t", memory: 64 * GiB, cpu: 2.195, gpu: 0, pods: 110, disks: undefined, price: undefined },
      "k3s",
    );
    expect(room.left.cpu).toBe(2);
    expect(peopleOnNode(room, { memory: GiB, cpu: 0.1, bringsVolume: () => false, gpu: 0 }).people).toBe(20);
  });

  test("is nobody where one server is larger than the node", () => {
    expect(holds("gke", "n2-highmem-4", { memory: 200 * GiB })).toEqual({ people: 0, limit: "memory" });
  });
});
