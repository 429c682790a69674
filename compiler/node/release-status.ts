// What of a release runs in its cluster at this moment. Nothing of it is changed, and no Secret's data is asked for.

import { isMap, type JsonMap, valueAt } from "../knowledge/json-schema.ts";
import { nodesInCluster, poolMarks, printMark } from "../model/provider.ts";
import type { Release } from "../model/release.ts";
import type { KubeObjects } from "./kube-objects.ts";
import { recordsOf } from "./plan-deploy.ts";

export interface ReleaseStatus {
  readonly release: string;
  readonly namespace: string;
  /** helm's newest record; null where the release is not deployed. */
  readonly helm: { readonly revision: number; readonly status: string } | null;
  /** Pods of the hub that are ready, and that there should be. */
  readonly hub: Count;
  /** People's servers: ready, of all. */
  readonly servers: Count;
  readonly placeholders: Count;
  readonly pools: readonly {
    readonly name: string;
    readonly nodes: Count;
    readonly from: number;
    readonly to: number;
  }[];
}

export interface Count {
  readonly ready: number;
  readonly all: number;
}

/** @throws ClusterFailure */
export async function releaseStatus(objects: KubeObjects, release: Release): Promise<ReleaseStatus> {
  const { namespace, provider } = release;
  const pods = (component: string) =>
    objects.list({ apiVersion: "v1", kind: "Pod", namespace }, `app=jupyterhub,component=${component}`);
  const [record] = await recordsOf(objects, release);
  const pools = [];
  for (const pool of provider.pools) {
    const labels = poolMarks(provider, pool).map(printMark).join(",");
    const nodes = await objects.list({ apiVersion: "v1", kind: "Node", namespace: undefined }, labels);
    pools.push({ name: pool.name, nodes: countOf(nodes), ...nodesInCluster(pool, provider) });
  }
  return {
    release: release.name,
    namespace,
    helm: record === undefined ? null : { revision: record.revision, status: record.status },
    hub: countOf(await pods("hub")),
    servers: countOf(await pods("singleuser-server")),
    placeholders: countOf(await pods("user-placeholder")),
    pools,
  };
}

function countOf(objects: readonly JsonMap[]): Count {
  return { ready: objects.filter(isReady).length, all: objects.length };
}

function isReady(object: JsonMap): boolean {
  const conditions = valueAt(object, "status.conditions");
  return (
    Array.isArray(conditions) &&
    conditions.some((one) => isMap(one) && one["type"] === "Ready" && one["status"] === "True")
  );
}

/** A release a paragraph. */
export function statusText({ release, namespace, helm, hub, servers, placeholders, pools }: ReleaseStatus): string {
  const count = ({ ready, all }: Count) => `${ready} of ${all} ready`;
  const lines = [
    `${release}: namespace ${namespace}`,
    helm === null ? "  not deployed" : `  release: revision ${helm.revision}, ${helm.status}`,
    `  hub: ${count(hub)}`,
    `  servers: ${count(servers)}; placeholders: ${count(placeholders)}`,
    ...pools.map(
      ({ name, nodes, from, to }) => `  pool ${name}: ${count(nodes)}; the program gives it ${from} to ${to}`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}
