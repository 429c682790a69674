// hubs/<hub>/<stage>/access.yaml: what whoever deploys a release, and whoever looks at it, may do in the cluster, and no more. An administrator
// applies it once.
//
// Sources: Kubernetes 1.34, "Using RBAC Authorization" (to create a role one needs each right in it, or `escalate`); what helm 4.1 asks for
// of the objects of zero-to-jupyterhub-k8s 4.4.0, and hubc of its own: `npm run test:cluster` deploys with these rights.

import { type JsonMap, valueAt } from "../../knowledge/json-schema.ts";
import { userSchedulerRules } from "../../knowledge/user-scheduler-rules.ts";
import type { Release } from "../../model/release.ts";
import { volumeName } from "../../model/storage-claim.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { printYaml } from "../../output/print-yaml.ts";
import { withComment, type YamlData, yaml } from "../../output/yaml-tree.ts";

/** `values` are those of the JupyterHub chart, as they come out. */
export function access(release: Release, values: JsonMap): OutputFile {
  const objects = [
    ...holder("hubc-deploy", release, deployRules(release), deployClusterRules(release, values)),
    ...holder("hubc-read", release, readRules, readClusterRules),
  ];
  const header = [
    `Who may deploy ${release.name} (hubc-deploy), and who may look at it (hubc-read: hubc status, hubc capacity --cluster). Written by hubc.`,
    "An administrator applies it once the namespace is there, and binds the roles to people or to the accounts of CI. Objects of your own,",
    "which `manifests` brings, may need more.",
  ];
  const printed = printYaml(
    objects.map((object) => yaml(object)),
    { header, origin: release.span },
  );
  return { path: `${release.folder}/access.yaml`, ...printed };
}

/** An account with a role in the namespace and one for what is in none. */
function holder(
  name: string,
  release: Release,
  rules: readonly YamlData[],
  clusterRules: readonly YamlData[],
): readonly YamlData[] {
  const { namespace } = release;
  const labels = { "app.kubernetes.io/managed-by": "hubc", "app.kubernetes.io/part-of": release.hub };
  // A namespace has one release.
  const inCluster = { name: `${name}-${namespace}`, labels };
  const subjects = [{ kind: "ServiceAccount", name, namespace }];
  const group = "rbac.authorization.k8s.io";
  // Without `part-of`, since what has it and is not in manifests/ is removed by a deployment.
  const own = { name, namespace, labels: { "app.kubernetes.io/managed-by": "hubc" } };
  return [
    { apiVersion: "v1", kind: "ServiceAccount", metadata: own },
    { apiVersion: `${group}/v1`, kind: "Role", metadata: own, rules },
    {
      apiVersion: `${group}/v1`,
      kind: "RoleBinding",
      metadata: own,
      roleRef: { apiGroup: group, kind: "Role", name },
      subjects,
    },
    { apiVersion: `${group}/v1`, kind: "ClusterRole", metadata: inCluster, rules: clusterRules },
    {
      apiVersion: `${group}/v1`,
      kind: "ClusterRoleBinding",
      metadata: inCluster,
      roleRef: { apiGroup: group, kind: "ClusterRole", name: inCluster.name },
      subjects,
    },
  ];
}

const reads = ["get", "list", "watch"];
const writes = [...reads, "create", "update", "patch", "delete"];

function rule(apiGroup: string, resources: readonly string[], verbs: readonly string[]): YamlData {
  return { apiGroups: [apiGroup], resources, verbs };
}

function deployRules({ secrets }: Release): readonly YamlData[] {
  return [
    withComment(
      rule("", ["configmaps", "persistentvolumeclaims", "secrets", "serviceaccounts", "services"], writes),
      "helm keeps its records in Secrets.",
    ),
    rule("", ["events", "pods"], reads),
    rule("apps", ["daemonsets", "deployments", "statefulsets"], writes),
    rule("apps", ["replicasets"], reads),
    rule("batch", ["cronjobs", "jobs"], writes),
    rule("networking.k8s.io", ["ingresses", "networkpolicies"], writes),
    rule("policy", ["poddisruptionbudgets"], writes),
    withComment(
      rule("rbac.authorization.k8s.io", ["rolebindings", "roles"], [...writes, "bind", "escalate"]),
      "The roles of the hub and of jobs. Who may make pods and read Secrets here may do all that they may.",
    ),
    rule("coordination.k8s.io", ["leases"], writes),
    ...(secrets.source.kind === "external" ? [rule("external-secrets.io", ["externalsecrets"], writes)] : []),
  ];
}

const changes = ["get", "update", "patch", "delete"];

/** What is in no namespace, by its names; nobody can be kept to names in making something. */
function deployClusterRules(release: Release, values: JsonMap): readonly YamlData[] {
  const { namespace, releaseName, storages } = release;
  const named = (apiGroup: string, resources: readonly string[], names: readonly string[]): YamlData[] => [
    { apiGroups: [apiGroup], resources, verbs: ["create"] },
    { apiGroups: [apiGroup], resources, resourceNames: names, verbs: changes },
  ];
  const volumes = storages.map((storage) => volumeName(release, storage));
  const priorities = ["default-priority", "image-puller-priority", "user-placeholder-priority"];
  const scheduler = [`${releaseName}-user-scheduler`];
  const hasPriorities = valueAt(values, "scheduling.podPriority.enabled") === true;
  const hasScheduler = valueAt(values, "scheduling.userScheduler.enabled") !== false;
  return [
    { apiGroups: [""], resources: ["namespaces"], resourceNames: [namespace], verbs: ["get", "patch"] },
    ...(volumes.length > 0 ? named("", ["persistentvolumes"], volumes) : []),
    ...(volumes.length > 0 ? named("storage.k8s.io", ["storageclasses"], volumes) : []),
    rule("storage.k8s.io", ["storageclasses"], ["get"]),
    rule("networking.k8s.io", ["ingressclasses"], ["get"]),
    ...(hasPriorities
      ? named(
          "scheduling.k8s.io",
          ["priorityclasses"],
          priorities.map((one) => `${releaseName}-${one}`),
        )
      : []),
    ...(hasScheduler
      ? [
          ...named("rbac.authorization.k8s.io", ["clusterrolebindings", "clusterroles"], scheduler),
          ...userSchedulerRules.map((one, i) =>
            i === 0
              ? withComment({ ...one }, "The rights of the chart's scheduler: one may give only what one has.")
              : { ...one },
          ),
        ]
      : []),
  ];
}

const readRules: readonly YamlData[] = [
  rule("", ["pods"], ["get", "list"]),
  withComment(
    rule("", ["secrets"], ["list"]),
    "For the labels of helm's records: Kubernetes has no right to see only those. hubc asks for no data of any.",
  ),
];

const readClusterRules: readonly YamlData[] = [
  withComment(rule("", ["nodes"], ["list"]), "The nodes of each pool."),
  withComment(rule("", ["pods"], ["list"]), "What pods that run on every node ask for."),
];
