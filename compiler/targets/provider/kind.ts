// kind: a cluster in containers on one machine, with the ports that its hubs answer on.

import { nodeLabels, nodesInCluster, nodeTaint, type Pool } from "../../model/provider.ts";
import type { NodePorts } from "../../model/upkeep.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { printYaml } from "../../output/print-yaml.ts";
import { mapping, withOrigin, type YamlData, yaml } from "../../output/yaml-tree.ts";
import { type Cluster, type ClusterOutput, clusterPath, heading, keepsHomesOn } from "./cluster.ts";

/** Files and steps of a kind cluster. */
export function kind(cluster: Cluster): ClusterOutput {
  const ports = cluster.releases.flatMap((release) => {
    const { ports: own } = release;
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
      ...(hasIngress(cluster)
        ? [
            "A hub is behind an ingress: install a controller that listens on the ports 80 and 443 of the node labelled `ingress-ready=true`, which are those of this machine.",
          ]
        : []),
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
  const ingress = hasIngress(cluster)
    ? [80, 443].map((port) => ({ containerPort: port, hostPort: port, protocol: "TCP" }))
    : [];
  const all = [...ingress, ...mappings];
  const config = {
    kind: "Cluster",
    apiVersion: "kind.x-k8s.io/v1alpha4",
    name: provider.name,
    nodes: [
      {
        role: "control-plane",
        labels: ingress.length > 0 ? { "ingress-ready": "true" } : undefined,
        extraPortMappings: all.length > 0 ? all : undefined,
      },
      ...provider.pools.flatMap((pool) =>
        Array.from({ length: nodesInCluster(pool, provider).to }, () => worker(cluster, pool)),
      ),
    ],
  };
  return {
    path: clusterPath(cluster, "cluster.yaml"),
    ...printYaml([yaml(config)], { header: [heading(cluster, "The cluster for kind.")], origin: provider.span }),
  };
}

function hasIngress({ releases }: Cluster): boolean {
  return releases.some(({ ingress }) => ingress !== undefined);
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
