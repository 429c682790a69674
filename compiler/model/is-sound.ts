// Whether something in a block has an error, so that it says less than was meant.

import { unknown } from "../schema/value-type.ts";
import type { Block, OwnBlock } from "./block.ts";

/** Has nothing in the block an error, in none of its stages and windows? */
export function isSound(block: Block): boolean {
  if (block.broken || !block.blocks.every(isSound) || !block.overlays.every(isSoundLayer)) return false;
  return [...block.settings.values()].every((value) => value !== unknown);
}

function isSoundLayer(layer: OwnBlock): boolean {
  if (layer.broken || !layer.blocks.every(isSoundLayer)) return false;
  return [...layer.settings.values()].every(({ value }) => value !== unknown);
}
