// A layer over a block, as far as it changes something: what says the value that holds already is where it was said before.

import { type Unknown, unknown } from "../schema/value-type.ts";
import { lookUp } from "../text/look-up.ts";
import type { Block } from "./block.ts";
import type { Sourced } from "./sourced.ts";

/** `after` with the settings of `before` wherever they print alike; `before` itself where nothing is another. */
export function changedOnly(before: Block, after: Block): Block {
  if (!isSameList(after.packages, before.packages) || after.schema.free) return after;
  const settings = changedSettings(before, after);
  const blocks = after.blocks.map((block, i) => {
    const old = before.blocks[i];
    if (old === block || old === undefined) return block;
    return old.key === block.key && old.label === block.label && old.variant === block.variant
      ? changedOnly(old, block)
      : block;
  });
  const isAll =
    settings === before.settings &&
    blocks.length === before.blocks.length &&
    blocks.every((block, i) => block === before.blocks[i]) &&
    isSameList(after.overlays, before.overlays) &&
    after.broken === before.broken &&
    after.flawed === before.flawed;
  return isAll ? before : { ...after, settings, blocks };
}

/** The settings of `after`, each that prints alike as `before` has it; all of `before` where no other is left. */
function changedSettings(before: Block, after: Block): Block["settings"] {
  if (after.settings === before.settings) return before.settings;
  const settings: Map<string, Sourced<unknown> | Unknown> = new Map(after.settings);
  let changed = settings.size !== before.settings.size;
  for (const [key, value] of after.settings) {
    const old = before.settings.get(key);
    if (old === value) continue;
    if (old !== undefined && printsAlike(key, value, old, before)) settings.set(key, old);
    else changed = true;
  }
  return changed ? settings : before.settings;
}

/** Neither is changed in its place. */
function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one === other || one.length + other.length === 0;
}

function printsAlike(
  key: string,
  value: Sourced<unknown> | Unknown,
  old: Sourced<unknown> | Unknown,
  { schema }: Block,
): boolean {
  const type = (lookUp(schema.settings, key) ?? schema.anySetting)?.type;
  if (old === unknown || value === unknown || type === undefined) return false;
  return type.print(old.value) === type.print(value.value);
}
