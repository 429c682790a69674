// kind: a cluster in containers on one machine, with the ports that its hubs answer on.

import type { Pool } from "../../model/model.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { printYaml } from "../../output/print-yaml.ts";
import { mapping, withOrigin, type YamlData, yaml } from "../../output/yaml-tree.ts";
import { type Cluster, type ClusterOutput, clusterPath, heading, keepsHomesOn } from "./cluster.ts";
import { type NodePorts, nodePorts } from "./node-ports.ts";
import { nodeBounds, nodeLabels, nodeTaint } from "./pool-nodes.ts";

/** Files and steps of a kind cluster. */
export function kind(cluster: Cluster): ClusterOutput {
  const ports = cluster.releases.flatMap((release) => {
    const own = nodePorts(release, cluster.releases);
    return own ? [{ release, own }] : [];
  });
  const [first] = cluster.releases;
  return {
    files: [
      clusterFile(
        cluster,
        ports.map(({ own }) => own),
      ),
    ],
    steps: [
      {
        text: "Make the cluster.",
        commands: ["kind create cluster --config cluster.yaml"],
      },
      ...(first
        ? [
            {
              text: "Images that are not in a registry are brought to it by hand, once they are built.",
              commands: [`kind load docker-image --name ${cluster.provider.name} IMAGE`],
            },
          ]
        : []),
    ],
    notes: [
      ...ports.map(
        ({ release, own }) =>
          `The release \`${release.name}\` answers on the ports ${own.http.host} (http) and ${own.https.host} (https) of this machine.`,
      ),
      ...(keepsHomesOn(cluster, "nfs")
        ? ["An NFS server must be reachable from the containers that stand for nodes."]
        : []),
      "Deleting the cluster deletes its volumes, with the homes on them.",
    ],
  };
}

/** kind.x-k8s.io/v1alpha4. */
function clusterFile(cluster: Cluster, ports: readonly NodePorts[]): OutputFile {
  const { provider } = cluster;
  const mappings = ports.flatMap(({ http, https }) =>
    [http, https].map(({ node, host }) => ({ containerPort: node, hostPort: host, protocol: "TCP" })),
  );
  const config = {
    kind: "Cluster",
    apiVersion: "kind.x-k8s.io/v1alpha4",
    name: provider.name,
    nodes: [
      { role: "control-plane", extraPortMappings: mappings.length > 0 ? mappings : undefined },
      ...provider.pools.flatMap((pool) => Array.from({ length: workers(pool) }, () => worker(cluster, pool))),
    ],
  };
  return {
    path: clusterPath(cluster, "cluster.yaml"),
    ...printYaml([yaml(config)], { header: [heading(cluster, "The cluster for kind.")], origin: provider.span }),
  };
}

/** kind has no autoscaler: as many workers as the pool has hosts, or at least. */
function workers(pool: Pool): number {
  return pool.hosts.length > 0 ? pool.hosts.length : Math.max(1, nodeBounds(pool).from);
}

function worker(cluster: Cluster, pool: Pool): YamlData {
  const taint = nodeTaint(cluster.provider, pool);
  const registration = taint && [
    "kind: JoinConfiguration",
    "nodeRegistration:",
    "  taints:",
    `    - key: ${JSON.stringify(taint.key)}`,
    `      value: ${JSON.stringify(taint.value)}`,
    "      effect: NoSchedule",
    "",
  ];
  return withOrigin(
    {
      role: "worker",
      labels: mapping(nodeLabels(pool).map(({ key, value }) => [key, value])),
      kubeadmConfigPatches: registration && [registration.join("\n")],
    },
    pool.span,
  );
}
