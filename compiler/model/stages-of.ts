// The stages of a hub.

import type { Block } from "./block.ts";

/** Names of a hub's stages, in order of declaration; `prod` where it has none. */
export function stagesOf(block: Block): string[] {
  const names = block.overlays.flatMap((one) => (one.key === "stage" && one.label !== undefined ? [one.label] : []));
  return names.length > 0 ? [...new Set(names)] : ["prod"];
}
