// Clusters, and the machines that they are made of.

import type { Day } from "../text/calendar.ts";
import type { Declared, Range } from "./model.ts";
import type { CourseSize } from "./server.ts";
import type { Sourced } from "./sourced.ts";

export type ProviderVariant = "gke" | "aks" | "eks" | "openstack" | "k3s" | "kind" | "kubernetes";

export interface Provider extends Declared {
  readonly variant: ProviderVariant;
  readonly settings: Readonly<Record<string, Sourced<string>>>;
  readonly pools: readonly Pool[];
}

export interface Pool extends Declared {
  readonly provider: string;
  /** Holds the hub's own pods. */
  readonly core: boolean;
  readonly machine: Sourced<string> | undefined;
  readonly nodes: Sourced<Range<number>> | undefined;
  /** The size of each node's disk. */
  readonly disk: Sourced<number> | undefined;
  /** Nodes that the provider may take back. */
  readonly spot: Sourced<boolean> | undefined;
  readonly zones: readonly Sourced<string>[];
  /** Machines of one's own, by name. */
  readonly hosts: readonly Sourced<string>[];
  /** Of each machine of one's own. */
  readonly memory: Sourced<number> | undefined;
  readonly cpu: Sourced<number> | undefined;
  /** `key=value`, several with commas between them, where the provider's nodes carry labels of their own. */
  readonly label: Sourced<string> | undefined;
  /** What its nodes have in the cluster, where that was asked for in place of what is known of the machine. */
  readonly measured?: MeasuredNode;
}

/** A machine type of the program's own. */
export interface Machine extends Declared {
  /** As pools name it. */
  readonly type: Sourced<string>;
  readonly memory: Sourced<number>;
  readonly cpu: Sourced<number>;
  readonly gpu: Sourced<number>;
  /** How many pods a node of it holds. */
  readonly pods: Sourced<number> | undefined;
  /** For an hour, in `currency`, which is USD unless said. */
  readonly price: Sourced<number> | undefined;
  readonly currency: Sourced<string> | undefined;
  readonly priceDate: Sourced<Day> | undefined;
}

/** The smallest node of a pool, as its cluster has it. Memory in bytes, cpu in cores. */
export interface MeasuredNode {
  /** The label `node.kubernetes.io/instance-type`, or the node's name. */
  readonly type: string;
  readonly nodes: number;
  readonly capacity: { readonly memory: number; readonly cpu: number };
  readonly allocatable: { readonly memory: number; readonly cpu: number; readonly pods: number; readonly gpu: number };
  /** What pods of DaemonSets ask for on it. */
  readonly system: { readonly memory: number; readonly cpu: number; readonly pods: number };
}

// Where a course's servers run.

/** The pool of the provider that a course names, else the provider's only one for people. */
export function poolFor(provider: Provider, { pool }: Pick<CourseSize, "pool">): Pool | undefined {
  if (pool !== undefined) {
    return pool.value.provider === provider.name
      ? provider.pools.find((one) => one.name === pool.value.pool)
      : undefined;
  }
  const forPeople = provider.pools.filter((pool) => !pool.core);
  return forPeople.length === 1 ? forPeople[0] : undefined;
}

/** How few and how many nodes a pool may have, in all zones together. */
export function nodeBounds(pool: Pool): { readonly from: number; readonly to: number } {
  const hosts = Math.max(1, pool.hosts.length);
  return pool.nodes?.value ?? { from: hosts, to: hosts };
}
