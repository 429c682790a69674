// The fields of Kubernetes objects that can't be changed once the object exists (Kubernetes 1.34, pkg/apis/*/validation; the API server's
// own answers, 2026-11).

import { isList, isMap, type Json, type JsonMap, type JsonPath, valueAt } from "../knowledge/json-schema.ts";
import { quantityIn } from "../knowledge/kubernetes-amounts.ts";

/** A field that differs and must not. */
export interface ImmutableChange {
  /** From the object's root; numbers are places in lists. */
  readonly path: JsonPath;
  /** What it was; undefined where it was not there. */
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  readonly reason: "immutable" | "shrinks" | "size-of-made-volume";
}

/** Of a volume's spec, what may change; all else is where its files are. */
const mutableOfVolume = [
  "capacity",
  "accessModes",
  "persistentVolumeReclaimPolicy",
  "claimRef",
  "mountOptions",
  "storageClassName",
  "nodeAffinity",
];
const mutableOfSet = [
  "replicas",
  "template",
  "updateStrategy",
  "persistentVolumeClaimRetentionPolicy",
  "minReadySeconds",
  "ordinals",
  "revisionHistoryLimit",
];

/** What the API server refuses to change from one object to the other, which are of one kind and name. */
export function immutableChanges(before: JsonMap, after: JsonMap): readonly ImmutableChange[] {
  const same = (...fields: readonly string[]) => fields.flatMap((field) => differences(before, after, field));
  const spec = (mutable: readonly string[]) =>
    same(
      ...keysOf(before["spec"], after["spec"])
        .filter((key) => !mutable.includes(key))
        .map((key) => `spec.${key}`),
    );
  switch (after["kind"]) {
    case "PersistentVolume":
      return [...spec(mutableOfVolume), ...(valueAt(before, "spec.nodeAffinity") ? same("spec.nodeAffinity") : [])];
    case "PersistentVolumeClaim":
      return [...spec(["resources", "volumeAttributesClassName"]), ...resizing(before, after)];
    case "StorageClass":
      return same("provisioner", "parameters", "reclaimPolicy", "volumeBindingMode");
    case "StatefulSet":
      return spec(mutableOfSet);
    case "Deployment":
    case "ReplicaSet":
    case "DaemonSet":
      return same("spec.selector");
    case "Job":
      return same("spec.selector", "spec.template", "spec.completionMode");
    case "RoleBinding":
    case "ClusterRoleBinding":
      return same("roleRef");
    case "ConfigMap":
    case "Secret":
      return before["immutable"] === true ? same("immutable", "data", "stringData", "binaryData") : [];
    default:
      return [];
  }
}

/** The leaves below a field that differ. */
function differences(before: JsonMap, after: JsonMap, field: string): ImmutableChange[] {
  return leaves(valueAt(before, field), valueAt(after, field), field.split("."));
}

function leaves(was: Json | undefined, is: Json | undefined, path: JsonPath): ImmutableChange[] {
  if (isMap(was) && isMap(is)) return keysOf(was, is).flatMap((key) => leaves(was[key], is[key], [...path, key]));
  if (isList(was) && isList(is) && was.length === is.length)
    return was.flatMap((item, i) => leaves(item, is[i], [...path, i]));
  return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ path, before: was, after: is, reason: "immutable" }];
}

function keysOf(...maps: readonly (Json | undefined)[]): readonly string[] {
  return [...new Set(maps.flatMap((map) => (isMap(map) ? Object.keys(map) : [])))];
}

/** A claim grows where a class has made its volume, and never shrinks. One that is bound to a volume which was there keeps its size. */
function resizing(before: JsonMap, after: JsonMap): ImmutableChange[] {
  const field = "spec.resources.requests.storage";
  const [was, is] = [valueAt(before, field), valueAt(after, field)];
  const [had, has] = [quantityIn(was), quantityIn(is)];
  if (had === undefined || has === undefined || has === had) return [];
  const change = { path: field.split("."), before: was, after: is };
  if (valueAt(before, "spec.storageClassName") === "") return [{ ...change, reason: "size-of-made-volume" }];
  return has > had ? [] : [{ ...change, reason: "shrinks" }];
}
