// The pools that a provider has, read from the syntax alone: references to them are checked while blocks are still being read.

import type { BodyItem } from "../syntax/tree.ts";
import type { Declaration } from "./bind.ts";

/** Names of a provider's pools, those of its parents first; `unknown` where the header of one could not be read. */
export function poolNames(provider: Declaration): readonly string[] | "unknown" {
  const inherited =
    provider.parent === undefined ? [] : provider.parent === "unknown" ? "unknown" : poolNames(provider.parent);
  if (inherited === "unknown" || provider.node.broken) return "unknown";
  // A pool whose header has an error may be any: a provider holds no other blocks.
  const isPool = (item: BodyItem) => item.kind !== "block" || (item.name.text === "pool" && item.labels.length === 1);
  if (!provider.node.body.every(isPool)) return "unknown";
  return [...inherited, ...provider.node.body.flatMap(namesOf)];
}

/** The name of a pool, or those of a family of pools. */
function namesOf(item: BodyItem): readonly string[] {
  if (item.kind !== "block" || item.name.text !== "pool") return [];
  const label = item.labels[0];
  const name = label?.kind === "path" ? label.names[0]?.text : undefined;
  if (name === undefined) return [];
  const { family } = item;
  if (family === undefined) return [name];
  const count = Math.max(0, Math.min(500, family.last - family.first + 1));
  return Array.from({ length: count }, (_, i) => `${name}-${family.first + i}`);
}
