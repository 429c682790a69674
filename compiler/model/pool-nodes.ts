// What a pool's nodes carry and how many there are, before each provider says it in its own words.

import { poolLabel } from "../knowledge/chart.ts";
import {
  aksSpotTaint,
  dedicatedTaint,
  magnumFirstGroup,
  magnumGroupLabel,
  nodePurposeLabel,
} from "../knowledge/node-marks.ts";
import type { Pool, Provider } from "./provider.ts";

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
