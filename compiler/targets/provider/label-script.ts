// Labels and taints for nodes that are in a cluster already.

import type { Pool } from "../../model/model.ts";
import { nodeLabels, nodeTaint, printMark, printTaint } from "../../model/pool-nodes.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { shellScript } from "../../output/shell-script.ts";
import { type Cluster, clusterPath, heading, settingOf } from "./cluster.ts";

/** The words by which kubectl finds the nodes of a pool; none where nothing is known of them. */
type NodesOf = (pool: Pool) => readonly string[];

/** `label-nodes.sh`. */
export function labelScript(cluster: Cluster, nodes: NodesOf): OutputFile {
  return nodeScript(cluster, nodes, {
    file: "label-nodes.sh",
    about: "Labels the nodes of the pools.",
    verb: "label",
    words: (pool) => nodeLabels(pool).map(printMark),
  });
}

/** `taint-nodes.sh`; none where no pool has a taint. */
export function taintScript(cluster: Cluster, nodes: NodesOf): OutputFile | undefined {
  const taint = (pool: Pool) => nodeTaint(cluster.provider, pool);
  if (!cluster.provider.pools.some((pool) => taint(pool) && nodes(pool).length > 0)) return undefined;
  return nodeScript(cluster, nodes, {
    file: "taint-nodes.sh",
    about: "Keeps other pods off the nodes of people.",
    verb: "taint",
    words: (pool) => [taint(pool)].flatMap((mark) => (mark ? [printTaint(mark)] : [])),
  });
}

interface NodeScript {
  readonly file: string;
  readonly about: string;
  readonly verb: string;
  readonly words: (pool: Pool) => readonly string[];
}

function nodeScript(cluster: Cluster, nodes: NodesOf, script: NodeScript): OutputFile {
  const { provider } = cluster;
  const context = settingOf(cluster, "context");
  const kubectl = ["kubectl", ...(context === "" ? [] : [`--context=${context}`])];
  return shellScript(
    clusterPath(cluster, script.file),
    {
      about: [heading(cluster, script.about), "May be run again, and is to be run again for new nodes."],
      steps: provider.pools
        .filter((pool) => nodes(pool).length > 0 && script.words(pool).length > 0)
        .map((pool) => ({
          comment: `The pool ${pool.name}, for ${pool.core ? "the hub's own pods" : "people's servers"}.`,
          origin: pool.span,
          commands: [
            {
              words: [...kubectl, script.verb, "nodes", ...nodes(pool), "--overwrite"],
              options: script.words(pool).map((word) => ({ words: [word], origin: pool.span })),
            },
          ],
        })),
    },
    provider.span,
  );
}
