import { canMount } from "../../knowledge/storage-support.ts";
import type { Storage } from "../../model/model.ts";
import type { Release } from "../../model/release.ts";
import type { Backup } from "../../model/upkeep.ts";
import type { Span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** Homes are copied to where a job can write. */
export const noRoomForCopies = defineRule<{ storage: string; why: string }>({
  code: "storage/no-room-for-copies",
  title: "Copies that go where a job can't write",
  why: "The copies of all homes go to one folder, which the job mounts: it must be on a storage that the cluster can mount, and that holds what is written.",
  message: ({ storage, why }) =>
    `Copies can't go to \`${storage}\`: ${why}. Name a storage that many can mount, or leave \`storage\` out.`,
  judges: "parts",
  each: "releases",
  check: (release, report) => {
    const { backup, homes } = release;
    if (backup === undefined || homes.variant === "dynamic" || homes.variant === "memory") return;
    const problem = problemOf(release, backup);
    if (problem !== undefined) report({ storage: problem.storage.name, why: problem.why }, { span: problem.span });
  },
});

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
