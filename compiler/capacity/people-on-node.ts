// How many people's servers a node holds, and what there is too little of for one more.

import { asKnown } from "../model/as-far-as-known.ts";
import { besideEachServer } from "../model/hub-container.ts";
import type { Release } from "../model/release.ts";
import type { CourseSize, Server } from "../model/server.ts";
import type { NodeRoom } from "./node-room.ts";

/** What one person's server is guaranteed, which is what nodes are filled by. */
export interface Guarantee {
  /** Bytes. */
  readonly memory: number;
  /** Cores. */
  readonly cpu: number;
  /** Whole ones. */
  readonly gpu: number;
  /** Does it bring a volume of its own, which is attached to its node? Asked where it matters: what is found of memory holds whatever the homes are. */
  readonly bringsVolume: () => boolean;
}

/** What the chart guarantees where nothing is said: `1G`, which JupyterHub reads as 1 GiB (values.yaml, 4.4.0). */
const usualGuarantee = 2 ** 30;

/** A server of this size on a hub, with the containers that run beside it: at least that, where an error leaves some of it open. */
export function guaranteeOf(
  size: Pick<CourseSize, "memory" | "cpu">,
  hub: Pick<Release, "homes" | "containers">,
  gpu: () => Server["gpu"] = () => undefined,
  beside: ReturnType<typeof besideOn> = besideOn(hub),
): Guarantee {
  return {
    memory: (asKnown(() => size.memory?.value.from ?? usualGuarantee) ?? 0) + beside.memory,
    cpu: (asKnown(() => size.cpu?.value.from ?? 0) ?? 0) + beside.cpu,
    gpu: asKnown(() => gpu()?.value ?? 0) ?? 0,
    bringsVolume: () => {
      const { variant, settings } = hub.homes;
      return variant === "dynamic" && !isSharedClass(settings["class"]?.value ?? "");
    },
  };
}

/** What is guaranteed beside each server of a hub: nothing, where an error leaves that open. */
export function besideOn(hub: Pick<Release, "containers">): { readonly memory: number; readonly cpu: number } {
  return asKnown(() => besideEachServer(hub)) ?? { memory: 0, cpu: 0 };
}

/** Storage classes of file shares make no disk that is attached to a node. */
function isSharedClass(name: string): boolean {
  return /file|nfs|efs|ceph|local/i.test(name);
}

export type Limit = "memory" | "cpu" | "gpu" | "pods" | "disks";

export interface PeopleOnNode {
  readonly people: number;
  /** What one more person would need more of. */
  readonly limit: Limit;
}

/** How many such servers a node holds. Where several limits bind at once, the first of memory, cpu, GPUs, pods and disks is named. */
export function peopleOnNode(room: NodeRoom, server: Guarantee): PeopleOnNode {
  const { memory, cpu, gpu } = server;
  let least: PeopleOnNode = { limit: "memory", people: memory > 0 ? Math.floor(room.left.memory / memory) : room.pods };
  const atMost = (limit: Limit, people: number) => {
    if (people < least.people) least = { limit, people };
  };
  if (cpu > 0) atMost("cpu", Math.floor(Math.round(room.left.cpu * 1e4) / Math.round(cpu * 1e4)));
  if (gpu > 0 && room.gpus !== undefined) atMost("gpu", Math.floor(room.gpus / gpu));
  atMost("pods", room.pods);
  const isFewer = room.disks !== undefined && room.disks < least.people;
  return isFewer && server.bringsVolume() ? { limit: "disks", people: room.disks } : least;
}
