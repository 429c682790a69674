// Changes of the hub's own database that lose what is in it, or that its claim can't follow.

import { isSameValue } from "../knowledge/chart-restarts.ts";
import type { Json, JsonMap } from "../knowledge/json-schema.ts";
import { quantityIn } from "../knowledge/kubernetes-amounts.ts";
import { valueAt } from "../knowledge/value-at.ts";
import { hubsPart } from "./cluster-objects.ts";
import { digest } from "./fact-words.ts";

export interface DatabaseChange {
  /** A value of the chart. */
  readonly field: string;
  readonly was: string;
  readonly is: string;
}

/** What stands where nothing is said (chart 4.4.0, values.yaml). */
const defaults: Readonly<Record<string, Json>> = { "hub.db.type": "sqlite-pvc", "hub.db.pvc.storage": "1Gi" };

/** The first change that can't follow; a claim that grows can. */
export function databaseChange(before: JsonMap, after: JsonMap): DatabaseChange | undefined {
  const sides = [hubsPart(before).values, hubsPart(after).values] as const;
  const at = (field: string) => sides.map((values) => valueAt(values, field) ?? defaults[field]);
  const onClaim = at("hub.db.type").every((type) => type === "sqlite-pvc");
  const fields = onClaim
    ? ["hub.db.pvc.storageClassName", "hub.db.pvc.accessModes", "hub.db.pvc.selector", "hub.db.pvc.subPath"]
    : ["hub.db.type", "hub.db.url"];
  for (const field of fields) {
    const [was, is] = at(field);
    if (!isSameValue(was, is)) return { field, was: shown(field, was), is: shown(field, is) };
  }
  if (!onClaim) return undefined;
  const [was, is] = at("hub.db.pvc.storage");
  const [had, has] = [quantityIn(was), quantityIn(is)];
  if (had === undefined || has === undefined || has >= had) return undefined;
  return { field: "hub.db.pvc.storage", was: String(was), is: String(is) };
}

/** An address of a database may hold a password. */
function shown(field: string, value: Json | undefined): string {
  if (value === undefined) return "the default";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return field === "hub.db.url" ? `another address (${digest(text)})` : text;
}
