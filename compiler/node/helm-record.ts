// What helm keeps of a release that it deployed: its values, its chart and the objects that it made (helm 3.17 and 4.1,
// pkg/storage/driver/util.go: JSON, gzipped and base64, in the data of a Secret, which is base64 itself). Its values may hold what somebody
// wrote there in clear, so it is read only where the release itself is compared or imported.

import { gunzipSync } from "node:zlib";
import type { HelmRecord } from "../cluster/helm-release.ts";
import { isMap, type Json, type JsonMap } from "../knowledge/json-schema.ts";
import { valueAt } from "../knowledge/value-at.ts";
import { ClusterFailure, type KubeObjects } from "./kube-objects.ts";

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
