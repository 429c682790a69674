// A cluster that exists: commands that label the nodes of its pools, and nothing that makes or changes machines.

import type { Pool } from "../../model/provider.ts";
import { markdownCode } from "../../output/markdown.ts";
import { type Cluster, type ClusterOutput, keepsHomesOn, settingOf } from "./cluster.ts";
import { labelScript, taintScript } from "./label-script.ts";

/** The driver that mounts a kind of storage, for clusters that may not have it. */
const drivers = [
  ["azure-files", "file.csi.azure.com"],
  ["efs", "efs.csi.aws.com"],
] as const;

/** Files and steps of a cluster that exists. */
export function kubernetes(cluster: Cluster): ClusterOutput {
  const nodes = (pool: Pool) => (pool.label === undefined ? [] : [`--selector=${pool.label.value}`]);
  const labels = labelScript(cluster, nodes);
  const taints = taintScript(cluster, nodes);
  return {
    files: [labels, taints].filter((file) => file !== undefined),
    steps: [
      ...(labels
        ? [
            {
              text: `Label the nodes of the pools, through the context ${markdownCode(settingOf(cluster, "context"))} of the kubeconfig. Labels that nodes have are not changed.`,
              commands: ["./label-nodes.sh"],
            },
          ]
        : []),
      ...(taints
        ? [
            {
              text: "Only where nothing else runs on the nodes of people: taint them, so that nothing else comes to run there.",
              commands: ["./taint-nodes.sh"],
            },
          ]
        : []),
    ],
    notes: [
      "Pods find a pool by the label that its nodes carry already; the labels given here only make the chart prefer the right nodes.",
      ...drivers
        .filter(([variant]) => keepsHomesOn(cluster, variant))
        .map(([, driver]) => `Homes are mounted by the driver \`${driver}\`: the cluster must have it.`),
    ],
  };
}
