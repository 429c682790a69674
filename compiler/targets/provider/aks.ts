// Azure Kubernetes Service: the cluster as an az script, and the same as Bicep. One of the two is used.

import type { Range } from "../../model/model.ts";
import {
  gibibytes,
  nodeBounds,
  nodeLabels,
  nodeTaint,
  type Pool,
  type Provider,
  printMark,
  printTaint,
} from "../../model/provider.ts";
import { bicepLines, bicepString } from "../../output/bicep.ts";
import { type OutputFile, type OutputLine, textFile } from "../../output/output-file.ts";
import { type ScriptCommand, type ScriptOption, shellCommand, shellScript } from "../../output/shell-script.ts";
import { mapping, withOrigin, type YamlData, yaml } from "../../output/yaml-tree.ts";
import {
  type Cluster,
  type ClusterOutput,
  clusterPath,
  heading,
  keepsHomesOn,
  poolComment,
  type Step,
  settingOf,
} from "./cluster.ts";

/** Files and steps of an AKS cluster. */
export function aks(cluster: Cluster): ClusterOutput {
  const hasPools = cluster.provider.pools.length > 0;
  const renamed = agentPools(cluster.provider).filter(({ name, pool }) => name !== pool.name);
  return {
    files: [script(cluster), ...(hasPools ? [bicepTemplate(cluster)] : [])],
    steps: [
      {
        text: "Either run the script, which may be run again: what exists is left as it is, and nothing is removed. It needs `az`, signed in.",
        commands: ["./create-cluster.sh"],
      },
      ...(hasPools ? [bicepStep(cluster)] : []),
    ],
    notes: [
      "The first pool for the hub's own pods is a System pool, which AKS never lets become empty.",
      ...renamed.map(
        ({ name, pool }) =>
          `The pool \`${pool.name}\` is called \`${name}\` there: AKS allows twelve lower-case letters and digits.`,
      ),
      ...(keepsHomesOn(cluster, "azure-files")
        ? [
            "The driver of Azure Files is part of AKS. The cluster's identity needs the role Contributor on the storage account, and an NFS share a private or service endpoint in the cluster's network.",
          ]
        : []),
    ],
  };
}

function bicepStep(cluster: Cluster): Step {
  return {
    text: "Or deploy the Bicep file. A cluster and pools of these names that exist are changed to what it says, whoever made them; other pools stay.",
    commands: [
      shellCommand([
        ...["az", "deployment", "group", "create", `--subscription=${settingOf(cluster, "subscription")}`],
        ...[`--resource-group=${settingOf(cluster, "resource-group")}`, "--template-file=cluster.bicep"],
      ]),
    ],
  };
}

function script(cluster: Cluster): OutputFile {
  const { provider } = cluster;
  const name = settingOf(cluster, "cluster");
  const [group, location] = [settingOf(cluster, "resource-group"), settingOf(cluster, "location")];
  const subscription = `--subscription=${settingOf(cluster, "subscription")}`;
  const where = [subscription, `--resource-group=${group}`];
  const [first, ...others] = agentPools(provider);
  return shellScript(
    clusterPath(cluster, "create-cluster.sh"),
    {
      about: [
        heading(cluster, `Makes the cluster ${name} and its pools.`),
        "May be run again: what exists is left as it is.",
      ],
      steps: [
        {
          comment: "The resource group.",
          commands: [
            {
              words: ["az", "group", "create", subscription, `--name=${group}`, `--location=${location}`],
              unless: ["az", "group", "show", subscription, `--name=${group}`],
            },
          ],
        },
        {
          comment: `The cluster${first ? `, with the pool ${first.pool.name} as its System pool` : ""}. Calico enforces network policies, which keep servers from one another.`,
          commands: [createCluster(where, { name, location, first })],
        },
        ...others.map((pool) => ({
          comment: poolComment(pool.pool),
          origin: pool.pool.span,
          commands: [addPool(cluster, pool, where)],
        })),
        {
          comment:
            "kubectl learns of the cluster. Another cluster that your kubeconfig knows by its name is asked for before it is replaced.",
          commands: [{ words: ["az", "aks", "get-credentials", ...where, `--name=${name}`] }],
        },
      ],
    },
    provider.span,
  );
}

function createCluster(
  where: readonly string[],
  made: { readonly name: string; readonly location: string; readonly first: AgentPool | undefined },
): ScriptCommand {
  const name = `--name=${made.name}`;
  return {
    words: ["az", "aks", "create"],
    unless: ["az", "aks", "show", ...where, name],
    options: [
      { words: [...where, name, `--location=${made.location}`] },
      { words: ["--network-plugin=azure", "--network-policy=calico", "--generate-ssh-keys"] },
      ...(made.first ? firstPoolOptions(made.first) : []),
    ],
  };
}

/** The first pool's labels go by another name; it has no taint, since the cluster's own pods run on it. */
function firstPoolOptions(pool: AgentPool): ScriptOption[] {
  return [
    { words: [`--nodepool-name=${pool.name}`], origin: pool.pool.span },
    ...sizeOptions(pool),
    { words: ["--nodepool-labels", ...nodeLabels(pool.pool).map(printMark)], origin: pool.pool.span },
  ];
}

function addPool({ provider }: Cluster, one: AgentPool, where: readonly string[]): ScriptCommand {
  const { pool } = one;
  const cluster = `--cluster-name=${provider.settings["cluster"]?.value ?? ""}`;
  const taint = one.mode === "User" ? nodeTaint(provider, pool) : undefined;
  const spot = {
    words: ["--priority=Spot", "--eviction-policy=Delete", "--spot-max-price=-1"],
    origin: pool.spot?.span,
  };
  return {
    words: ["az", "aks", "nodepool", "add"],
    unless: ["az", "aks", "nodepool", "show", ...where, cluster, `--name=${one.name}`],
    options: [
      { words: [...where, cluster], origin: provider.span },
      { words: [`--name=${one.name}`, `--mode=${one.mode}`], origin: pool.span },
      ...sizeOptions(one),
      ...(pool.spot?.value === true ? [spot] : []),
      { words: ["--labels", ...nodeLabels(pool).map(printMark)], origin: pool.span },
      ...(taint ? [{ words: [`--node-taints=${printTaint(taint)}`], origin: pool.span }] : []),
    ],
  };
}

/** What `az aks create` and `az aks nodepool add` call alike. */
function sizeOptions({ pool, bounds }: AgentPool): ScriptOption[] {
  const origin = pool.span;
  const zones = pool.zones.map(({ value }) => value);
  return [
    ...(pool.machine ? [{ words: [`--node-vm-size=${pool.machine.value}`], origin: pool.machine.span }] : []),
    {
      words: [
        "--enable-cluster-autoscaler",
        `--min-count=${bounds.from}`,
        `--max-count=${bounds.to}`,
        `--node-count=${bounds.from}`,
      ],
      origin: pool.nodes?.span ?? origin,
    },
    { words: [`--max-pods=${podsANode}`], origin },
    ...(pool.disk ? [{ words: [`--node-osdisk-size=${gibibytes(pool.disk.value)}`], origin: pool.disk.span }] : []),
    ...(zones.length > 0 ? [{ words: ["--zones", ...zones], origin: pool.zones[0]?.span ?? origin }] : []),
  ];
}

// The AKS cluster in Bicep (Microsoft.ContainerService, API 2024-01-01).

const api = "2024-01-01";

/** `cluster.bicep`: the cluster with its System pools, and each other pool. */
function bicepTemplate(cluster: Cluster): OutputFile {
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
    ...pools.filter(({ mode }) => mode === "User").flatMap((pool) => poolResource(cluster, pool)),
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
    agentPoolProfiles: system.map((pool) =>
      withOrigin({ name: pool.name, ...poolProperties(cluster, pool) }, pool.pool.span),
    ),
  };
}

/** Letters, digits and hyphens, at most 54, a letter or digit at both ends. */
function dnsPrefix(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9-]/g, "-").slice(0, 54);
  return plain.replace(/^-+|-+$/g, "") || "hub";
}

function poolResource(cluster: Cluster, pool: AgentPool): OutputLine[] {
  const origin = pool.pool.span;
  return [
    { text: "", origin },
    {
      text: `resource ${pool.name}Pool 'Microsoft.ContainerService/managedClusters/agentPools@${api}' = {`,
      origin,
    },
    { text: "  parent: cluster", origin },
    { text: `  name: ${bicepString(pool.name)}`, origin },
    ...bicepLines(yaml(poolProperties(cluster, pool)), member("properties", origin)),
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

// A pool as AKS sees it: names of twelve characters, and System pools, which can't be empty.

/** Pods a node: AKS's own default is 30 with Azure's network plugin, and 110 is what Kubernetes plans for. */
const podsANode = 110;

interface AgentPool {
  readonly pool: Pool;
  /** At most twelve lower-case letters and digits, a letter first (Microsoft Learn, agent pools of Linux). */
  readonly name: string;
  readonly mode: "System" | "User";
  readonly bounds: Range<number>;
}

/** The pools of a provider, System pools first: those for the hub's own pods, or else the first. */
export function agentPools({ pools }: Provider): readonly AgentPool[] {
  const cores = pools.filter((pool) => pool.core);
  const system = new Set(cores.length > 0 ? cores : pools.slice(0, 1));
  const taken = new Set<string>();
  const made = pools.map((pool): AgentPool => {
    const name = agentPoolName(pool.name, taken);
    taken.add(name);
    const { from, to } = nodeBounds(pool);
    if (!system.has(pool)) return { pool, name, mode: "User", bounds: { from, to } };
    return { pool, name, mode: "System", bounds: { from: Math.max(1, from), to: Math.max(1, to) } };
  });
  return [...made.filter(({ mode }) => mode === "System"), ...made.filter(({ mode }) => mode === "User")];
}

function agentPoolName(name: string, taken: ReadonlySet<string>): string {
  const letters = name.toLowerCase().replace(/[^a-z0-9]/g, "");
  const base = /^[a-z]/.test(letters) ? letters : `p${letters}`;
  const short = base.slice(0, 12);
  for (let i = 2; ; i++) {
    const candidate = i === 2 ? short : `${base.slice(0, 12 - String(i - 1).length)}${i - 1}`;
    if (!taken.has(candidate)) return candidate;
  }
}
