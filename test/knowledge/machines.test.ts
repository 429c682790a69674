import { describe, expect, test } from "vitest";
import { knownMachine, knownMachines } from "../../compiler/knowledge/machines/known-machines.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";

describe.each(["gke", "aks", "eks"])("machine types of %s", (provider) => {
  const machines = knownMachines(provider);

  test("are there, each once", () => {
    expect(machines.length).toBeGreaterThan(80);
    expect(new Set(machines.map(({ type }) => type)).size).toBe(machines.length);
  });

  test("have sizes that a machine can have", () => {
    for (const { type, memory, cpu, pods, disks } of machines) {
      expect(memory / 2 ** 30 / cpu, type).toBeGreaterThan(0.8);
      expect(memory / 2 ** 30 / cpu, type).toBeLessThan(8.1);
      expect(pods, type).toBeGreaterThan(7);
      expect(disks ?? 1, type).toBeGreaterThan(0);
    }
  });

  test("have prices with a currency, a day, a place and a source", () => {
    const priced = machines.flatMap(({ price }) => price ?? []);
    expect(priced.length).toBeGreaterThan(machines.length * 0.9);
    for (const { amount, currency, date, region, source } of priced) {
      expect(amount).toBeGreaterThan(0);
      expect(currency).toBe("USD");
      expect(checkedDate(date ?? "")).toBeDefined();
      expect(region).toBeTruthy();
      expect(source).toBeTruthy();
    }
  });
});

describe("known machines", () => {
  test.each([
    ["gke", "n2-highmem-8", 64, 8, 0.5241],
    ["gke", "e2-standard-4", 16, 4, 0.134],
    ["gke", "c2-standard-60", 240, 60, 3.1308],
    ["gke", "g2-standard-4", 16, 4, 0.76],
    ["eks", "r5.2xlarge", 64, 8, 0.504],
    ["eks", "t3.medium", 4, 2, 0.0416],
    ["eks", "m5.24xlarge", 384, 96, 4.608],
    ["aks", "Standard_E8s_v5", 64, 8, 0.504],
    ["aks", "Standard_D4s_v3", 16, 4, 0.192],
  ])("%s %s", (provider, type, gib, cpu, price) => {
    const machine = knownMachine(provider, type);
    expect(machine).toMatchObject({ memory: gib * 2 ** 30, cpu });
    expect(machine?.price?.amount).toBeCloseTo(price, 3);
  });

  test("a price that its list gives wrongly is left out", () => {
    expect(knownMachine("aks", "Standard_E8as_v5")).toMatchObject({ cpu: 8, price: undefined });
  });

  test("a custom type of Google says its size in its name", () => {
    expect(knownMachine("gke", "n2-custom-6-20480")).toMatchObject({ cpu: 6, memory: 20 * 2 ** 30, price: undefined });
    expect(knownMachine("gke", "custom-2-4096")).toMatchObject({ cpu: 2, memory: 4 * 2 ** 30 });
    expect(knownMachine("eks", "custom-2-4096")).toBeUndefined();
  });

  test("pods of EC2 follow its network, and what managed groups allow", () => {
    expect(knownMachine("eks", "r5.xlarge")?.pods).toBe(58);
    expect(knownMachine("eks", "r5.4xlarge")).toMatchObject({ pods: 110, reservedFor: 234 });
    expect(knownMachine("eks", "r5.16xlarge")).toMatchObject({ pods: 250, reservedFor: 737 });
  });

  test("no flavour of OpenStack is known", () => {
    expect(knownMachines("openstack")).toEqual([]);
  });
});
