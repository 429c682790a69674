// A layer over a block, as far as it changes something: what says the value that holds already is where it was said before.

import { type Unknown, unknown } from "../schema/value-type.ts";
import { lookUp } from "../text/look-up.ts";
import type { Block } from "./block.ts";
import type { Sourced } from "./sourced.ts";

/** `after` with the settings of `before` wherever they print alike; `before` itself where nothing is another. */
export function changedOnly(before: Block, after: Block): Block {
  if (!isSameList(after.packages, before.packages) || after.schema.free) return after;
  const settings: Map<string, Sourced<unknown> | Unknown> = new Map(
    [...after.settings].map(([key, value]) => [
      key,
      isSame(key, value, before) ? (before.settings.get(key) ?? value) : value,
    ]),
  );
  const blocks = after.blocks.map((block, i) => {
    const old = before.blocks[i];
    return old !== undefined && old.key === block.key && old.label === block.label && old.variant === block.variant
      ? changedOnly(old, block)
      : block;
  });
  const isAll =
    settings.size === before.settings.size &&
    [...settings].every(([key, value]) => before.settings.get(key) === value) &&
    blocks.length === before.blocks.length &&
    blocks.every((block, i) => block === before.blocks[i]) &&
    isSameList(after.overlays, before.overlays) &&
    after.broken === before.broken &&
    after.flawed === before.flawed;
  return isAll ? before : { ...after, settings, blocks };
}

/** Neither is changed in its place. */
function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one === other || one.length + other.length === 0;
}

function isSame(key: string, value: Sourced<unknown> | Unknown, before: Block): boolean {
  const old = before.settings.get(key);
  const type = (lookUp(before.schema.settings, key) ?? before.schema.anySetting)?.type;
  if (old === undefined || old === unknown || value === unknown || type === undefined) return old === value;
  return old === value || type.print(old.value) === type.print(value.value);
}
