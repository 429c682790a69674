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
  /** Does it bring a volume of its own, which is attached to its node? */
  readonly volume: boolean;
}

/** What the chart guarantees where nothing is said: `1G`, which JupyterHub reads as 1 GiB (values.yaml, 4.4.0). */
const usualGuarantee = 2 ** 30;

/** A server of this size on a hub, with the containers that run beside it: at least that, where an error leaves some of it open. */
export function guaranteeOf(
  size: Pick<CourseSize, "memory" | "cpu">,
  hub: Pick<Release, "homes" | "containers">,
  gpu: () => Server["gpu"] = () => undefined,
): Guarantee {
  const beside = asKnown(() => besideEachServer(hub)) ?? { memory: 0, cpu: 0 };
  return {
    memory: (asKnown(() => size.memory?.value.from ?? usualGuarantee) ?? 0) + beside.memory,
    cpu: (asKnown(() => size.cpu?.value.from ?? 0) ?? 0) + beside.cpu,
    gpu: asKnown(() => gpu()?.value ?? 0) ?? 0,
    // Asked of the homes only where it matters: what is found of memory holds whatever the homes are.
    get volume() {
      const { variant, settings } = hub.homes;
      return variant === "dynamic" && !isSharedClass(settings["class"]?.value ?? "");
    },
  };
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
  const limits: PeopleOnNode[] = [
    { limit: "memory", people: server.memory > 0 ? Math.floor(room.left.memory / server.memory) : room.pods },
  ];
  if (server.cpu > 0)
    limits.push({ limit: "cpu", people: Math.floor(Math.round(room.left.cpu * 1e4) / Math.round(server.cpu * 1e4)) });
  if (server.gpu > 0 && room.gpus !== undefined)
    limits.push({ limit: "gpu", people: Math.floor(room.gpus / server.gpu) });
  limits.push({ limit: "pods", people: room.pods });
  const least = limits.reduce((before, limit) => (limit.people < before.people ? limit : before));
  const isFewer = room.disks !== undefined && room.disks < least.people;
  return isFewer && server.volume ? { limit: "disks", people: room.disks } : least;
}
