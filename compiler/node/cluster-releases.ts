// Releases of the JupyterHub chart that run in a cluster, as values files that an import reads: what helm keeps of each.

import { gunzipSync } from "node:zlib";
import { type HelmRecord, helmRecords } from "../cluster/helm-release.ts";
import { isList, isMap, type Json, type JsonMap, valueAt } from "../knowledge/json-schema.ts";
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

/**
 * What helm keeps of a release that it deployed: its values, its chart and the objects that it made (helm 3.17 and 4.1,
 * pkg/storage/driver/util.go: JSON, gzipped and base64, in the data of a Secret, which is base64 itself). Its values may hold what somebody
 * wrote there in clear, so it is read only where the release itself is compared or imported.
 */
export interface HelmContent {
  /** What helm was given, without the chart's defaults. */
  readonly values: JsonMap;
  readonly chart: string;
  readonly version: string;
  /** The objects that it made, as YAML. */
  readonly manifest: string;
}

/** @throws ClusterFailure where it can't be read. */
export async function helmContent(
  objects: KubeObjects,
  namespace: string,
  { secret }: Pick<HelmRecord, "secret">,
): Promise<HelmContent> {
  const object = await objects.get({ apiVersion: "v1", kind: "Secret", namespace, name: secret });
  const data = object && valueAt(object, "data.release");
  const content = typeof data === "string" ? decoded(data) : undefined;
  const [chart, version] = ["name", "version"].map((key) => content && valueAt(content, `chart.metadata.${key}`));
  const manifest = content?.["manifest"];
  if (content === undefined || typeof chart !== "string" || typeof version !== "string" || typeof manifest !== "string")
    throw new ClusterFailure(
      `The Secret \`${secret}\` in the namespace \`${namespace}\` is no record of a release that helm 3 or 4 wrote.`,
    );
  const values = content["config"];
  return { values: isMap(values) ? values : {}, chart, version, manifest };
}

function decoded(data: string): JsonMap | undefined {
  try {
    const packed = Buffer.from(Buffer.from(data, "base64").toString("utf8"), "base64");
    const content: Json = JSON.parse(gunzipSync(packed).toString("utf8"));
    return isMap(content) ? content : undefined;
  } catch {
    return undefined; // not what helm writes: said by the caller
  }
}
