// The pod that reads homes and their copies: the hub's own image, as the user of the servers, without an account and, by a policy, without
// a network.

import { baseImage } from "../../knowledge/base-images.ts";
import { chartHubImage, ownerImage } from "../../knowledge/chart.ts";
import type { Model, Storage } from "../../model/model.ts";
import { nodeTaint, type Pool, poolSelectorOf } from "../../model/provider.ts";
import type { Release } from "../../model/release.ts";
import { usualServer } from "../../model/server.ts";
import { claimName } from "../../model/storage-claim.ts";
import type { Backup } from "../../model/upkeep.ts";
import { withComment, withOrigin, type YamlData } from "../../output/yaml-tree.ts";

/** The job that makes the copies, and the ConfigMap with its program. */
const backupName = "hubc-backup";
/** The label of its pods. */
export const backupLabel = "hubc/backup";

/** Where the copies lie in their storage, which hubs may share. */
export function copiesFolder(release: Release): string {
  return `${release.pathPrefix}_backups/${release.hub}`;
}

export function targetOf(release: Release, backup: Backup): Storage {
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

/** What every object of these jobs carries. */
export function copiesMetadata(release: Release, name: string = backupName): Record<string, YamlData> {
  const labels = { "app.kubernetes.io/managed-by": "hubc", "app.kubernetes.io/part-of": release.hub };
  return { name, namespace: release.namespace, labels };
}

/** What runs in the pod: one of the programs of the ConfigMap `hubc-backup`. */
export interface CopiesProgram {
  readonly name: string;
  readonly arguments: readonly YamlData[];
  readonly changesHomes: boolean;
  /** Variables that its arguments name, each empty until somebody says what it holds. */
  readonly variables?: readonly string[];
}

/** It runs as the user that the servers run as, whose files it reads; only the folder of the copies is made by root. */
export function copiesPod(
  release: Release,
  { backup, model, program }: { readonly backup: Backup; readonly model: Model; readonly program: CopiesProgram },
): YamlData {
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
  const homes = {
    name: "homes",
    mountPath: "/homes",
    subPath: from === "" ? undefined : from,
    readOnly: !program.changesHomes,
  };
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
    containers: [container({ homes, copies, uid, gid, program, chartVersion: model.project.chart.value })],
    volumes: [
      volume("homes", release.homes, undefined),
      ...(target === release.homes ? [] : [volume("copies", target, undefined)]),
      { name: "script", configMap: { name: backupName } },
      { name: "tmp", emptyDir: { sizeLimit: "64Mi" } },
    ],
  };
}

/**
 * The pool of the hub's own pods. What lies on one machine can be mounted there alone: the job runs where people's servers do, and the
 * scheduler chooses the machine that the volume names.
 */
function poolOfJob({ provider, homes }: Release, target: Storage): Pool | undefined {
  const isOnOneMachine = [homes, target].some(
    (storage) => storage.variant === "host-path" && storage.onEveryHost?.value !== true,
  );
  const core = provider.pools.find((pool) => pool.core);
  if (!isOnOneMachine) return core;
  const host = homes.settings["host"]?.value;
  const forPeople = provider.pools.filter((pool) => !pool.core);
  return forPeople.find(({ hosts }) => hosts.some(({ value }) => value === host)) ?? forPeople[0] ?? core;
}

function serverIds(release: Release, model: Model): { readonly uid: number; readonly gid: number } {
  const image = model.images.find((image) => image.name === usualServer(release)?.image.value);
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

interface Container {
  readonly homes: YamlData;
  readonly copies: YamlData;
  readonly uid: number;
  readonly gid: number;
  readonly program: CopiesProgram;
  readonly chartVersion: string;
}

/** The hub's own image: it has Python, and the node that runs the hub has it already. */
function container({ homes, copies, uid, gid, program, chartVersion }: Container): Record<string, YamlData> {
  return {
    name: program.name,
    image: `${chartHubImage}:${chartVersion}`,
    command: ["python3", ...program.arguments],
    env: program.variables?.map((name) => ({ name, value: "" })),
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
