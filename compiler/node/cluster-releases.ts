// Releases of the JupyterHub chart that run in a cluster, as values files that an import reads: what helm keeps of each.

import { helmRecords } from "../cluster/helm-release.ts";
import { isList, isMap } from "../knowledge/json-schema.ts";
import { valueAt } from "../knowledge/value-at.ts";
import { type HelmContent, helmContent } from "./helm-record.ts";
import { ClusterFailure, type KubeObjects } from "./kube-objects.ts";

export interface ClusterRelease {
  readonly name: string;
  readonly namespace: string;
  readonly revision: number;
  readonly content: HelmContent;
}

/** Releases in a namespace or in all, by name where one is asked for; those of other charts are left out by whoever reads them. @throws ClusterFailure */
export async function clusterReleases(
  objects: KubeObjects,
  { namespace, name }: { readonly namespace: string | undefined; readonly name: string | undefined },
): Promise<readonly ClusterRelease[]> {
  const labels = ["owner=helm", "status=deployed", ...(name === undefined ? [] : [`name=${name}`])].join(",");
  const list = await objects.listMetadata({ apiVersion: "v1", kind: "Secret", namespace }, labels);
  const items = isList(list["items"]) ? list["items"].filter(isMap) : [];
  const found: ClusterRelease[] = [];
  for (const item of items) {
    const [release, place] = [valueAt(item, "metadata.labels.name"), valueAt(item, "metadata.namespace")];
    if (typeof release !== "string" || typeof place !== "string") continue;
    const [record] = helmRecords({ items: [item] }, release);
    if (record === undefined) continue;
    const content = await helmContent(objects, place, record);
    found.push({ name: release, namespace: place, revision: record.revision, content });
  }
  if (found.length === 0) {
    const where = namespace === undefined ? "in the cluster" : `in the namespace \`${namespace}\``;
    throw new ClusterFailure(
      `helm has deployed ${name === undefined ? "no release" : `no release \`${name}\``} ${where}.`,
    );
  }
  return found;
}
