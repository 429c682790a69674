// Which kinds of objects a deployment removes where the program does not write them any more.

/** As `group/Kind`, the core's group empty: kinds that keep nothing that could not be made again. All others are left to people. */
export const removableKinds: ReadonlySet<string> = new Set([
  ...["/ConfigMap", "/ServiceAccount", "/Service", "apps/Deployment", "apps/DaemonSet", "apps/StatefulSet"],
  ...["batch/CronJob", "batch/Job", "networking.k8s.io/NetworkPolicy", "networking.k8s.io/Ingress"],
  ...["rbac.authorization.k8s.io/Role", "rbac.authorization.k8s.io/RoleBinding", "policy/PodDisruptionBudget"],
  ...["cloud.google.com/BackendConfig", "networking.gke.io/FrontendConfig"],
]);

/** Kinds that hubc's own manifests hold and that are removed where they are not written any more: what is looked for by labels. */
export const ownKinds: readonly { readonly apiVersion: string; readonly kind: string }[] = [
  { apiVersion: "batch/v1", kind: "CronJob" },
  { apiVersion: "apps/v1", kind: "Deployment" },
  { apiVersion: "v1", kind: "ConfigMap" },
  { apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy" },
  { apiVersion: "rbac.authorization.k8s.io/v1", kind: "RoleBinding" },
  { apiVersion: "rbac.authorization.k8s.io/v1", kind: "Role" },
  { apiVersion: "v1", kind: "ServiceAccount" },
];
