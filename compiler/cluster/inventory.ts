// What hubc has brought to a cluster for a release, kept in a ConfigMap of its namespace: so that what a later build does not write any
// more is known, and removed where it keeps nothing.

import { isList, isMap, type Json, type JsonMap } from "../knowledge/json-schema.ts";
import { removableKinds } from "../knowledge/kubernetes-kinds.ts";
import { groupOf, type ObjectId, objectKey } from "./cluster-object.ts";

export interface Inventory {
  readonly objects: readonly ObjectId[];
  /** SHA-256 of the values that were deployed; undefined while a first deployment is under way. */
  readonly values: string | undefined;
  /** Where the homes were, in words; undefined where that is not known. */
  readonly homes: string | undefined;
  /** The chart and its version. */
  readonly chart: string | undefined;
}

export const noInventory: Inventory = { objects: [], values: undefined, homes: undefined, chart: undefined };

export interface InventoryPlace {
  /** The release as pages and messages call it: `datahub-prod`. */
  readonly release: string;
  readonly namespace: string;
  readonly hub: string;
}

export function inventoryId({ release, namespace }: InventoryPlace): ObjectId {
  return { apiVersion: "v1", kind: "ConfigMap", namespace, name: `hubc-inventory-${release}` };
}

/** The ConfigMap that holds it. */
export function inventoryObject(inventory: Inventory, place: InventoryPlace): JsonMap {
  const { name } = inventoryId(place);
  const objects = [...new Map(inventory.objects.map((id) => [objectKey(id), id])).values()];
  const lines = objects.map((id) => JSON.stringify([id.apiVersion, id.kind, id.namespace ?? "", id.name]));
  const known = Object.entries({ values: inventory.values, homes: inventory.homes, chart: inventory.chart });
  return {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: {
      name,
      namespace: place.namespace,
      labels: {
        "app.kubernetes.io/managed-by": "hubc",
        "app.kubernetes.io/part-of": place.hub,
        "hubc/inventory": "true",
      },
    },
    data: {
      objects: lines.sort().join("\n"),
      ...Object.fromEntries(known.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))),
    },
  };
}

/** What the ConfigMap holds. Lines that are no objects are passed over: somebody else wrote them. */
export function readInventory(body: JsonMap): Inventory {
  const { data } = body;
  const text = (key: string) => (isMap(data) && typeof data[key] === "string" ? data[key] : undefined);
  const objects = (text("objects") ?? "").split("\n").flatMap((line) => objectOn(line));
  return { objects, values: text("values"), homes: text("homes"), chart: text("chart") };
}

function objectOn(line: string): ObjectId[] {
  let parts: Json;
  try {
    parts = JSON.parse(line);
  } catch {
    return []; // not a line of ours
  }
  if (!isList(parts) || parts.length !== 4) return [];
  const [apiVersion, kind, namespace, name] = parts;
  if (typeof apiVersion !== "string" || typeof kind !== "string" || typeof name !== "string") return [];
  return [
    { apiVersion, kind, name, namespace: typeof namespace === "string" && namespace !== "" ? namespace : undefined },
  ];
}

export interface Leftovers {
  /** Jobs and configuration, which go. */
  readonly removed: readonly ObjectId[];
  /** Volumes, claims, namespaces, Secrets and what else may hold something, which stay. */
  readonly kept: readonly ObjectId[];
}

/** What was brought earlier and is not wanted any more. Those of other inventories are theirs. */
export function leftovers(
  earlier: readonly ObjectId[],
  wanted: readonly ObjectId[],
  others: readonly ObjectId[] = [],
): Leftovers {
  const stay = new Set([...wanted, ...others].map(objectKey));
  const gone = [...new Map(earlier.map((id) => [objectKey(id), id])).entries()].flatMap(([key, one]) =>
    stay.has(key) ? [] : [one],
  );
  return { removed: gone.filter(isPrunable), kept: gone.filter((id) => !isPrunable(id)) };
}

/** Does it keep nothing that could not be made again? */
export function isPrunable({ apiVersion, kind, namespace }: ObjectId): boolean {
  return namespace !== undefined && removableKinds.has(`${groupOf(apiVersion)}/${kind}`);
}

/** The command by which a person removes it. */
export function deleteCommand({ apiVersion, kind, name, namespace }: ObjectId): string {
  const group = apiVersion.includes("/") ? `.${apiVersion.replace(/\/.*/, "")}` : "";
  const place = namespace === undefined ? "" : ` --namespace ${namespace}`;
  return `kubectl delete ${kind.toLowerCase()}${group} ${name}${place}`;
}
