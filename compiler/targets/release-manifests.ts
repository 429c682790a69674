// Every object that hubc itself writes beside a release's chart.

import type { Model, Release } from "../model/model.ts";
import type { OutputFile } from "../output/output-file.ts";
import { deployScript } from "./deploy-script.ts";
import { backupJob, homeCopiesCommand } from "./kubernetes/backup-job.ts";
import { googleIngress } from "./kubernetes/google-ingress.ts";
import { manifests } from "./kubernetes/manifests.ts";
import { removeUnused } from "./kubernetes/remove-unused.ts";
import { scaleJobs } from "./kubernetes/scale-jobs.ts";
import { spareRoom } from "./kubernetes/spare-room.ts";
import { secretFiles } from "./secrets/secret-files.ts";

/** The manifests of a release, the files that bring its secrets, and what deploys them. */
export function releaseManifests(release: Release, model: Model): OutputFile[] {
  return [
    ...manifests(release),
    ...[
      googleIngress(release),
      scaleJobs(release, model),
      spareRoom(release),
      backupJob(release, model),
      homeCopiesCommand(release),
    ].flatMap((file) => file ?? []),
    ...secretFiles(release),
    removeUnused(release),
    deployScript(release, model.project),
  ];
}
