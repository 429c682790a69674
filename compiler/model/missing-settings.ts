// What a block must say and does not.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { missingSetting } from "../schema/schema-diagnostics.ts";
import { type Block, isSaid, writtenName } from "./block.ts";

/**
 * Is all there, in the block and in those inside it? One finding a block for what is missing in it; none where something in
 * it could not be read. `name` is what findings call it, where that is not its written name.
 */
export function requireSettings(block: Block, name: string | undefined, report: Report): boolean {
  let complete = true;
  for (const inner of block.blocks) if (!requireSettings(inner, undefined, report)) complete = false;
  if (block.broken || block.flawed) return complete;
  const missing = missingIn(block);
  if (missing.length === 0) return complete;
  const words = missing.map((keys) => keys.map((key) => `\`${key}\``).join(" or "));
  report(diagnose(missingSetting, { block: name ?? writtenName(block), missing: words }, { span: block.span }));
  return false;
}

/** Does the block itself say all that it must? */
export function isComplete(block: Block): boolean {
  return missingIn(block).length === 0;
}

/** The keys that are missing; all of those of which one is required. */
export function missingKeys(block: Block): readonly string[] {
  return missingIn(block).flat();
}

/**
 * The keys of which the block must say at least one and says none: what is required by itself is a key alone. Without lists of all keys: every
 * block of a program is asked.
 */
function missingIn(block: Block): readonly (readonly string[])[] {
  const { settings, blocks, oneOf } = block.schema;
  const missing: (readonly string[])[] = [];
  for (const key in settings) if (settings[key]?.required && !isSaid(block, key)) missing.push([key]);
  for (const key in blocks) if (blocks[key]?.required && !isSaid(block, key)) missing.push([key]);
  for (const keys of oneOf) if (!keys.some((key) => isSaid(block, key))) missing.push(keys);
  return missing;
}
