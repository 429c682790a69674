// Copies of the homes: a job that reads them, writes archives beside them or to another storage, and can do nothing else.

import backupScript from "../../../python/backup_homes.py";
import { baseImage } from "../../knowledge/base-images.ts";
import { chartHubImage, ownerImage } from "../../knowledge/chart.ts";
import type { Model, Release, Storage } from "../../model/model.ts";
import { nodeTaint, poolSelectorOf } from "../../model/pool-nodes.ts";
import type { Pool } from "../../model/provider.ts";
import { usualServer } from "../../model/servers-on-hub.ts";
import { claimName } from "../../model/storage-claim.ts";
import type { Backup } from "../../model/upkeep.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { printYaml } from "../../output/print-yaml.ts";
import { withComment, withOrigin, type YamlData, yaml } from "../../output/yaml-tree.ts";

const name = "hubc-backup";
const label = "hubc/backup";

/** `hubs/<hub>/<stage>/manifests/31-backup.yaml`, where the hub has copies made. */
export function backupJob(release: Release, model: Model): OutputFile | undefined {
  const { backup } = release;
  if (backup === undefined) return undefined;
  const objects = [script(release), noNetwork(release), job(release, backup, model)];
  const target = targetOf(release, backup);
  const header = [
    `Copies of the homes of ${release.name}, in ${copiesFolder(release)} of the storage ${target.name}. Written by hubc.`,
    ...(target === release.homes
      ? ["They lie on the storage of the homes: they help who deletes a file, not who loses the storage."]
      : []),
  ];
  return {
    path: `${release.folder}/manifests/31-backup.yaml`,
    ...printYaml(
      objects.map((object) => yaml(object)),
      { header, origin: backup.span },
    ),
  };
}

/** Where the copies lie in their storage, which hubs may share. */
function copiesFolder(release: Release): string {
  return `${release.pathPrefix}_backups/${release.hub}`;
}

function targetOf(release: Release, backup: Backup): Storage {
  return release.storages.find((storage) => storage.name === backup.storage?.value) ?? release.homes;
}

/** The folder that holds one folder a person: what stands before the person in the storage's path. */
function homesFolder({ homes, pathPrefix }: Release): string {
  const path = `${pathPrefix}${homes.path.value}`;
  const parts = path.split("/");
  return parts
    .slice(
      0,
      parts.findIndex((part) => part.includes("{")),
    )
    .join("/");
}

function metadata(release: Release, more: string = name): Record<string, YamlData> {
  const labels = { "app.kubernetes.io/managed-by": "hubc", "app.kubernetes.io/part-of": release.hub };
  return { name: more, namespace: release.namespace, labels };
}

function script(release: Release): YamlData {
  return { apiVersion: "v1", kind: "ConfigMap", metadata: metadata(release), data: { "backup.py": backupScript } };
}

/** The job needs no network: the node mounts what it reads and writes. */
function noNetwork(release: Release): YamlData {
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: metadata(release),
    spec: { podSelector: { matchLabels: { [label]: "true" } }, policyTypes: ["Ingress", "Egress"] },
  };
}

function job(release: Release, backup: Backup, model: Model): YamlData {
  const { schedule, keep } = backup;
  return {
    apiVersion: "batch/v1",
    kind: "CronJob",
    metadata: metadata(release),
    spec: {
      schedule: withOrigin(schedule.value, schedule.span),
      timeZone: withOrigin(model.project.timezone.value, model.project.timezone.span),
      concurrencyPolicy: "Forbid",
      startingDeadlineSeconds: 3600,
      successfulJobsHistoryLimit: 3,
      failedJobsHistoryLimit: 3,
      jobTemplate: {
        spec: {
          backoffLimit: 1,
          activeDeadlineSeconds: 43200,
          template: {
            metadata: { labels: { [label]: "true" } },
            spec: podSpec(release, { backup, model, keep: withOrigin(String(keep.value), keep.span) }),
          },
        },
      },
    },
  };
}

interface Wanted {
  readonly backup: Backup;
  readonly model: Model;
  readonly keep: YamlData;
}

/** It runs as the user that the servers run as, whose files it reads; only the folder of the copies is made by root. */
function podSpec(release: Release, { backup, model, keep }: Wanted): YamlData {
  const target = targetOf(release, backup);
  const pool = poolOfJob(release, target);
  const taint = pool && nodeTaint(release.provider, pool);
  const { uid, gid } = serverIds(release, model);
  const copies = {
    name: target === release.homes ? "homes" : "copies",
    mountPath: "/copies",
    subPath: copiesFolder(release),
  };
  const from = homesFolder(release);
  const homes = { name: "homes", mountPath: "/homes", subPath: from === "" ? undefined : from, readOnly: true };
  const volume = (volumeName: string, storage: Storage, readOnly: boolean | undefined) =>
    withOrigin({ name: volumeName, persistentVolumeClaim: { claimName: claimName(storage), readOnly } }, storage.span);
  return {
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    restartPolicy: "Never",
    nodeSelector: pool && withOrigin(poolSelectorOf(release.provider, pool), pool.span),
    tolerations: taint && [{ key: taint.key, operator: "Equal", value: taint.value, effect: "NoSchedule" }],
    initContainers: [
      withComment(ownFolder(copies, uid, gid), "A folder that is made for the copies belongs to root until this runs."),
    ],
    containers: [archiver({ homes, copies, uid, gid, keep, chartVersion: model.project.chart.value })],
    volumes: [
      volume("homes", release.homes, undefined),
      ...(target === release.homes ? [] : [volume("copies", target, undefined)]),
      { name: "script", configMap: { name } },
      { name: "tmp", emptyDir: { sizeLimit: "64Mi" } },
    ],
  };
}

/**
 * The pool of the hub's own pods. What lies on one machine can be mounted there alone: the job runs where people's servers do, and the
 * scheduler chooses the machine that the volume names.
 */
function poolOfJob({ provider, homes }: Release, target: Storage): Pool | undefined {
  const isOnOneMachine = [homes, target].some((one) => one.variant === "host-path" && !one.onEveryHost);
  const core = provider.pools.find((pool) => pool.core);
  if (!isOnOneMachine) return core;
  const host = homes.settings["host"]?.value;
  const forPeople = provider.pools.filter((pool) => !pool.core);
  return forPeople.find(({ hosts }) => hosts.some(({ value }) => value === host)) ?? forPeople[0] ?? core;
}

function serverIds(release: Release, model: Model): { readonly uid: number; readonly gid: number } {
  const image = model.images.find((one) => one.name === usualServer(release)?.image.value);
  return baseImage(image?.base?.value ?? image?.prebuilt?.value ?? "").ids;
}

function ownFolder(copies: YamlData, uid: number, gid: number): Record<string, YamlData> {
  return {
    name: "own-folder",
    image: `${ownerImage.name}:${ownerImage.tag}`,
    command: [
      "sh",
      "-ec",
      `test "$(stat -c %u /copies)" = ${uid} || chown ${uid}:${gid} /copies && chmod 0700 /copies`,
    ],
    resources: { requests: { cpu: "10m", memory: "16Mi" }, limits: { memory: "64Mi" } },
    securityContext: {
      runAsUser: 0,
      runAsNonRoot: false,
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"], add: ["CHOWN", "FOWNER"] },
      seccompProfile: { type: "RuntimeDefault" },
    },
    volumeMounts: [copies],
  };
}

interface Archiver {
  readonly homes: YamlData;
  readonly copies: YamlData;
  readonly uid: number;
  readonly gid: number;
  readonly keep: YamlData;
  readonly chartVersion: string;
}

/** The hub's own image: it has Python, and the node that runs the hub has it already. */
function archiver({ homes, copies, uid, gid, keep, chartVersion }: Archiver): Record<string, YamlData> {
  return {
    name: "backup",
    image: `${chartHubImage}:${chartVersion}`,
    command: ["python3", "/etc/hubc-backup/backup.py", "/homes", "/copies", keep],
    resources: { requests: { cpu: "100m", memory: "128Mi" }, limits: { memory: "512Mi" } },
    securityContext: {
      runAsUser: uid,
      runAsGroup: gid,
      runAsNonRoot: true,
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
      seccompProfile: { type: "RuntimeDefault" },
    },
    volumeMounts: [
      homes,
      copies,
      { name: "script", mountPath: "/etc/hubc-backup", readOnly: true },
      { name: "tmp", mountPath: "/tmp" },
    ],
  };
}
