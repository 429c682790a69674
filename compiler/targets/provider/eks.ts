// Amazon's EKS: eksctl's ClusterConfig, the storage class that the hub's own volume needs, and the autoscaler's values.

import type { Range } from "../../model/model.ts";
import { gibibytes, nodeBounds, nodeLabels, nodeTaint, type Pool, printTaint, shareOf } from "../../model/provider.ts";
import type { Sourced } from "../../model/sourced.ts";
import { markdownCode } from "../../output/markdown.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { printYaml } from "../../output/print-yaml.ts";
import { mapping, withComment, withOrigin, type YamlData, yaml } from "../../output/yaml-tree.ts";
import { type Cluster, type ClusterOutput, clusterPath, heading, keepsHomesOn, settingOf, text } from "./cluster.ts";

/** Files and steps of an EKS cluster. */
export function eks(cluster: Cluster): ClusterOutput {
  return {
    files: [clusterConfig(cluster), storageClass(cluster), autoscaler(cluster)],
    steps: [
      {
        text: `Make the cluster and its node groups with eksctl, signed in to the account ${markdownCode(settingOf(cluster, "account"))}. For node groups that are added later, \`eksctl create nodegroup --config-file cluster.yaml\`.`,
        commands: ["eksctl create cluster --config-file cluster.yaml"],
      },
      {
        text: "Give the cluster a storage class: EKS has none by default, and the hub's own volume would wait for one. One of this name that exists is not changed.",
        commands: ["kubectl create --filename storage-class.yaml"],
      },
      {
        text: "Install the autoscaler, without which no node group grows. A release of this name that exists is not changed.",
        commands: [
          "helm install cluster-autoscaler cluster-autoscaler --repo https://kubernetes.github.io/autoscaler --namespace kube-system --values cluster-autoscaler.yaml",
        ],
      },
    ],
    notes: [
      "Volumes of EBS belong to a zone. A pool with several `zones` is a node group for each of them where homes are `dynamic`, and `nodes` is shared out among them.",
      "Node groups that can be empty carry tags by which the autoscaler learns what their nodes would be.",
    ],
  };
}

/** Cluster-wide zones: those that pools name. eksctl chooses them where none are named. */
function zonesOf({ provider }: Cluster): YamlData {
  const zones = new Map<string, Sourced<string>>();
  for (const pool of provider.pools)
    for (const zone of pool.zones) if (!zones.has(zone.value)) zones.set(zone.value, zone);
  return zones.size === 0 ? undefined : [...zones.values()].map((zone) => withOrigin(zone.value, zone.span));
}

function clusterConfig(cluster: Cluster): OutputFile {
  const { provider } = cluster;
  const autoscaler = { name: "cluster-autoscaler", namespace: "kube-system" };
  const config = {
    apiVersion: "eksctl.io/v1alpha5",
    kind: "ClusterConfig",
    metadata: { name: text(provider.settings["cluster"]), region: text(provider.settings["region"]) },
    iam: {
      withOIDC: true,
      serviceAccounts: [{ metadata: autoscaler, wellKnownPolicies: { autoScaler: true } }],
    },
    availabilityZones: zonesOf(cluster),
    addons: addons(cluster),
    managedNodeGroups:
      provider.pools.length > 0 ? provider.pools.flatMap((pool) => nodeGroups(cluster, pool)) : undefined,
  };
  return {
    path: clusterPath(cluster, "cluster.yaml"),
    ...printYaml([yaml(config)], { header: [heading(cluster, "The cluster for eksctl.")], origin: provider.span }),
  };
}

function addons(cluster: Cluster): YamlData {
  return [
    withComment(
      { name: "vpc-cni", configurationValues: '{"enableNetworkPolicy": "true"}' },
      "Network policies, which keep servers from one another, do nothing without it.",
    ),
    { name: "coredns" },
    { name: "kube-proxy" },
    withComment(
      { name: "aws-ebs-csi-driver", wellKnownPolicies: { ebsCSIController: true } },
      "Makes the hub's own volume, and people's where homes are `dynamic`.",
    ),
    keepsHomesOn(cluster, "efs")
      ? withComment({ name: "aws-efs-csi-driver", wellKnownPolicies: { efsCSIController: true } }, "Mounts the homes.")
      : undefined,
  ];
}

/** One node group, or one for each zone where people's volumes belong to zones. */
function nodeGroups(cluster: Cluster, pool: Pool): YamlData[] {
  const bounds = nodeBounds(pool);
  const zonal = pool.zones.length > 1 && keepsHomesOn(cluster, "dynamic");
  if (!zonal) return [nodeGroup(cluster, pool, { name: pool.name, zones: pool.zones, bounds })];
  return pool.zones.map((zone, i) => {
    const share = (nodes: number) => shareOf(nodes, i, pool.zones.length);
    const own = { from: share(bounds.from), to: Math.max(1, share(bounds.to)) };
    return nodeGroup(cluster, pool, { name: `${pool.name}-${zone.value}`, zones: [zone], bounds: own });
  });
}

interface Group {
  readonly name: string;
  readonly zones: readonly Sourced<string>[];
  readonly bounds: Range<number>;
}

function nodeGroup(cluster: Cluster, pool: Pool, { name, zones, bounds }: Group): YamlData {
  const taint = nodeTaint(cluster.provider, pool);
  const spot = pool.spot?.value === true;
  const machine = text(pool.machine);
  const nodes = (count: number) => withOrigin(count, pool.nodes?.span ?? pool.span);
  return withOrigin(
    {
      name,
      ...(spot ? { spot: withOrigin(true, pool.spot?.span), instanceTypes: [machine] } : { instanceType: machine }),
      availabilityZones: zones.length > 0 ? zones.map((zone) => withOrigin(zone.value, zone.span)) : undefined,
      minSize: nodes(bounds.from),
      maxSize: nodes(bounds.to),
      desiredCapacity: nodes(bounds.from),
      volumeSize: pool.disk && withOrigin(gibibytes(pool.disk.value), pool.disk.span),
      labels: mapping(nodeLabels(pool).map(({ key, value }) => [key, value])),
      taints: taint && [{ ...taint, effect: "NoSchedule" }],
      tags: bounds.from === 0 ? tags(cluster, pool) : undefined,
      propagateASGTags: bounds.from === 0 ? true : undefined,
    },
    pool.span,
  );
}

/** What the autoscaler reads of a group without nodes (cluster-autoscaler, AWS: "Scaling a node group to 0"). */
function tags({ provider }: Cluster, pool: Pool): YamlData {
  const prefix = "k8s.io/cluster-autoscaler/node-template";
  const taint = nodeTaint(provider, pool);
  return mapping([
    ...nodeLabels(pool).map(({ key, value }): [string, string] => [`${prefix}/label/${key}`, value]),
    ...(taint ? [[`${prefix}/taint/${taint.key}`, printTaint(taint).slice(taint.key.length + 1)] as const] : []),
  ]);
}

function storageClass(cluster: Cluster): OutputFile {
  const object = {
    apiVersion: "storage.k8s.io/v1",
    kind: "StorageClass",
    metadata: { name: "gp3", annotations: { "storageclass.kubernetes.io/is-default-class": "true" } },
    provisioner: "ebs.csi.aws.com",
    parameters: { type: "gp3", encrypted: "true" },
    reclaimPolicy: "Delete",
    volumeBindingMode: withComment("WaitForFirstConsumer", "A volume is made in the zone of the pod that needs it."),
    allowVolumeExpansion: true,
  };
  return {
    path: clusterPath(cluster, "storage-class.yaml"),
    ...printYaml([yaml(object)], {
      header: [heading(cluster, "The storage class of claims that name none.")],
      origin: cluster.provider.span,
    }),
  };
}

function autoscaler(cluster: Cluster): OutputFile {
  const { provider } = cluster;
  const values = {
    cloudProvider: "aws",
    awsRegion: text(provider.settings["region"]),
    autoDiscovery: { clusterName: text(provider.settings["cluster"]) },
    rbac: {
      serviceAccount: withComment(
        { create: false, name: "cluster-autoscaler" },
        "eksctl makes it, with the rights it needs.",
      ),
    },
  };
  return {
    path: clusterPath(cluster, "cluster-autoscaler.yaml"),
    ...printYaml([yaml(values)], {
      header: [heading(cluster, "Values of the chart cluster-autoscaler.")],
      origin: provider.span,
    }),
  };
}
