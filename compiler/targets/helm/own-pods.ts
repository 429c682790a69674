// Resources of the hub's own pods, at the places where the chart has them (chart 4.4.0, values.schema.yaml).

import type { PodSize } from "../../model/hub-parts.ts";
import type { Release } from "../../model/release.ts";
import type { Sourced } from "../../model/sourced.ts";
import { kubernetesBytes, kubernetesCpu } from "../../output/quantities.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import type { OwnPod } from "../../schema/blocks/own-pods.ts";
import { unlimited } from "../../schema/values/quantities.ts";
import { from } from "./release-context.ts";

type Amount = (range: PodSize["memory"], print: (amount: number) => string) => { requests: YamlData; limits: YamlData };

/** `resources` of a pod; undefined where the hub says nothing of them. */
export function podResources(release: Release, pod: OwnPod): YamlData {
  const size = release.pods.find((size) => size.pod === pod);
  return size && containerResources(size);
}

/** `resources` of a container; undefined where nothing is said of them. */
export function containerResources(size: Pick<PodSize, "memory" | "cpu" | "span">): YamlData {
  if (size.memory === undefined && size.cpu === undefined) return undefined;
  const memory = amounts(size.memory, kubernetesBytes);
  const cpu = amounts(size.cpu, kubernetesCpu);
  const requests = { memory: memory.requests, cpu: cpu.requests };
  const limits = { memory: memory.limits, cpu: cpu.limits };
  const isLimited = Object.values(limits).some((limit) => limit !== undefined);
  return withOrigin({ requests, limits: isLimited ? limits : undefined }, size.span);
}

/** How many of a pod run, where the hub says it. */
export function podReplicas(release: Release, pod: OwnPod): YamlData {
  const replicas: Sourced<number> | undefined = release.pods.find((size) => size.pod === pod)?.replicas;
  return replicas && from(replicas);
}

const amounts: Amount = (range, print) => {
  if (range === undefined) return { requests: undefined, limits: undefined };
  const { from: least, to: most } = range.value;
  return {
    requests: from(range, print(least)),
    limits: most === unlimited ? undefined : from(range, print(most)),
  };
};
