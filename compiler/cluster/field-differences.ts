// What of an object in a cluster is other than what is written: fields whose values differ, and fields that somebody else has added.

import { isList, isMap, type Json, type JsonMap } from "../knowledge/json-schema.ts";
import type { OwnedField } from "./api-answer.ts";

export interface FieldDifference {
  /** `spec.schedule`. */
  readonly field: string;
  /** As the cluster has it; undefined where it has none. */
  readonly live: Json | undefined;
  /** As an apply would leave it; undefined where it would remove it. */
  readonly written: Json | undefined;
}

/** What the server itself keeps, and what controllers report. */
const ownFields = [
  "metadata.managedFields",
  "metadata.resourceVersion",
  "metadata.generation",
  "metadata.uid",
  "metadata.creationTimestamp",
  "metadata.labels.kubernetes.io/metadata.name",
  "metadata.annotations.deployment.kubernetes.io/revision",
  "metadata.annotations.kubectl.kubernetes.io/last-applied-configuration",
  "status",
];

/** The leaves that differ between an object as it is and as a server-side apply in dry run would leave it, in order of the fields. */
export function fieldDifferences(live: JsonMap, applied: JsonMap): readonly FieldDifference[] {
  return leaves(live, applied, "");
}

function leaves(live: Json | undefined, applied: Json | undefined, field: string): FieldDifference[] {
  if (ownFields.includes(field)) return [];
  if (isMap(live) && isMap(applied)) {
    const keys = [...new Set([...Object.keys(live), ...Object.keys(applied)])].sort();
    return keys.flatMap((key) => leaves(live[key], applied[key], field === "" ? key : `${field}.${key}`));
  }
  if (isList(live) && isList(applied) && live.length === applied.length)
    return live.flatMap((item, i) => leaves(item, applied[i], `${field}[${nameOf(item) ?? i}]`));
  return JSON.stringify(live) === JSON.stringify(applied) ? [] : [{ field, live, written: applied }];
}

function nameOf(item: Json): string | undefined {
  return isMap(item) && typeof item["name"] === "string" ? item["name"] : undefined;
}

/** Those that write what a cluster's own parts decide, and no person. */
const controllers =
  /^(?:hubc|helm|kube-controller-manager|kube-scheduler|kubelet|k3s|kube-apiserver|[a-z0-9-]*-controller|cluster-autoscaler|cloud-controller-manager|Go-http-client|hub|python-requests|OpenAPI-Generator)$/;

/** Clients' names that say a library and not who uses it. */
const anybodys = /^(?:Go-http-client|hub|python-requests|OpenAPI-Generator)$/;

/** Has anybody but `ours`, helm and what a cluster's own parts are set fields of an object? */
export function othersWrote(live: JsonMap, ours: string): boolean {
  const { metadata } = live;
  const entries = isMap(metadata) && isList(metadata["managedFields"]) ? metadata["managedFields"].filter(isMap) : [];
  return entries.some(({ manager, subresource }) => {
    if (subresource !== undefined || manager === ours) return false;
    return typeof manager !== "string" || anybodys.test(manager) || !controllers.test(manager);
  });
}

/** Fields that people or programs beside `ours` have set on an object and the program does not write. What it writes too is not among them. */
export function addedFields(live: JsonMap, ours: string): readonly OwnedField[] {
  const { metadata } = live;
  const entries = isMap(metadata) && isList(metadata["managedFields"]) ? metadata["managedFields"].filter(isMap) : [];
  const managed = (entry: JsonMap) => (isMap(entry["fieldsV1"]) ? pathsIn(entry["fieldsV1"], "") : []);
  const own = new Set(entries.filter((entry) => entry["manager"] === ours).flatMap(managed));
  return entries.flatMap((entry) => {
    const manager = typeof entry["manager"] === "string" ? entry["manager"] : "";
    if (manager === ours || controllers.test(manager) || entry["subresource"] !== undefined) return [];
    return managed(entry)
      .filter((field) => !own.has(field) && !ownFields.some((one) => field === one || field.startsWith(`${one}.`)))
      .map((field) => ({ field, manager }));
  });
}

/** The leaves of a set of fields (structured-merge-diff: `f:` is a member, `k:` an item by its keys, `v:` a value of a set). */
function pathsIn(fields: JsonMap, path: string): string[] {
  return Object.entries(fields).flatMap(([key, inner]) => {
    if (key === ".") return [];
    const step = stepOf(key);
    if (step === undefined) return [];
    const next = step.startsWith("[") ? `${path}${step}` : path === "" ? step : `${path}.${step}`;
    const below = isMap(inner) ? pathsIn(inner, next) : [];
    return below.length > 0 ? below : [next];
  });
}

function stepOf(key: string): string | undefined {
  const text = key.slice(2);
  if (key.startsWith("f:")) return text;
  if (key.startsWith("i:")) return `[${text}]`;
  if (!key.startsWith("k:") && !key.startsWith("v:")) return undefined;
  const value: Json = JSON.parse(text);
  return isMap(value) ? `[${Object.values(value).join(",")}]` : `[${String(value)}]`;
}

/** The names of the keys of a Secret's `data`, by who has written them: its values are not needed for it. Undefined where that is not known. */
export function secretKeysOf(metadata: JsonMap): readonly string[] | undefined {
  const entries = isList(metadata["managedFields"]) ? metadata["managedFields"].filter(isMap) : [];
  if (entries.length === 0) return undefined;
  const keys = entries.flatMap(({ fieldsV1 }) => {
    const data = isMap(fieldsV1) ? fieldsV1["f:data"] : undefined;
    return isMap(data) ? Object.keys(data).flatMap((key) => (key.startsWith("f:") ? [key.slice(2)] : [])) : [];
  });
  return [...new Set(keys)].sort();
}
