// The nodes of each pool as the cluster has them, for a capacity report: the smallest node counts. Nothing is changed, and no Secret asked for.

import { isList, isMap, type JsonMap, valueAt } from "../knowledge/json-schema.ts";
import { quantityIn } from "../knowledge/kubernetes-amounts.ts";
import type { Model } from "../model/model.ts";
import { type MeasuredNode, type Pool, type Provider, poolMarks, printMark } from "../model/provider.ts";
import type { KubeObjects } from "./kube-objects.ts";

/** The model with what the nodes of the provider have. Pools without a node stay as they are known. @throws ClusterFailure */
export async function withMeasuredPools(model: Model, name: string, objects: KubeObjects): Promise<Model> {
  const provider = model.providers.find((provider) => provider.name === name);
  if (provider === undefined) throw new Error(`invariant: no provider ${name}`);
  const pods = await objects.list({ apiVersion: "v1", kind: "Pod", namespace: undefined }, "");
  const pools: Pool[] = [];
  for (const pool of provider.pools) {
    const labels = poolMarks(provider, pool).map(printMark).join(",");
    const nodes = await objects.list({ apiVersion: "v1", kind: "Node", namespace: undefined }, labels);
    const measured = smallest(nodes.map((node) => measuredNode(node, { pods, nodes: nodes.length })));
    pools.push(measured === undefined ? pool : { ...pool, measured });
  }
  const measured: Provider = { ...provider, pools };
  const put = (provider: Provider) => (provider.name === name ? measured : provider);
  return {
    ...model,
    providers: model.providers.map(put),
    releases: model.releases.map((release) => ({ ...release, provider: put(release.provider) })),
  };
}

function smallest(nodes: readonly MeasuredNode[]): MeasuredNode | undefined {
  return nodes.toSorted(
    (a, b) => a.allocatable.memory - b.allocatable.memory || a.allocatable.cpu - b.allocatable.cpu,
  )[0];
}

function measuredNode(
  node: JsonMap,
  { pods, nodes }: { readonly pods: readonly JsonMap[]; readonly nodes: number },
): MeasuredNode {
  const name = String(valueAt(node, "metadata.name"));
  const labels = valueAt(node, "metadata.labels");
  const type = isMap(labels) ? labels["node.kubernetes.io/instance-type"] : undefined;
  const daemons = pods.filter((pod) => valueAt(pod, "spec.nodeName") === name && isOfDaemonSet(pod));
  const amount = (of: "capacity" | "allocatable", key: string) => {
    const amounts = valueAt(node, `status.${of}`);
    return (isMap(amounts) ? quantityIn(amounts[key]) : undefined) ?? 0;
  };
  return {
    type: typeof type === "string" ? type : name,
    nodes,
    capacity: { memory: amount("capacity", "memory"), cpu: amount("capacity", "cpu") },
    allocatable: {
      memory: amount("allocatable", "memory"),
      cpu: amount("allocatable", "cpu"),
      pods: amount("allocatable", "pods"),
      gpu: amount("allocatable", "nvidia.com/gpu"),
    },
    system: {
      memory: daemons.reduce((sum, pod) => sum + requestOf(pod, "memory"), 0),
      cpu: daemons.reduce((sum, pod) => sum + requestOf(pod, "cpu"), 0),
      pods: daemons.length,
    },
  };
}

function isOfDaemonSet(pod: JsonMap): boolean {
  const owners = valueAt(pod, "metadata.ownerReferences");
  return isList(owners) && owners.some((owner) => isMap(owner) && owner["kind"] === "DaemonSet");
}

/** What its containers ask for; containers that run before them ask for no more in pods of this kind. */
function requestOf(pod: JsonMap, key: string): number {
  const containers = valueAt(pod, "spec.containers");
  const asked = (isList(containers) ? containers.filter(isMap) : []).map((object) =>
    quantityIn(valueAt(object, `resources.requests.${key}`)),
  );
  return asked.reduce<number>((sum, one) => sum + (one ?? 0), 0);
}
