// Values below `singleuser` that helm takes and with which no server starts, or one without what it should have. Sources:
// files/hub/jupyterhub_config.py of the chart 4.4.0; kubespawner 7.0.0, spawner.py (_expand_user_properties) and objects.py; what a
// Kubernetes 1.34 API server refuses; each was run, 2026-11.

import { lookUp } from "../text/look-up.ts";
import { bytesIn } from "./byte-specification.ts";
import type { ChartPitfall } from "./chart-pitfall.ts";
import type { Chart } from "./charts/charts.ts";
import { isList, isMap, type Json, type JsonMap, type JsonPath, listAt, mapAt, valueAt } from "./json-schema.ts";
import { tooFewBytes } from "./override-pitfalls.ts";
import { profilePitfalls } from "./profile-pitfalls.ts";

/** What keeps servers from starting as the values mean it. */
export function serverPitfalls(values: JsonMap, chart: Chart): ChartPitfall[] {
  return [
    ...resourcePitfalls(values),
    ...containerPitfalls(values),
    ...fieldPitfalls(values),
    ...profilePitfalls(values, chart),
    ...placeholderPitfalls(values),
  ];
}

function resourcePitfalls(values: JsonMap): ChartPitfall[] {
  const pitfalls: ChartPitfall[] = ["guarantee", "limit"].flatMap((end) =>
    tooFewBytes(valueAt(values, `singleuser.memory.${end}`), ["singleuser", "memory", end]),
  );
  for (const kind of ["memory", "cpu"]) {
    const guarantee = bytesIn(valueAt(values, `singleuser.${kind}.guarantee`));
    const limit = bytesIn(valueAt(values, `singleuser.${kind}.limit`));
    if (guarantee !== undefined && limit !== undefined && guarantee > limit)
      pitfalls.push({
        paths: [
          ["singleuser", kind, "limit"],
          ["singleuser", kind, "guarantee"],
        ],
        problem:
          "is below the guarantee, which is the chart's own where none is set, and Kubernetes refuses such servers",
      });
  }
  const limits = mapAt(values, "singleuser.extraResource.limits");
  for (const [name, value] of Object.entries(mapAt(values, "singleuser.extraResource.guarantees")))
    if (name.includes("/") && limits[name] !== value)
      pitfalls.push({
        paths: [["singleuser", "extraResource", "guarantees", name]],
        problem:
          "needs the same amount in `singleuser.extraResource.limits`: Kubernetes hands out such devices by their limit",
      });
  return pitfalls;
}

/** Fields of a pod that the chart fills from values of their own; in `extraPodConfig` they would replace those. */
const dedicated: Readonly<Record<string, string>> = {
  affinity: "singleuser.extraNodeAffinity",
  containers: "singleuser.extraContainers",
  initContainers: "singleuser.initContainers",
  nodeSelector: "singleuser.nodeSelector",
  priorityClassName: "scheduling.podPriority",
  schedulerName: "scheduling.userScheduler",
  serviceAccountName: "singleuser.serviceAccountName",
  tolerations: "singleuser.extraTolerations",
  volumes: "singleuser.storage.extraVolumes",
};

function containerPitfalls(values: JsonMap): ChartPitfall[] {
  const ofServers = ["notebook"];
  if (valueAt(values, "singleuser.cloudMetadata.blockWithIptables") === true) ofServers.push("block-cloud-metadata");
  const twice = [
    ...containersTwice(values, "singleuser", { taken: ofServers, refused: "servers" }),
    ...containersTwice(values, "hub", { taken: ["hub"], refused: "pods" }),
  ];
  const replaced = Object.keys(mapAt(values, "singleuser.extraPodConfig")).flatMap((key): ChartPitfall[] => {
    const instead = lookUp(dedicated, key);
    if (instead === undefined) return [];
    return [
      {
        paths: [["singleuser", "extraPodConfig", key]],
        problem: `would replace all that the chart and hubc put there: set \`${instead}\``,
      },
    ];
  });
  return [...twice, ...replaced];
}

/** Containers of one pod, with those that the chart has there by itself. */
function containersTwice(
  values: JsonMap,
  part: "singleuser" | "hub",
  { taken, refused }: { readonly taken: readonly string[]; readonly refused: string },
): ChartPitfall[] {
  const known = new Set(taken);
  return ["initContainers", "extraContainers"].flatMap((list) =>
    listAt(values, `${part}.${list}`).flatMap((json, i): ChartPitfall[] => {
      const name = isMap(json) ? json["name"] : undefined;
      if (typeof name !== "string") return [];
      const again = known.has(name);
      known.add(name);
      const problem = `is a second container with the name \`${name}\`, and Kubernetes refuses such ${refused}`;
      return again ? [{ paths: [[part, list, i]], problem }] : [];
    }),
  );
}

const names = ["username", "servername", "user_server"];
const fields = new Set([
  ...names.flatMap((name) => [name, `safe_${name}`, `escaped_${name}`]),
  ..."unescaped_username unescaped_servername userid hubnamespace pod_name pvc_name namespace".split(" "),
]);

/** Where KubeSpawner fills in fields such as `{username}`: every other brace there fails each start, with a KeyError or a ValueError. */
const filled = [
  "extraEnv",
  "extraLabels",
  "extraAnnotations",
  "initContainers",
  "extraContainers",
  "extraPodConfig",
  "storage.extraVolumes",
  "storage.extraVolumeMounts",
];

function fieldPitfalls(values: JsonMap): ChartPitfall[] {
  return filled.flatMap((part) => {
    const path = `singleuser.${part}`;
    return textsIn(valueAt(values, path), path.split(".")).flatMap(([at, text]): ChartPitfall[] => {
      const brace = strayBrace(text);
      if (brace === undefined) return [];
      const problem = `has \`${brace}\`, which KubeSpawner takes for a field to fill in, so that no server starts: double a brace that is meant as one`;
      return [{ paths: [at], problem }];
    });
  });
}

function textsIn(value: Json | undefined, path: JsonPath): [JsonPath, string][] {
  if (typeof value === "string") return [[path, value]];
  if (isList(value)) return value.flatMap((json, i) => textsIn(json, [...path, i]));
  return isMap(value) ? Object.entries(value).flatMap(([key, one]) => textsIn(one, [...path, key])) : [];
}

/** The first field that is none of KubeSpawner's, or the first brace that stands alone (Python's str.format). */
function strayBrace(text: string): string | undefined {
  for (const [found, name] of text.matchAll(/\{\{|\}\}|\{([^{}]*)\}|[{}]/g)) {
    if (found === "{{" || found === "}}") continue;
    if (name === undefined || !fields.has(/^[^.[:!]*/.exec(name)?.[0] ?? "")) return found;
  }
  return undefined;
}

function placeholderPitfalls(values: JsonMap): ChartPitfall[] {
  const replicas = valueAt(values, "scheduling.userPlaceholder.replicas");
  const on =
    valueAt(values, "scheduling.userPlaceholder.enabled") === true && typeof replicas === "number" && replicas > 0;
  if (!on || valueAt(values, "scheduling.podPriority.enabled") === true) return [];
  return [
    {
      paths: [
        ["scheduling", "userPlaceholder", "replicas"],
        ["scheduling", "podPriority", "enabled"],
      ],
      problem:
        "keeps room that people never get, since nothing gives way without priorities: set `scheduling.podPriority.enabled`, or use the block `spare`",
      lacks: true,
    },
  ];
}
