// A capacity report by nodes as a cluster has them.

import { expect, test } from "vitest";
import { machineOf } from "../../compiler/capacity/machine-of.ts";
import { nodeRoom } from "../../compiler/capacity/node-room.ts";
import type { Pool } from "../../compiler/model/provider.ts";
import { builtProgram, programBefore } from "../support/plan-changes.ts";

const GiB = 2 ** 30;
const { model } = builtProgram(programBefore);
const [provider] = model.providers;
const pool = provider?.pools.find(({ name }) => name === "users");
if (provider === undefined || pool === undefined) throw new Error("the program has changed");
const measured: NonNullable<Pool["measured"]> = {
  type: "n2-highmem-8",
  nodes: 2,
  capacity: { memory: 63 * GiB, cpu: 8 },
  allocatable: { memory: 57 * GiB, cpu: 7.91, pods: 110, gpu: 0 },
  system: { memory: 0.75 * GiB, cpu: 0.5, pods: 12 },
};

test("what is left for people is what is allocatable, less what runs on every node", () => {
  const machine = machineOf({ ...pool, measured }, provider, model.machines);
  if (machine === undefined) throw new Error("no machine");
  expect(nodeRoom(machine, provider.variant)).toMatchObject({
    bought: { memory: 63 * GiB, cpu: 8 },
    kernel: { memory: 0, cpu: 0 },
    reserved: { memory: 6 * GiB, cpu: 0.09 },
    left: { memory: 56.25 * GiB, cpu: 7.41 },
    pods: 98,
  });
  // What it costs is still known of its type.
  expect(machine.price).toEqual(machineOf(pool, provider, model.machines)?.price);
});

test("a machine that nobody knows has what its node has", () => {
  const { machine: _, ...rest } = pool;
  const unknown = { ...rest, machine: undefined, measured };
  expect(machineOf({ ...unknown, measured }, provider, [])).toMatchObject({ type: "n2-highmem-8", memory: 63 * GiB });
});
