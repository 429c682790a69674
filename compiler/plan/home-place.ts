// Where the home of a person is, from the values and the volumes of a release.

import { isMap, type JsonMap, valueAt } from "../knowledge/json-schema.ts";
import { hubsPart } from "./cluster-objects.ts";

export interface HomePlace {
  /** By the names that the values have for it: the claim and the folder. */
  readonly name: string;
  /** The same, with the claim's volume in place of its name where the build says it. */
  readonly where: string;
}

/** Where homes are that last no longer than a server, in the words of `moved`. */
export const nowhere = "nowhere that lasts";

/** Do homes last no longer than a server? The chart mounts none then (chart 4.4.0, files/hub/jupyterhub_config.py). */
export function areHomesLost(values: JsonMap): boolean {
  return valueAt(hubsPart(values).values, "singleuser.storage.type") === "none";
}

/** Undefined where the values say nothing of homes. */
export function homePlace(values: JsonMap, objects: readonly JsonMap[]): HomePlace | undefined {
  const storage = valueAt(hubsPart(values).values, "singleuser.storage");
  if (!isMap(storage)) return undefined;
  if (areHomesLost(values)) return { name: nowhere, where: nowhere };
  if (storage["type"] !== "static") {
    const template = String(valueAt(storage, "dynamic.pvcNameTemplate") ?? "the chart's name");
    const name = `a volume for each person, ${template}`;
    return { name, where: name };
  }
  const claim = String(valueAt(storage, "static.pvcName") ?? "");
  const folder = String(valueAt(storage, "static.subPath") ?? "{username}");
  return { name: `claim ${claim}/${folder}`, where: `${claimPlace(claim, objects)}/${folder}` };
}

/** What decides which home a person finds (chart 4.4.0, files/hub/jupyterhub_config.py). */
const homeFields = ["type", "static.pvcName", "static.subPath", "dynamic.pvcNameTemplate"];

/** Where the homes come from by the values alone, in words; undefined where they say nothing of homes. */
export function homeOf(values: JsonMap): string | undefined {
  const storage = valueAt(hubsPart(values).values, "singleuser.storage");
  if (!isMap(storage)) return undefined;
  if (areHomesLost(values)) return nowhere;
  const fields = homeFields.flatMap((field) => {
    const value = valueAt(storage, field);
    return value === undefined ? [] : [`${field} \`${String(value)}\``];
  });
  return fields.join(", ");
}

/** The volume of a claim, where the build writes both. */
function claimPlace(claim: string, objects: readonly JsonMap[]): string {
  const named = (kind: string, name: string) =>
    objects.find((object) => object["kind"] === kind && valueAt(object, "metadata.name") === name);
  const volume = valueAt(named("PersistentVolumeClaim", claim) ?? {}, "spec.volumeName");
  const spec = typeof volume === "string" ? valueAt(named("PersistentVolume", volume) ?? {}, "spec") : undefined;
  return (isMap(spec) ? sourceWords(spec) : undefined) ?? `claim ${claim}`;
}

function sourceWords(spec: JsonMap): string | undefined {
  const text = (path: string) => {
    const value = valueAt(spec, path);
    return typeof value === "string" ? value : undefined;
  };
  if (text("nfs.server") !== undefined) return `${text("nfs.server")}:${text("nfs.path")}`;
  if (text("hostPath.path") !== undefined) return `${hostOf(spec)}:${text("hostPath.path")}`;
  const account = text("csi.volumeAttributes.storageAccount");
  if (account !== undefined) return `${account}/${text("csi.volumeAttributes.shareName")}`;
  return text("csi.volumeHandle");
}

/** The machine that a volume is tied to; empty for a folder that every machine has. */
function hostOf(spec: JsonMap): string {
  const [, host = ""] = /"values":\["([^"]*)"/.exec(JSON.stringify(spec["nodeAffinity"] ?? {})) ?? [];
  return host;
}
