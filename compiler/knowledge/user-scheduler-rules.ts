// What the chart's scheduler may do, by its ClusterRole.
// Source: zero-to-jupyterhub-k8s 4.4.0, jupyterhub/templates/scheduling/user-scheduler/rbac.yaml, which follows kube-scheduler 1.34.

const reads = ["get", "list", "watch"];
const changes = [...reads, "patch", "update"];

/** The rules of `<release>-user-scheduler`. */
export const userSchedulerRules: readonly {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly verbs: readonly string[];
}[] = [
  { apiGroups: ["", "events.k8s.io"], resources: ["events"], verbs: ["create", "patch", "update"] },
  { apiGroups: ["coordination.k8s.io"], resources: ["leases"], verbs: ["create"] },
  {
    apiGroups: ["coordination.k8s.io"],
    resources: ["leases"],
    resourceNames: ["user-scheduler-lock"],
    verbs: ["get", "update"],
  },
  { apiGroups: [""], resources: ["namespaces", "nodes"], verbs: reads },
  { apiGroups: [""], resources: ["pods"], verbs: ["delete", ...reads] },
  { apiGroups: [""], resources: ["bindings", "pods/binding"], verbs: ["create"] },
  { apiGroups: [""], resources: ["pods/status"], verbs: ["patch", "update"] },
  { apiGroups: [""], resources: ["replicationcontrollers", "services"], verbs: reads },
  { apiGroups: ["apps", "extensions"], resources: ["replicasets"], verbs: reads },
  { apiGroups: ["apps"], resources: ["statefulsets"], verbs: reads },
  { apiGroups: ["policy"], resources: ["poddisruptionbudgets"], verbs: reads },
  { apiGroups: [""], resources: ["persistentvolumeclaims", "persistentvolumes"], verbs: changes },
  { apiGroups: ["authentication.k8s.io"], resources: ["tokenreviews"], verbs: ["create"] },
  { apiGroups: ["authorization.k8s.io"], resources: ["subjectaccessreviews"], verbs: ["create"] },
  {
    apiGroups: ["storage.k8s.io"],
    resources: ["csidrivers", "csinodes", "csistoragecapacities", "storageclasses"],
    verbs: reads,
  },
];
