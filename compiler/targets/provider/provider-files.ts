// A provider's folder: what makes the cluster, in the words of its variant, and the page that says how.

import {
  nodesInCluster,
  nodeTaint,
  type Pool,
  type ProviderVariant,
  poolMarks,
  printMark,
  printTaint,
} from "../../model/provider.ts";
import { markdownCell, markdownCellCode, markdownCodeBlock, markdownText } from "../../output/markdown.ts";
import { type OutputFile, textFile } from "../../output/output-file.ts";
import { readableBytes } from "../../output/quantities.ts";
import { aks } from "./aks.ts";
import { type Cluster, type ClusterOutput, clusterPath } from "./cluster.ts";
import { eks } from "./eks.ts";
import { gke } from "./gke.ts";
import { k3s } from "./k3s.ts";
import { kind } from "./kind.ts";
import { kubernetes } from "./kubernetes.ts";
import { openstack } from "./openstack.ts";

const variants: Readonly<Record<ProviderVariant, (cluster: Cluster) => ClusterOutput>> = {
  gke,
  aks,
  eks,
  openstack,
  k3s,
  kind,
  kubernetes,
};

/** `providers/<provider>/…`. */
export function providerFiles(cluster: Cluster): OutputFile[] {
  const output = variants[cluster.provider.variant](cluster);
  return [...output.files, providerReadme(cluster, output)];
}

/** `providers/<provider>/README.md`. */
function providerReadme(cluster: Cluster, { steps, notes }: ClusterOutput): OutputFile {
  const { provider, releases } = cluster;
  const hubs = releases.map(({ name }) => `\`${name}\``).join(", ");
  const text = [
    `# Cluster ${markdownText(provider.name)}`,
    ...(provider.doc === undefined ? [] : [markdownText(provider.doc)]),
    `A cluster of the kind \`${provider.variant}\`${hubs === "" ? "" : `, for ${hubs}`}. Written by hubc; edit the \`.hub\` files, not these.`,
    provider.variant === "kubernetes" ? "## Prepare it" : "## Make it",
    "From this folder:",
    ...steps.map(({ text: words, commands }, i) =>
      [`${i + 1}. ${words}`, "", ...indented(markdownCodeBlock(commands.join("\n"), "sh"))].join("\n"),
    ),
    ...(provider.pools.length > 0 ? ["## Pools", poolTable(cluster)] : []),
    ...(notes.length > 0 ? ["## To know", notes.map((note) => `- ${note}`).join("\n")] : []),
  ].join("\n\n");
  return textFile(clusterPath(cluster, "README.md"), text, provider.span);
}

function indented(block: string): string[] {
  return block
    .trimEnd()
    .split("\n")
    .map((line) => (line === "" ? "" : `   ${line}`));
}

function poolTable(cluster: Cluster): string {
  const rows = cluster.provider.pools.map((pool) => {
    const taint = nodeTaint(cluster.provider, pool);
    const cells = [
      markdownCellCode(pool.name),
      pool.core ? "the hub's own pods" : "people's servers",
      markdownCell(machineOf(pool)),
      nodesOf(pool, cluster),
      markdownCellCode(poolMarks(cluster.provider, pool).map(printMark).join(",")),
      taint ? markdownCellCode(printTaint(taint)) : "",
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return ["| Pool | For | Machines | Nodes | Found by | Taint |", "|---|---|---|---|---|---|", ...rows].join("\n");
}

function machineOf(pool: Pool): string {
  const size = [
    pool.cpu && `${pool.cpu.value} cores`,
    pool.memory && readableBytes(pool.memory.value),
    pool.disk && `disk of ${readableBytes(pool.disk.value)}`,
    pool.spot?.value === true ? "spot" : undefined,
  ];
  const what = pool.machine?.value ?? pool.hosts.map(({ value }) => value).join(", ");
  return [what, ...size].filter((part) => part !== undefined && part !== "").join("; ");
}

function nodesOf(pool: Pool, { provider }: Cluster): string {
  const { from, to } = nodesInCluster(pool, provider);
  return from === to ? String(from) : `${from} to ${to}`;
}
