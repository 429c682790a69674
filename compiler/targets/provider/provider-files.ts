// A provider's folder: what makes the cluster, in the words of its variant, and the page that says how.

import type { ProviderVariant } from "../../model/provider.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { aks } from "./aks.ts";
import type { Cluster, ClusterOutput } from "./cluster.ts";
import { eks } from "./eks.ts";
import { gke } from "./gke.ts";
import { k3s } from "./k3s.ts";
import { kind } from "./kind.ts";
import { kubernetes } from "./kubernetes.ts";
import { openstack } from "./openstack.ts";
import { providerReadme } from "./provider-readme.ts";

const variants: Readonly<Record<ProviderVariant, (cluster: Cluster) => ClusterOutput>> = {
  gke,
  aks,
  eks,
  openstack,
  k3s,
  kind,
  kubernetes,
};

/** `providers/<provider>/…`. */
export function providerFiles(cluster: Cluster): OutputFile[] {
  const output = variants[cluster.provider.variant](cluster);
  return [...output.files, providerReadme(cluster, output)];
}
