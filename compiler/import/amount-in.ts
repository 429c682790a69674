// What an amount in values comes to, so that `1Gi` and 1073741824 are the same where both are amounts.

import { bytesIn } from "../knowledge/byte-specification.ts";
import type { Json } from "../knowledge/json-schema.ts";
import { quantityIn } from "../knowledge/kubernetes-amounts.ts";
import type { LeafPath } from "./compare-values.ts";

/** Keys above amounts of Kubernetes: of containers, and of what KubeSpawner asks for beside memory and cpu (chart 4.4.0, values.yaml). */
const amountMaps: ReadonlySet<string> = new Set([
  "limits",
  "requests",
  "guarantees",
  "extra_resource_limits",
  "extra_resource_guarantees",
]);

/** The amount at a path, in bytes, cores or whole things; undefined where none stands at such a path. */
export function amountIn(path: LeafPath, value: Json): number | undefined {
  const [last, above] = [path.at(-1), path.at(-2)].map(String);
  if (isOfJupyterHub(last ?? "", above ?? "")) return bytesIn(value);
  if (amountMaps.has(above ?? "") || isOfKubernetes(last ?? "")) return quantityIn(value);
  if (/^cpu_(?:limit|guarantee)$/.test(last ?? "") || above === "cpu") return quantityIn(value);
  return undefined;
}

/** JupyterHub counts `G` by 1024 and knows no `Gi` (jupyterhub 5.5, traitlets.py, ByteSpecification). */
function isOfJupyterHub(last: string, above: string): boolean {
  return /^mem_(?:limit|guarantee)$/.test(last) || (above === "memory" && /^(?:limit|guarantee)$/.test(last));
}

function isOfKubernetes(last: string): boolean {
  return ["storage", "capacity", "sizeLimit"].includes(last);
}
