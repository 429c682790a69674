// Spare room on pools where the chart keeps none: its placeholders are of one size and on one pool.

import { largestServer } from "../../capacity/largest-server.ts";
import { placeholderPool, sparePools } from "../../capacity/room-ahead.ts";
import { placeholder } from "../../knowledge/chart.ts";
import { gpuResource, gpuToleration } from "../../knowledge/gpus.ts";
import { finalValue } from "../../model/final-values.ts";
import { type Pool, poolSelectorOf, providersTaint } from "../../model/provider.ts";
import type { Release } from "../../model/release.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { printYaml } from "../../output/print-yaml.ts";
import { kubernetesBytes, kubernetesCpu } from "../../output/quantities.ts";
import { withOrigin, type YamlData, yaml } from "../../output/yaml-tree.ts";

/** `hubs/<hub>/<stage>/manifests/31-spare.yaml`, where `spare` names a pool beside the one of the chart's placeholders. */
export function spareRoom(release: Release): OutputFile | undefined {
  const usual = placeholderPool(release);
  const pools = sparePools(release).filter((pool) => pool !== usual);
  if (pools.length === 0) return undefined;
  return {
    path: `${release.folder}/manifests/31-spare.yaml`,
    ...printYaml(
      pools.map((pool) => yaml(deployment(release, pool))),
      {
        header: ["Room kept free for people: pods that give way to theirs. Written by hubc."],
        origin: release.span,
      },
    ),
  };
}

function deployment(release: Release, pool: Pool): YamlData {
  const name = `spare-${pool.name}`;
  const labels = { "app.kubernetes.io/managed-by": "hubc", "app.kubernetes.io/part-of": release.hub };
  const own = { "app.kubernetes.io/name": name };
  const spare = release.spare.find((one) => one.pool === pool.name);
  return withOrigin(
    {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name, namespace: release.namespace, labels: { ...labels, ...own } },
      spec: {
        replicas: spare?.count.value ?? 0,
        selector: { matchLabels: own },
        template: { metadata: { labels: { ...labels, ...own } }, spec: podSpec(release, pool) },
      },
    },
    spare?.count.span ?? release.span,
  );
}

function podSpec(release: Release, pool: Pool): YamlData {
  const { memory, cpu, gpu } = largestServer(release, pool);
  const gpus = gpu > 0 ? { [gpuResource]: String(gpu) } : undefined;
  const requests = { memory: kubernetesBytes(memory), ...(cpu > 0 ? { cpu: kubernetesCpu(cpu) } : {}), ...gpus };
  return {
    priorityClassName: `${release.releaseName}-${placeholder.priority}`,
    schedulerName: hasScheduler(release) ? `${release.releaseName}-${placeholder.scheduler}` : undefined,
    nodeSelector: withOrigin(poolSelectorOf(release.provider, pool), pool.span),
    tolerations: tolerations(release, pool, gpu > 0),
    terminationGracePeriodSeconds: 0,
    automountServiceAccountToken: false,
    containers: [
      {
        name: "pause",
        image: placeholder.image,
        resources: { requests, limits: gpus },
        securityContext: {
          runAsNonRoot: true,
          runAsUser: placeholder.user,
          runAsGroup: placeholder.user,
          allowPrivilegeEscalation: false,
          capabilities: { drop: ["ALL"] },
          seccompProfile: { type: "RuntimeDefault" },
        },
      },
    ],
  };
}

/** Without the chart's scheduler, Kubernetes' own takes them, as it takes servers. */
function hasScheduler(release: Release): boolean {
  return finalValue(release, "scheduling.userScheduler.enabled", release.userScheduler?.value) !== false;
}

function tolerations(release: Release, pool: Pool, usesGpus: boolean): YamlData[] {
  const own = providersTaint(release.provider, pool);
  const marks = [...placeholder.tolerated.map((key) => ({ key, value: "user" })), ...(own ? [own] : [])];
  const equal = marks.map((mark) => ({ ...mark, operator: "Equal", effect: "NoSchedule" }));
  return [...equal, ...(usesGpus ? [{ ...gpuToleration }] : [])];
}
