// Whether something in a block has an error, so that it says less than was meant.

import { unknown } from "../schema/value-type.ts";
import type { Block, OwnBlock } from "./block.ts";

/** Has nothing in the block an error, in none of its stages and windows? */
export function isSound(block: Block): boolean {
  if (block.broken || block.flawed) return false;
  for (const value of block.settings.values()) if (value === unknown) return false;
  return block.blocks.every(isSound) && block.overlays.every(isSoundLayer);
}

/** The same of a layer: a stage, or a window. */
export function isSoundLayer(layer: OwnBlock): boolean {
  if (layer.broken || layer.flawed) return false;
  for (const { value } of layer.settings.values()) if (value === unknown) return false;
  return layer.blocks.every(isSoundLayer) && layer.overlays.every(isSoundLayer);
}
