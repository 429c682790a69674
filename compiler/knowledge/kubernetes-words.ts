// Fields of Kubernetes objects that take one of a few words, which its definitions say only in their descriptions.
// Source: the OpenAPI descriptions of Kubernetes 1.34 and pkg/apis/core/validation, read 2026-11.

const words: Readonly<Record<string, string>> = {
  "batch.v1.CronJobSpec.concurrencyPolicy": "Allow Forbid Replace",
  "core.v1.Container.imagePullPolicy": "Always IfNotPresent Never",
  "core.v1.Container.terminationMessagePolicy": "File FallbackToLogsOnError",
  "core.v1.ContainerPort.protocol": "TCP UDP SCTP",
  "core.v1.NodeSelectorRequirement.operator": "In NotIn Exists DoesNotExist Gt Lt",
  "core.v1.PersistentVolumeClaimSpec.accessModes": "ReadWriteOnce ReadOnlyMany ReadWriteMany ReadWriteOncePod",
  "core.v1.PersistentVolumeClaimSpec.volumeMode": "Block Filesystem",
  "core.v1.PersistentVolumeSpec.accessModes": "ReadWriteOnce ReadOnlyMany ReadWriteMany ReadWriteOncePod",
  "core.v1.PersistentVolumeSpec.persistentVolumeReclaimPolicy": "Retain Delete Recycle",
  "core.v1.PodSpec.dnsPolicy": "ClusterFirstWithHostNet ClusterFirst Default None",
  "core.v1.PodSpec.restartPolicy": "Always OnFailure Never",
  "core.v1.SeccompProfile.type": "Localhost RuntimeDefault Unconfined",
  "core.v1.ServicePort.protocol": "TCP UDP SCTP",
  "core.v1.ServiceSpec.type": "ClusterIP NodePort LoadBalancer ExternalName",
  "core.v1.Toleration.effect": "NoSchedule PreferNoSchedule NoExecute",
  "core.v1.Toleration.operator": "Exists Equal",
  "meta.v1.LabelSelectorRequirement.operator": "In NotIn Exists DoesNotExist",
  "networking.v1.HTTPIngressPath.pathType": "Exact Prefix ImplementationSpecific",
  "networking.v1.NetworkPolicySpec.policyTypes": "Ingress Egress",
};

/** The words that a field takes; undefined for one that takes any text. An empty text stands for none. */
export function wordsOfField(type: string, field: string): readonly string[] | undefined {
  const name = `${type}.${field}`;
  return Object.hasOwn(words, name) ? words[name]?.split(" ") : undefined;
}
