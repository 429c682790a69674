// A folder of one machine, and servers that may start on another: each machine would have homes of its own.

import { canMount } from "../../knowledge/storage-support.ts";
import type { Storage } from "../../model/model.ts";
import { nodesInCluster, type Provider } from "../../model/provider.ts";
import type { Release } from "../../model/release.ts";
import { defineRule, type ReportOf } from "../rule.ts";

interface Parameters {
  readonly storage: string;
  readonly machines: number;
}

/** Folders of machines are mounted where servers always find the same. */
export const oneHost = defineRule<Parameters>({
  code: "storage/one-host",
  title: "A folder of one machine, and servers on several",
  why: "`host-path` is a folder of the machine that a server starts on. Where servers start on several machines, each of them has a folder of its own: people find their work one day and an empty home the next, and copies of the homes hold only what one machine has. Name the machine with `host`, so that all servers start there; or keep the homes on a file server (`nfs`); or say `on-every-host = true` where every machine mounts one and the same folder.",
  message: ({ storage, machines }) =>
    `\`${storage}\` is a folder of one machine, and servers start on up to ${machines}: name its machine with \`host\`, or say \`on-every-host = true\` where all of them have the same folder.`,
  judges: "parts",
  check: (model, report) => {
    for (const release of model.releases)
      for (const storage of mountedStorages(release)) checkStorage(storage, release, report);
  },
});

/** The homes, and all that is mounted beside them. */
function mountedStorages({ homes, storages }: Release): readonly Storage[] {
  return [...new Set([homes, ...storages])].filter(({ variant }) => variant === "host-path");
}

function checkStorage(storage: Storage, { provider }: Release, report: ReportOf<Parameters>): void {
  const machines = machinesForPeople(provider);
  if (!canMount(provider.variant, "host-path")) return; // which is said by itself
  if (storage.onEveryHost?.value === true || storage.settings["host"] !== undefined || machines <= 1) return;
  const related = [{ span: provider.span, message: "The machines." }];
  report({ storage: storage.name, machines }, { span: storage.span, related });
}

/** On how many machines servers may start. */
function machinesForPeople(provider: Provider): number {
  const { pools } = provider;
  const forPeople = pools.filter((pool) => !pool.core);
  return (forPeople.length > 0 ? forPeople : pools).reduce((sum, pool) => sum + nodesInCluster(pool, provider).to, 0);
}
