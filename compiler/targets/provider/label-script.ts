// Labels and taints for nodes that are in a cluster already. A mark that a node carries is never changed: somebody gave it for a reason.

import {
  type NodeMark,
  nodeLabels,
  nodeTaint,
  type Pool,
  poolMarks,
  printMark,
  printTaint,
} from "../../model/provider.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { type ScriptStep, shellCommand, shellQuote, shellScript } from "../../output/shell-script.ts";
import { type Cluster, clusterPath, heading, poolComment, settingOf } from "./cluster.ts";

/** The words by which kubectl finds the nodes of a pool; none where nothing is known of them. */
type NodesOf = (pool: Pool) => readonly string[];

/** `label-nodes.sh`; none where there is nothing to label. */
export function labelScript(cluster: Cluster, nodes: NodesOf): OutputFile | undefined {
  const about =
    "Labels the nodes of the pools. A node that has such a label with another value stays as it is, and stops the script.";
  const steps = cluster.provider.pools.flatMap((pool) => {
    const labels = labelsToGive(cluster, pool);
    if (labels.length === 0 || nodes(pool).length === 0) return [];
    const options = labels.map((label) => ({ words: [printMark(label)], origin: pool.span }));
    const words = [...kubectl(cluster), "label", "nodes", ...nodes(pool)];
    return [{ comment: poolComment(pool), origin: pool.span, commands: [{ words, options }] }];
  });
  return nodeScript(cluster, { file: "label-nodes.sh", about, steps });
}

/** Not the labels by which pools are found: written over, their nodes would be found no longer. */
function labelsToGive({ provider }: Cluster, pool: Pool): NodeMark[] {
  const own = provider.pools
    .filter(({ label }) => label !== undefined)
    .flatMap((pool) => poolMarks(provider, pool).map(({ key }) => key));
  return nodeLabels(pool).filter(({ key }) => !own.includes(key));
}

/** `taint-nodes.sh`; none where no pool has a taint. */
export function taintScript(cluster: Cluster, nodes: NodesOf): OutputFile | undefined {
  const about = "Keeps other pods off the nodes of people. A node that has a taint of this key stays as it is.";
  const steps = cluster.provider.pools.flatMap((pool) => {
    const taint = nodeTaint(cluster.provider, pool);
    if (taint === undefined || nodes(pool).length === 0) return [];
    return [{ comment: poolComment(pool), origin: pool.span, lines: taintLines(cluster, nodes(pool), taint) }];
  });
  return nodeScript(cluster, { file: "taint-nodes.sh", about, steps });
}

/** `kubectl taint` refuses a taint that is there already, even the same one; so nodes without it are looked for first. */
function taintLines(cluster: Cluster, nodes: readonly string[], taint: NodeMark): string[] {
  const command = (...words: readonly string[]) => shellCommand([...kubectl(cluster), ...words]);
  const values = `go-template={{range .spec.taints}}{{if eq .key "${taint.key}"}}{{.effect}}{{end}}{{end}}`;
  return [
    `nodes=$(${command("get", "nodes", ...nodes, "--output=name")})`,
    "for node in $nodes; do",
    `  found=$(${command("get")} "$node" --output ${shellQuote(values)})`,
    `  if [ -z "$found" ]; then ${command("taint", "nodes")} "\${node#node/}" ${shellQuote(printTaint(taint))}; fi`,
    "done",
  ];
}

function kubectl(cluster: Cluster): string[] {
  const context = settingOf(cluster, "context");
  return ["kubectl", ...(context === "" ? [] : [`--context=${context}`])];
}

function nodeScript(
  cluster: Cluster,
  { file, about, steps }: { readonly file: string; readonly about: string; readonly steps: readonly ScriptStep[] },
): OutputFile | undefined {
  if (steps.length === 0) return undefined;
  const lines = [heading(cluster, about), "May be run again, and is to be run again for new nodes."];
  return shellScript(clusterPath(cluster, file), { about: lines, steps }, cluster.provider.span);
}
