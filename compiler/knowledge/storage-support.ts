// Which clusters can mount which storage, by what their nodes and drivers do.

import type { Storage } from "../model/model.ts";
import type { ProviderVariant } from "../model/provider.ts";

type Where = readonly ProviderVariant[] | "everywhere";

/**
 * Azure Files and EFS are mounted by drivers that only their own clouds run; a Filestore share is reached only from the networks of
 * its cloud; a folder of a node is lost with it where nodes come and go. A cluster that exists (`kubernetes`) may be any of these.
 */
const support: Readonly<Record<Storage["variant"], Where>> = {
  nfs: "everywhere",
  dynamic: "everywhere",
  memory: "everywhere",
  claim: "everywhere",
  filestore: ["gke", "kubernetes"],
  "azure-files": ["aks", "kubernetes"],
  efs: ["eks", "kubernetes"],
  "host-path": ["k3s", "kind", "kubernetes"],
};

/** Whether clusters of the variant can mount the storage. */
export function canMount(provider: ProviderVariant, storage: Storage["variant"]): boolean {
  const where = support[storage];
  return where === "everywhere" || where.includes(provider);
}

/** The storages that clusters of the variant can mount, those that outlive a server first. */
export function mountable(provider: ProviderVariant): Storage["variant"][] {
  const order: readonly Storage["variant"][] = [
    "filestore",
    "azure-files",
    "efs",
    "nfs",
    "dynamic",
    "host-path",
    "memory",
  ];
  return order.filter((one) => canMount(provider, one));
}
