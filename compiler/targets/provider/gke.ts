// Google Kubernetes Engine: the cluster as Config Connector manifests, and the same as a gcloud script. One of the two is used.

import {
  gibibytes,
  nodeBounds,
  nodeLabels,
  nodeTaint,
  type Pool,
  printMark,
  printTaint,
} from "../../model/provider.ts";
import type { Sourced } from "../../model/sourced.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { printYaml } from "../../output/print-yaml.ts";
import { type ScriptCommand, type ScriptOption, type ScriptStep, shellScript } from "../../output/shell-script.ts";
import { mapping, withComment, withOrigin, type YamlData, yaml } from "../../output/yaml-tree.ts";
import { type Cluster, type ClusterOutput, clusterPath, heading, poolComment, settingOf, text } from "./cluster.ts";

/** A regional cluster lies in this many zones where none are named (Google's documentation of regional clusters, 2026-11). */
const zonesOfARegion = 3;

/** Files and steps of a GKE cluster. */
export function gke(cluster: Cluster): ClusterOutput {
  return {
    files: [script(cluster), manifests(cluster)],
    steps: [
      {
        text: "Either run the script, which may be run again: what exists is left as it is, and nothing that it did not make is removed. It needs `gcloud`, signed in to the project.",
        commands: ["./create-cluster.sh"],
      },
      {
        text: "Or, for a cluster that is not there yet, apply the manifests to one that runs Config Connector, in the namespace whose objects it cares for. It keeps the cluster as they say: a cluster of this name that exists would be changed to them, and its pool `default-pool` removed.",
        commands: ["kubectl apply --namespace NAMESPACE --filename cluster.yaml"],
      },
    ],
    notes: [
      "`nodes` of a pool counts the nodes of all zones together: the files use GKE's total limits.",
      "Dataplane V2 is on, since network policies, which keep servers from one another, do nothing without it.",
      "Pods get no credentials of their node: what in the cluster is to use Google's services gets them by Workload Identity. Nodes may use those that IAM allows their service account, such as pulling images from Artifact Registry.",
      "Nodes that are little used are emptied soon (the profile `optimize-utilization`), which saves most where placeholders keep room.",
      "Nodes have addresses of their own. Private nodes need a way out (Cloud NAT) that is not made here, nor is a maintenance window.",
    ],
  };
}

function location({ provider }: Cluster): Sourced<string> | undefined {
  return provider.settings["region"] ?? provider.settings["zone"];
}

/** Nodes at the start are counted for each zone. */
function startNodes(cluster: Cluster, pool: Pool): number {
  const zones = pool.zones.length || (cluster.provider.settings["region"] === undefined ? 1 : zonesOfARegion);
  return Math.ceil(nodeBounds(pool).from / zones);
}

/** Nodes may do what IAM allows their service account: gcloud's own choice of scopes and Config Connector's are not the same. */
const scope = "https://www.googleapis.com/auth/cloud-platform";

/** The identities of a project's pods (Google's documentation of Workload Identity Federation for GKE, 2026-11). */
function workloadPool(cluster: Cluster): string {
  return `${settingOf(cluster, "project")}.svc.id.goog`;
}

function script(cluster: Cluster): OutputFile {
  const { provider } = cluster;
  const name = settingOf(cluster, "cluster");
  const credentials = ["gcloud", "container", "clusters", "get-credentials", name, ...placeOf(cluster)];
  return shellScript(
    clusterPath(cluster, "create-cluster.sh"),
    {
      about: [
        heading(cluster, `Makes the cluster ${name} and its pools.`),
        "May be run again: what exists is left as it is.",
      ],
      steps: [
        {
          comment: "The cluster. Network policies keep servers from one another only with Dataplane V2.",
          commands: [clusterCommand(cluster)],
        },
        ...provider.pools.map((pool) => ({
          comment: poolComment(pool),
          origin: pool.span,
          commands: [poolCommand(cluster, pool)],
        })),
        ...firstPoolSteps(cluster),
        { comment: "kubectl learns of the cluster.", commands: [{ words: credentials }] },
      ],
    },
    provider.span,
  );
}

function placeOf(cluster: Cluster): string[] {
  return [`--project=${settingOf(cluster, "project")}`, `--location=${location(cluster)?.value ?? ""}`];
}

function clusterCommand(cluster: Cluster): ScriptCommand {
  const name = settingOf(cluster, "cluster");
  const where = placeOf(cluster);
  return {
    words: ["gcloud", "container", "clusters", "create", name],
    unless: ["gcloud", "container", "clusters", "describe", name, ...where],
    notes: clusterMade,
    options: [
      { words: where, origin: location(cluster)?.span },
      { words: ["--release-channel=regular", "--enable-ip-alias", "--enable-dataplane-v2"] },
      { words: [`--workload-pool=${workloadPool(cluster)}`], origin: cluster.provider.settings["project"]?.span },
      { words: ["--autoscaling-profile=optimize-utilization"] },
      { words: ["--num-nodes=1"] },
    ],
  };
}

/** Whether this run of the script made the cluster, as a variable of it. */
const clusterMade = "cluster_made";

/** The pool that GKE makes with a cluster goes with it, unless it is one of the program's own or the only one. That of a cluster that was there stays. */
function firstPoolSteps(cluster: Cluster): ScriptStep[] {
  const first = "default-pool";
  const { pools } = cluster.provider;
  if (pools.length === 0 || pools.some(({ name }) => name === first)) return [];
  const removal: ScriptCommand = {
    words: ["gcloud", "container", "node-pools", "delete", first],
    onlyAfter: clusterMade,
    options: [{ words: [`--cluster=${settingOf(cluster, "cluster")}`, ...placeOf(cluster), "--quiet"] }],
  };
  return [
    {
      comment: `The pool ${first}, with which GKE makes every cluster, is not used. It goes where this run made the cluster, and stays in one that was there.`,
      commands: [removal],
    },
  ];
}

function poolCommand(cluster: Cluster, pool: Pool): ScriptCommand {
  const { provider } = cluster;
  const where = [`--cluster=${settingOf(cluster, "cluster")}`, ...placeOf(cluster)];
  const bounds = nodeBounds(pool);
  const taint = nodeTaint(provider, pool);
  const options: (ScriptOption | undefined)[] = [
    { words: where, origin: provider.span },
    pool.machine && { words: [`--machine-type=${pool.machine.value}`], origin: pool.machine.span },
    {
      words: [
        "--enable-autoscaling",
        `--total-min-nodes=${bounds.from}`,
        `--total-max-nodes=${bounds.to}`,
        `--num-nodes=${startNodes(cluster, pool)}`,
      ],
      origin: pool.nodes?.span,
    },
    pool.disk && { words: [`--disk-size=${gibibytes(pool.disk.value)}`], origin: pool.disk.span },
    pool.spot?.value === true ? { words: ["--spot"], origin: pool.spot.span } : undefined,
    pool.zones.length > 0
      ? {
          words: [`--node-locations=${pool.zones.map(({ value }) => value).join(",")}`],
          origin: pool.zones[0]?.span,
        }
      : undefined,
    { words: [`--scopes=${scope}`, "--workload-metadata=GKE_METADATA"] },
    { words: [`--node-labels=${nodeLabels(pool).map(printMark).join(",")}`] },
    taint && { words: [`--node-taints=${printTaint(taint)}`] },
  ];
  return {
    words: ["gcloud", "container", "node-pools", "create", pool.name],
    unless: ["gcloud", "container", "node-pools", "describe", pool.name, ...where],
    options: options
      .filter((option) => option !== undefined)
      .map((option) => ({ ...option, origin: option.origin ?? pool.span })),
  };
}

/** Config Connector's objects (container.cnrm.cloud.google.com/v1beta1; fields of its definitions, 1.155). */
function manifests(cluster: Cluster): OutputFile {
  const { provider } = cluster;
  const objects = [clusterObject(cluster), ...provider.pools.map((pool) => poolObject(cluster, pool))];
  return {
    path: clusterPath(cluster, "cluster.yaml"),
    ...printYaml(
      objects.map((object) => yaml(object)),
      { header: [heading(cluster, "The cluster and its pools for Config Connector.")], origin: provider.span },
    ),
  };
}

const apiVersion = "container.cnrm.cloud.google.com/v1beta1";
const projectAnnotation = "cnrm.cloud.google.com/project-id";

function clusterObject(cluster: Cluster): YamlData {
  const { provider } = cluster;
  return {
    apiVersion,
    kind: "ContainerCluster",
    metadata: {
      name: text(provider.settings["cluster"]),
      annotations: {
        [projectAnnotation]: text(provider.settings["project"]),
        "cnrm.cloud.google.com/remove-default-node-pool": "true",
      },
    },
    spec: {
      location: text(location(cluster)),
      initialNodeCount: 1,
      releaseChannel: { channel: "REGULAR" },
      networkingMode: "VPC_NATIVE",
      ipAllocationPolicy: {},
      datapathProvider: withComment("ADVANCED_DATAPATH", "Without it network policies do nothing."),
      workloadIdentityConfig: {
        workloadPool: withOrigin(workloadPool(cluster), provider.settings["project"]?.span),
      },
      clusterAutoscaling: { autoscalingProfile: "OPTIMIZE_UTILIZATION" },
    },
  };
}

function poolObject(cluster: Cluster, pool: Pool): YamlData {
  const { provider } = cluster;
  const bounds = nodeBounds(pool);
  const taint = nodeTaint(provider, pool);
  const zones = pool.zones.map((zone) => withOrigin(zone.value, zone.span));
  return withOrigin(
    {
      apiVersion,
      kind: "ContainerNodePool",
      metadata: {
        name: `${settingOf(cluster, "cluster")}-${pool.name}`,
        annotations: { [projectAnnotation]: text(provider.settings["project"]) },
      },
      spec: {
        resourceID: pool.name,
        clusterRef: { name: text(provider.settings["cluster"]) },
        location: text(location(cluster)),
        nodeLocations: zones.length > 0 ? zones : undefined,
        initialNodeCount: startNodes(cluster, pool),
        autoscaling: withOrigin(
          { totalMinNodeCount: bounds.from, totalMaxNodeCount: bounds.to },
          pool.nodes?.span ?? pool.span,
        ),
        management: { autoRepair: true, autoUpgrade: true },
        nodeConfig: {
          machineType: text(pool.machine),
          diskSizeGb: pool.disk && withOrigin(gibibytes(pool.disk.value), pool.disk.span),
          oauthScopes: [scope],
          workloadMetadataConfig: withComment({ mode: "GKE_METADATA" }, "Keeps the node's credentials from pods."),
          spot: pool.spot?.value === true ? withOrigin(true, pool.spot.span) : undefined,
          labels: mapping(nodeLabels(pool).map(({ key, value }) => [key, value])),
          taint: taint && [{ ...taint, effect: "NO_SCHEDULE" }],
        },
      },
    },
    pool.span,
  );
}
