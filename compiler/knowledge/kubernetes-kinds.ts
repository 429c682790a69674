// Which kinds of Kubernetes objects live in a namespace, and which belong to the whole cluster.
// Source: `kubectl api-resources` of Kubernetes 1.34 (API reference, 2025-08), without kinds that only the cluster itself makes.

const namespaced = `
  /ConfigMap /Endpoints /LimitRange /PersistentVolumeClaim /Pod /PodTemplate /ReplicationController /ResourceQuota /Secret /Service
  /ServiceAccount apps/ControllerRevision apps/DaemonSet apps/Deployment apps/ReplicaSet apps/StatefulSet
  autoscaling/HorizontalPodAutoscaler batch/CronJob batch/Job coordination.k8s.io/Lease discovery.k8s.io/EndpointSlice
  networking.k8s.io/Ingress networking.k8s.io/NetworkPolicy policy/PodDisruptionBudget rbac.authorization.k8s.io/Role
  rbac.authorization.k8s.io/RoleBinding resource.k8s.io/ResourceClaim resource.k8s.io/ResourceClaimTemplate
  storage.k8s.io/CSIStorageCapacity`;

const clusterWide = `
  /Namespace /Node /PersistentVolume admissionregistration.k8s.io/MutatingWebhookConfiguration
  admissionregistration.k8s.io/ValidatingAdmissionPolicy admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding
  admissionregistration.k8s.io/ValidatingWebhookConfiguration apiextensions.k8s.io/CustomResourceDefinition
  apiregistration.k8s.io/APIService flowcontrol.apiserver.k8s.io/FlowSchema
  flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration networking.k8s.io/IngressClass networking.k8s.io/IPAddress
  networking.k8s.io/ServiceCIDR node.k8s.io/RuntimeClass rbac.authorization.k8s.io/ClusterRole
  rbac.authorization.k8s.io/ClusterRoleBinding resource.k8s.io/DeviceClass scheduling.k8s.io/PriorityClass
  storage.k8s.io/CSIDriver storage.k8s.io/StorageClass storage.k8s.io/VolumeAttributesClass`;

const namespacedKinds: ReadonlySet<string> = new Set(namespaced.trim().split(/\s+/));
const clusterWideKinds: ReadonlySet<string> = new Set(clusterWide.trim().split(/\s+/));

/** Does a kind of Kubernetes' own live in a namespace? `group` is empty for the core. False for kinds of others, too. */
export function isNamespaced(group: string, kind: string): boolean {
  return namespacedKinds.has(`${group}/${kind}`);
}

/** Does a kind of Kubernetes' own belong to the whole cluster? False for kinds of others, too. */
export function isClusterWide(group: string, kind: string): boolean {
  return clusterWideKinds.has(`${group}/${kind}`);
}

/** What a deployment removes where the program does not write it any more, as `group/Kind`, the core's group empty: kinds that keep nothing that could not be made again. All others are left to people. */
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
