import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { canMount } from "../../knowledge/storage-support.ts";
import type { Release, Storage } from "../../model/model.ts";
import type { Backup } from "../../model/upkeep.ts";
import type { Span } from "../../text/span.ts";
import type { Rule } from "../rule.ts";

const noCopies = defineDiagnostic<{ storage: string; variant: "dynamic" | "memory" }>({
  code: "storage/no-copies",
  severity: "error",
  title: "Copies of homes that one job can't read",
  why: "The job that makes the copies mounts all homes at once. Where each person has a volume of their own, no job can; the cluster copies such volumes itself, by snapshots of its storage class (VolumeSnapshot), on a schedule that its provider offers. In memory nothing lasts that could be copied.",
  message: ({ storage, variant }) =>
    variant === "memory"
      ? `Nothing in \`${storage}\` outlives a server, so there is nothing to copy: take \`backup\` out, or keep the homes elsewhere.`
      : `\`${storage}\` is a volume for each person, which a job can't read together: take \`backup\` out and have the cluster make snapshots, or keep the homes on \`nfs\`, \`filestore\`, \`efs\`, \`azure-files\` or \`host-path\`.`,
});

const noRoom = defineDiagnostic<{ storage: string; why: string }>({
  code: "storage/no-room-for-copies",
  severity: "error",
  title: "Copies that go where a job can't write",
  why: "The copies of all homes go to one folder, which the job mounts: it must be on a storage that the cluster can mount, and that holds what is written.",
  message: ({ storage, why }) =>
    `Copies can't go to \`${storage}\`: ${why}. Name a storage that many can mount, or leave \`storage\` out.`,
});

/** Homes are copied from and to where one job can mount them all. */
export const copies: Rule = {
  judges: "parts",
  diagnostics: [noCopies, noRoom],
  check: (model, report) => {
    for (const release of model.releases) {
      const { backup, homes } = release;
      if (backup === undefined) continue;
      const related = [{ span: homes.span, message: "The storage is here." }];
      if (homes.variant === "dynamic" || homes.variant === "memory") {
        report(diagnose(noCopies, { storage: homes.name, variant: homes.variant }, { span: backup.span, related }));
        continue;
      }
      const problem = problemOf(release, backup);
      if (problem !== undefined)
        report(diagnose(noRoom, { storage: problem.storage.name, why: problem.why }, { span: problem.span }));
    }
  },
};

/** The one machine that can mount a storage. */
function hostOf({ settings }: Storage): string | undefined {
  return settings["host"]?.value;
}

function problemOf(
  { provider, homes, storages }: Release,
  backup: Backup,
): { readonly storage: Storage; readonly why: string; readonly span: Span } | undefined {
  const storage = storages.find(({ name }) => name === backup.storage?.value);
  if (storage === undefined || backup.storage === undefined) return undefined;
  const { span } = backup.storage;
  if (storage.variant === "dynamic") return { storage, span, why: "it is a volume for each person" };
  if (storage.variant === "memory") return { storage, span, why: "nothing in it outlives a pod" };
  const [here, there] = [homes, storage].map(hostOf);
  if (here !== undefined && there !== undefined && here !== there)
    return { storage, span, why: `it is a folder of \`${there}\`, and the homes are on \`${here}\`` };
  if (!canMount(provider.variant, storage.variant))
    return { storage, span, why: `a cluster of ${provider.variant} can't mount ${storage.variant}` };
  return undefined;
}
