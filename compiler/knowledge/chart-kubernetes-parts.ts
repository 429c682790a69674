// Parts of the chart's values that become parts of Kubernetes objects as they are, and that the chart's schema leaves open: amounts, containers,
// volumes, tolerations. Sources: templates of the chart 4.4.0 and its files/hub/jupyterhub_config.py; kubespawner 7.0.0, utils.py (get_k8s_model).

import type { ObjectProblem } from "../text/yaml-document.ts";
import type { ChartPitfall } from "./chart-pitfall.ts";
import { isList, isMap, type Json, type JsonMap, type JsonPath, mapAt, valueAt } from "./json-schema.ts";
import { amountProblem } from "./kubernetes-amounts.ts";
import { partProblems } from "./kubernetes-objects.ts";

const pods = ["hub", "proxy.chp", "proxy.traefik", "scheduling.userScheduler", "prePuller.hook"];

/** Paths with their types, as kubernetes-objects.ts reads them. */
const parts: readonly (readonly [path: string, type: string])[] = [
  ...[...pods, "proxy.secretSync", "scheduling.userPlaceholder", "prePuller", "singleuser.networkTools"].map(
    (owner) => [`${owner}.resources`, "@core.v1.ResourceRequirements"] as const,
  ),
  ...pods.flatMap((owner) => [
    [`${owner}.tolerations`, "[@core.v1.Toleration"] as const,
    [`${owner}.nodeSelector`, "{s"] as const,
  ]),
  ["prePuller.extraTolerations", "[@core.v1.Toleration"],
  ["scheduling.corePods.tolerations", "[@core.v1.Toleration"],
  ["scheduling.userPods.tolerations", "[@core.v1.Toleration"],
  ["singleuser.extraTolerations", "[@core.v1.Toleration"],
  ["singleuser.nodeSelector", "{s"],
  ...["hub", "proxy.chp", "proxy.traefik", "scheduling.userScheduler", "scheduling.userPlaceholder"].map(
    (owner) => [`${owner}.extraPodSpec`, "@core.v1.PodSpec"] as const,
  ),
  ...[...pods, "proxy.secretSync", "scheduling.userPlaceholder", "prePuller", "prePuller.pause"].map(
    (owner) => [`${owner}.containerSecurityContext`, "@core.v1.SecurityContext"] as const,
  ),
  ["hub.podSecurityContext", "@core.v1.PodSecurityContext"],
  ["hub.initContainers", "[@core.v1.Container"],
  ["hub.extraContainers", "[@core.v1.Container"],
  ["proxy.traefik.extraInitContainers", "[@core.v1.Container"],
  ["hub.extraVolumes", "[@core.v1.Volume"],
  ["hub.extraVolumeMounts", "[@core.v1.VolumeMount"],
  ["proxy.traefik.extraVolumes", "[@core.v1.Volume"],
  ["proxy.traefik.extraVolumeMounts", "[@core.v1.VolumeMount"],
  ["hub.db.pvc.storage", "q"],
  ["hub.db.pvc.selector", "@meta.v1.LabelSelector"],
  ["hub.service.extraPorts", "[@core.v1.ServicePort"],
  ["proxy.service.extraPorts", "[@core.v1.ServicePort"],
  ["ingress.tls", "[@networking.v1.IngressTLS"],
  ["ingress.extraPaths", "[@networking.v1.HTTPIngressPath"],
  ...["hub", "proxy.chp", "proxy.traefik", "singleuser"].flatMap((owner) => [
    [`${owner}.networkPolicy.ingress`, "[@networking.v1.NetworkPolicyIngressRule"] as const,
    [`${owner}.networkPolicy.egress`, "[@networking.v1.NetworkPolicyEgressRule"] as const,
  ]),
  ["singleuser.storage.capacity", "q"],
  ["singleuser.extraResource.limits", "{q"],
  ["singleuser.extraResource.guarantees", "{q"],
  ["singleuser.lifecycleHooks", "@core.v1.Lifecycle"],
  ["singleuser.extraNodeAffinity.required", "[@core.v1.NodeSelectorTerm"],
  ["singleuser.extraNodeAffinity.preferred", "[@core.v1.PreferredSchedulingTerm"],
  ...["extraPodAffinity", "extraPodAntiAffinity"].flatMap((kind) => [
    [`singleuser.${kind}.required`, "[@core.v1.PodAffinityTerm"] as const,
    [`singleuser.${kind}.preferred`, "[@core.v1.WeightedPodAffinityTerm"] as const,
  ]),
  ["singleuser.initContainers", "[@core.v1.Container"],
  ["singleuser.extraContainers", "[@core.v1.Container"],
  ["singleuser.storage.extraVolumes", "[@core.v1.Volume"],
  ["singleuser.storage.extraVolumeMounts", "[@core.v1.VolumeMount"],
  ["singleuser.extraPodConfig", "@core.v1.PodSpec"],
];

/** What Kubernetes refuses in such parts of the values. */
export function kubernetesPartPitfalls(values: JsonMap): ChartPitfall[] {
  const spawner = ["hub", "config", "KubeSpawner"];
  return [
    ...parts.flatMap(([path, type]) => {
      const value = valueAt(values, path);
      return value === undefined || value === null ? [] : partPitfalls(value, type, path.split("."));
    }),
    ...Object.entries(mapAt(values, spawner.join("."))).flatMap(([trait, value]) =>
      kubernetesTraitPitfalls(trait, value, [...spawner, trait]),
    ),
  ];
}

/** The traits of KubeSpawner that become such parts, by what each takes. */
const traits: Readonly<Record<string, string>> = {
  extra_containers: "[@core.v1.Container",
  extra_pod_config: "@core.v1.PodSpec",
  extra_resource_guarantees: "{q",
  extra_resource_limits: "{q",
  init_containers: "[@core.v1.Container",
  lifecycle_hooks: "@core.v1.Lifecycle",
  node_affinity_preferred: "[@core.v1.PreferredSchedulingTerm",
  node_affinity_required: "[@core.v1.NodeSelectorTerm",
  storage_capacity: "q",
  tolerations: "[@core.v1.Toleration",
  volume_mounts: "[@core.v1.VolumeMount",
  volumes: "[@core.v1.Volume",
};

/** The same in a trait of KubeSpawner. */
export function kubernetesTraitPitfalls(trait: string, value: Json, path: JsonPath): ChartPitfall[] {
  const type = Object.hasOwn(traits, trait) ? traits[trait] : undefined;
  return type === undefined || value === null ? [] : partPitfalls(value, type, path, isMap(value) ? "merged" : "whole");
}

/** `merged`: items of a map are merged onto those that stand there, and may leave out what those have. */
function partPitfalls(value: Json, type: string, path: JsonPath, how: "whole" | "merged" = "whole"): ChartPitfall[] {
  // KubeSpawner takes the items of a map in place of a list, and fields as Python writes them.
  if (type.startsWith("[") && isMap(value))
    return Object.entries(value).flatMap(([key, one]) => partPitfalls(one, type.slice(1), [...path, key], how));
  if (type.startsWith("[") && isList(value))
    return value.flatMap((json, i) => partPitfalls(json, type.slice(1), [...path, i]));
  const isServer = path[0] === "singleuser" || path.includes("kubespawner_override") || path.includes("KubeSpawner");
  const read = isServer && type.startsWith("@") && isMap(value) ? camelCased(value) : value;
  if (read === null || (typeof read === "string" && read.includes("{"))) return [];
  const amounts = type === "{q" && isMap(read) ? amountProblem(read) : undefined;
  const found = partProblems(read, type).filter(({ kind }) => kind !== "missing" || how !== "merged");
  if (found.length > 0) return found.map((objectProblem) => pitfallOf(objectProblem, path));
  return amounts === undefined
    ? []
    : [{ paths: [[...path, ...amounts.path]], problem: amounts.problem, marks: "value" }];
}

function pitfallOf({ path: inner, message }: ObjectProblem, path: JsonPath): ChartPitfall {
  const field = /^There is no field `[^`]*`(?: in `[^`]*`)?(.*)$/s.exec(message)?.[1];
  const paths = [[...path, ...inner]] as const;
  if (field !== undefined)
    return { paths, problem: `is no field that Kubernetes has here, so that it refuses this${field}` };
  return { paths, problem: message.replace(/^`[^`]*` /, ""), marks: "value" };
}

function camelCased(map: JsonMap): JsonMap {
  return Object.fromEntries(
    Object.entries(map).map(([key, value]) => [
      key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}
