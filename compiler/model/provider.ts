// Clusters, and the machines that they are made of.

import { poolLabel } from "../knowledge/chart.ts";
import {
  aksSpotTaint,
  dedicatedTaint,
  magnumFirstGroup,
  magnumGroupLabel,
  nodePurposeLabel,
} from "../knowledge/node-marks.ts";
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

/** How few and how many nodes a pool has in its cluster: on `kind`, where nothing adds nodes, those that the cluster is made with. */
export function nodesInCluster(pool: Pool, { variant }: Pick<Provider, "variant">): ReturnType<typeof nodeBounds> {
  const bounds = nodeBounds(pool);
  if (variant !== "kind") return bounds;
  const made = pool.hosts.length || Math.max(1, bounds.from);
  return { from: made, to: made };
}

// What a pool's nodes carry and how many there are, before each provider says it in its own words.

/** A label, or a taint with the effect `NoSchedule`. */
export interface NodeMark {
  readonly key: string;
  readonly value: string;
}

/** The labels by which pods find the pool. */
export function poolMarks(provider: Provider, pool: Pool): readonly NodeMark[] {
  if (pool.label !== undefined) return saidMarks(pool.label.value);
  if (provider.variant === "openstack") return [{ key: magnumGroupLabel, value: magnumGroup(provider, pool) }];
  return [{ key: poolLabel, value: pool.name }];
}

/** The same as a selector: values by key. */
export function poolSelectorOf(provider: Provider, pool: Pool): Readonly<Record<string, string>> {
  return Object.fromEntries(poolMarks(provider, pool).map(({ key, value }) => [key, value]));
}

function saidMarks(label: string): readonly NodeMark[] {
  return label.split(",").map((part) => {
    const [key = "", value = ""] = part.split("=");
    return { key, value };
  });
}

/** The labels to give to nodes that are made for the pool: those that the program names among them, where they are not the cluster's own. */
export function nodeLabels(pool: Pool): readonly NodeMark[] {
  const said = pool.label === undefined ? [] : saidMarks(pool.label.value).filter(({ key }) => !isClustersOwn(key));
  const usual = [
    { key: poolLabel, value: pool.name },
    { key: nodePurposeLabel, value: pool.core ? "core" : "user" },
  ];
  return [...usual.filter(({ key }) => !said.some((mark) => mark.key === key)), ...said];
}

/** Labels that Kubernetes and the clouds give nodes themselves, and that nobody else may (1.34, well-known labels). */
function isClustersOwn(key: string): boolean {
  return /(?:^|\.)(?:kubernetes\.io|k8s\.io|cloud\.google\.com|eks\.amazonaws\.com|kubernetes\.azure\.com|openstack\.org)\//.test(
    key,
  );
}

/**
 * The taint of the nodes of people. There is none where no pool is for the hub itself: its pods, and those of the cluster,
 * would have nowhere to run; and none on OpenStack, where nodes can't be born with it.
 */
export function nodeTaint(provider: Provider, pool: Pool): NodeMark | undefined {
  if (pool.core || provider.variant === "openstack" || !provider.pools.some((pool) => pool.core)) return undefined;
  return { key: provider.variant === "gke" ? dedicatedTaint.gke : dedicatedTaint.usual, value: "user" };
}

/** The taint that the provider itself puts on the pool's nodes. */
export function providersTaint(provider: Provider, pool: Pool): NodeMark | undefined {
  return provider.variant === "aks" && pool.spot?.value === true ? aksSpotTaint : undefined;
}

/** The part of a number of nodes that falls to the zone `index` of `zones`; the parts of all zones sum up to it. */
export function shareOf(nodes: number, index: number, zones: number): number {
  return Math.floor(nodes / zones) + (index < nodes % zones ? 1 : 0);
}

/** Whole gibibytes, as providers count disks. */
export function gibibytes(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / 2 ** 30));
}

/** The Magnum node group of a pool: the first core pool is the group that a cluster is made with. */
export function magnumGroup(provider: Provider, pool: Pool): string {
  const first = provider.pools.find((pool) => pool.core) ?? provider.pools[0];
  return pool === first ? magnumFirstGroup : pool.name;
}

/** `key=value`. */
export function printMark({ key, value }: NodeMark): string {
  return `${key}=${value}`;
}

/** `key=value:NoSchedule`, as Kubernetes spells a taint. */
export function printTaint(mark: NodeMark): string {
  return `${printMark(mark)}:NoSchedule`;
}
