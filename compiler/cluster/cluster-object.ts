// Objects of Kubernetes as deploying sees them: what they are called, and the order in which they are applied.

import { isMap, type Json, type JsonMap } from "../knowledge/json-schema.ts";
import type { OutputFile } from "../output/output-file.ts";
import type { ReadYaml } from "../text/yaml-document.ts";

/** What no two objects of a cluster share. */
export interface ObjectId {
  readonly apiVersion: string;
  readonly kind: string;
  /** Undefined for what is in no namespace. */
  readonly namespace: string | undefined;
  readonly name: string;
}

export interface ClusterObject extends ObjectId {
  readonly body: JsonMap;
}

/** One line for the object, whichever version of its kind is meant. */
export function objectKey({ apiVersion, kind, namespace, name }: ObjectId): string {
  return JSON.stringify([groupOf(apiVersion), kind, namespace ?? "", name]);
}

/** `CronJob room-data8-main`, as messages call it. */
export function shownObject({ kind, name }: ObjectId): string {
  return `${kind} \`${name}\``;
}

/** Empty for the core. */
export function groupOf(apiVersion: string): string {
  return apiVersion.includes("/") ? apiVersion.replace(/\/.*/, "") : "";
}

/** The objects of a build's manifests in the folder `hubs/<hub>/<stage>`, in the order in which they are applied. */
export function manifestObjects(folder: string, files: readonly OutputFile[], readYaml: ReadYaml): ClusterObject[] {
  const objects = files
    .filter(({ path }) => path.startsWith(`${folder}/manifests/`))
    .flatMap(({ path, text }) => {
      const read = readYaml(text);
      if (!("documents" in read)) throw new Error(`invariant: ${path} can't be read: ${read.problem.reason}`);
      return read.documents.flatMap(({ value }) => (value === undefined ? [] : objectsOf(value as Json))); // YAML without tags is JSON
    });
  return inOrder(objects);
}

/** The object, or the items of a list. */
export function objectsOf(value: Json): ClusterObject[] {
  if (!isMap(value)) return [];
  const { apiVersion, kind, metadata, items } = value;
  if (kind === "List" && Array.isArray(items)) return items.flatMap(objectsOf);
  if (typeof apiVersion !== "string" || typeof kind !== "string" || !isMap(metadata)) return [];
  const { name, namespace } = metadata;
  if (typeof name !== "string") return [];
  return [{ apiVersion, kind, name, namespace: typeof namespace === "string" ? namespace : undefined, body: value }];
}

/** Kinds that others need, the first needed first; all others come after them, jobs last. */
const first = [
  "Namespace",
  "CustomResourceDefinition",
  "PriorityClass",
  "StorageClass",
  "PersistentVolume",
  "PersistentVolumeClaim",
  "ServiceAccount",
  "Secret",
  "ConfigMap",
  "ClusterRole",
  "ClusterRoleBinding",
  "Role",
  "RoleBinding",
];
const last = ["Job", "CronJob"];

function inOrder(objects: readonly ClusterObject[]): ClusterObject[] {
  const rank = ({ kind }: ClusterObject) => {
    const [early, late] = [first.indexOf(kind), last.indexOf(kind)];
    return early >= 0 ? early : first.length + 1 + late;
  };
  return objects
    .map((object, i) => ({ object, i }))
    .sort((a, b) => rank(a.object) - rank(b.object) || a.i - b.i)
    .map(({ object }) => object);
}
