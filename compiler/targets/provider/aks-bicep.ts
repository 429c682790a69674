// The AKS cluster in Bicep (Microsoft.ContainerService, API 2024-01-01).

import { gibibytes, nodeLabels, nodeTaint, printTaint } from "../../model/pool-nodes.ts";
import { bicepLines, bicepString } from "../../output/bicep.ts";
import { type OutputFile, type OutputLine, textFile } from "../../output/output-file.ts";
import { mapping, withOrigin, type YamlData, yaml } from "../../output/yaml-tree.ts";
import { type AgentPool, agentPools, podsANode } from "./aks-pools.ts";
import { type Cluster, clusterPath, heading, settingOf } from "./cluster.ts";

const api = "2024-01-01";

/** `cluster.bicep`: the cluster with its System pools, and each other pool. */
export function bicepTemplate(cluster: Cluster): OutputFile {
  const { provider } = cluster;
  const pools = agentPools(provider);
  const origin = provider.span;
  const lines: OutputLine[] = [
    { text: `// ${heading(cluster, "The cluster and its pools.")}`, origin },
    { text: "targetScope = 'resourceGroup'", origin },
    { text: "", origin },
    { text: `resource cluster 'Microsoft.ContainerService/managedClusters@${api}' = {`, origin },
    ...bicepLines(yaml(settingOf(cluster, "cluster"), provider.settings["cluster"]?.span), member("name", origin)),
    ...bicepLines(
      yaml(settingOf(cluster, "location"), provider.settings["location"]?.span),
      member("location", origin),
    ),
    ...bicepLines(yaml({ type: "SystemAssigned" }), member("identity", origin)),
    ...bicepLines(yaml(clusterProperties(cluster, pools)), member("properties", origin)),
    { text: "}", origin },
    ...pools.filter(({ mode }) => mode === "User").flatMap((one) => poolResource(cluster, one)),
  ];
  return textFile(clusterPath(cluster, "cluster.bicep"), lines, origin);
}

function member(key: string, origin: OutputLine["origin"]): Parameters<typeof bicepLines>[1] {
  return { first: `  ${key}: `, level: 1, origin };
}

function clusterProperties(cluster: Cluster, pools: readonly AgentPool[]): YamlData {
  const system = pools.filter(({ mode }) => mode === "System");
  return {
    dnsPrefix: dnsPrefix(settingOf(cluster, "cluster")),
    // As `az aks create` has it; the hub's own account needs it.
    enableRBAC: true,
    networkProfile: { networkPlugin: "azure", networkPolicy: "calico" },
    agentPoolProfiles: system.map((one) =>
      withOrigin({ name: one.name, ...poolProperties(cluster, one) }, one.pool.span),
    ),
  };
}

/** Letters, digits and hyphens, at most 54, a letter or digit at both ends. */
function dnsPrefix(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9-]/g, "-").slice(0, 54);
  return plain.replace(/^-+|-+$/g, "") || "hub";
}

function poolResource(cluster: Cluster, one: AgentPool): OutputLine[] {
  const origin = one.pool.span;
  return [
    { text: "", origin },
    {
      text: `resource ${one.name}Pool 'Microsoft.ContainerService/managedClusters/agentPools@${api}' = {`,
      origin,
    },
    { text: "  parent: cluster", origin },
    { text: `  name: ${bicepString(one.name)}`, origin },
    ...bicepLines(yaml(poolProperties(cluster, one)), member("properties", origin)),
    { text: "}", origin },
  ];
}

function poolProperties({ provider }: Cluster, { pool, mode, bounds }: AgentPool): Readonly<Record<string, YamlData>> {
  const taint = mode === "User" ? nodeTaint(provider, pool) : undefined;
  const nodes = (count: number) => withOrigin(count, pool.nodes?.span ?? pool.span);
  const spot = pool.spot?.value === true && mode === "User";
  return {
    mode,
    vmSize: pool.machine && withOrigin(pool.machine.value, pool.machine.span),
    enableAutoScaling: true,
    count: nodes(bounds.from),
    minCount: nodes(bounds.from),
    maxCount: nodes(bounds.to),
    maxPods: podsANode,
    osDiskSizeGB: pool.disk && withOrigin(gibibytes(pool.disk.value), pool.disk.span),
    availabilityZones: pool.zones.length > 0 ? pool.zones.map((zone) => withOrigin(zone.value, zone.span)) : undefined,
    scaleSetPriority: spot ? withOrigin("Spot", pool.spot?.span) : undefined,
    scaleSetEvictionPolicy: spot ? withOrigin("Delete", pool.spot?.span) : undefined,
    nodeLabels: mapping(nodeLabels(pool).map(({ key, value }) => [key, value])),
    nodeTaints: taint && [printTaint(taint)],
  };
}
