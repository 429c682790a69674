// Copies of the homes: a job that reads them, writes archives beside them or to another storage, and can do nothing else.

import backupScript from "../../../python/backup_homes.py";
import homeCopiesScript from "../../../python/home_copies.py";
import type { Model } from "../../model/model.ts";
import type { Release } from "../../model/release.ts";
import type { Backup } from "../../model/upkeep.ts";
import { type OutputFile, textFile } from "../../output/output-file.ts";
import { printYaml } from "../../output/print-yaml.ts";
import { filledIn } from "../../output/shell-script.ts";
import { withComment, withOrigin, type YamlData, yaml } from "../../output/yaml-tree.ts";
import { backupLabel, copiesFolder, copiesMetadata, copiesPod, targetOf } from "./copies-pod.ts";
import homeCopiesShell from "./home-copies.sh";

/** Where the programs of the ConfigMap are in the pod. */
const programs = "/etc/hubc-backup";

/** `hubs/<hub>/<stage>/manifests/31-backup.yaml`, where the hub has copies made. */
export function backupJob(release: Release, model: Model): OutputFile | undefined {
  const { backup } = release;
  if (backup === undefined) return undefined;
  const objects = [
    script(release),
    noNetwork(release),
    job(release, backup, model),
    homeCopies(release, backup, model),
  ];
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

function script(release: Release): YamlData {
  return {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: copiesMetadata(release),
    data: { "backup_homes.py": backupScript, "home_copies.py": homeCopiesScript },
  };
}

/** The job needs no network: the node mounts what it reads and writes. */
function noNetwork(release: Release): YamlData {
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: copiesMetadata(release),
    spec: { podSelector: { matchLabels: { [backupLabel]: "true" } }, policyTypes: ["Ingress", "Egress"] },
  };
}

function job(release: Release, backup: Backup, model: Model): YamlData {
  const { schedule, keep } = backup;
  return {
    apiVersion: "batch/v1",
    kind: "CronJob",
    metadata: copiesMetadata(release),
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
            metadata: { labels: { [backupLabel]: "true" } },
            spec: copiesPod(release, {
              backup,
              model,
              program: {
                name: "backup",
                arguments: [
                  `${programs}/backup_homes.py`,
                  "/homes",
                  "/copies",
                  withOrigin(String(keep.value), keep.span),
                ],
                changesHomes: false,
              },
            }),
          },
        },
      },
    },
  };
}

/** Never runs by itself: `home-copies.sh` makes jobs of it, each with what somebody asks for in its variables. */
function homeCopies(release: Release, backup: Backup, model: Model): YamlData {
  const variables = ["HUBC_ACTION", "HUBC_HOME", "HUBC_TIME"];
  const words = variables.map((name) => `$(${name})`);
  const program = {
    name: "home-copies",
    arguments: [`${programs}/home_copies.py`, words[0], "/homes", "/copies", ...words.slice(1)],
    changesHomes: true,
    variables,
  };
  const job = {
    backoffLimit: 0,
    activeDeadlineSeconds: 43200,
    ttlSecondsAfterFinished: 604800,
    template: {
      metadata: { labels: { [backupLabel]: "true" } },
      spec: copiesPod(release, { backup, model, program }),
    },
  };
  const spec = { schedule: "0 0 1 1 *", suspend: true, jobTemplate: { spec: job } };
  const object = {
    apiVersion: "batch/v1",
    kind: "CronJob",
    metadata: copiesMetadata(release, "hubc-home-copies"),
    spec,
  };
  return withComment(object, "Runs only where home-copies.sh makes a job of it.");
}

/** `hubs/<hub>/<stage>/home-copies.sh`. Names of namespaces hold nothing that a shell reads. */
export function homeCopiesCommand(release: Release): OutputFile | undefined {
  if (release.backup === undefined) return undefined;
  const text = filledIn(homeCopiesShell, { NAMESPACE: release.namespace });
  return { ...textFile(`${release.folder}/home-copies.sh`, text, release.backup.span), executable: true };
}
