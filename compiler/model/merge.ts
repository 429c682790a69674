// Merging blocks: a child onto its parent, a stage or a window onto its hub.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import type { BlockSchema, Setting } from "../schema/block.ts";
import { nothingToRemove } from "../schema/schema-diagnostics.ts";
import { type Item, type Unknown, unknown } from "../schema/value-type.ts";
import { oneForm } from "../text/one-form.ts";
import { spanOf } from "../text/span.ts";
import type { Block, OwnBlock, OwnSetting, Removal } from "./block.ts";
import { layerOf } from "./block-parents.ts";
import { mergeFree } from "./merge-free.ts";
import type { PackageRequirement } from "./model.ts";
import { noSteps, type Sourced, stepsOf } from "./sourced.ts";

/**
 * `own` over `under`, by the rules of inheritance: `=` replaces, `+=` adds, `-=` removes, `none` drops, blocks of one
 * name and label merge. `by` names the layer in every step that it takes. What neither changes is the same object in both;
 * a plain block over nothing is what holds, as it is.
 */
export function mergeOnto(under: Block | undefined, block: OwnBlock, by: string, report: Report): Block {
  if (under === undefined && block.plain && block.by === by) return block;
  const settings = mergeSettings(under?.settings, block, by, report);
  const kept = withoutRemoved(under?.blocks ?? [], block.removals, report);
  return {
    schema: block.schema,
    key: block.key,
    label: block.label,
    variant: block.variant,
    by,
    span: block.span,
    doc: block.doc,
    settings,
    blocks: mergeBlocks(kept, block.blocks, { schema: block.schema, by, report }),
    overlays: joined(under?.overlays, block.overlays),
    packages: mergePackages(under?.packages ?? [], block.packages),
    broken: block.broken || (under?.broken ?? false),
    flawed: block.flawed || (under?.flawed ?? false),
    ...(under?.orphan && { orphan: true }),
  };
}

/** A layer (a stage, a window) over a block, which stays what it is. */
export function applyLayer(block: Block, layer: OwnBlock, by: string, report: Report): Block {
  const { schema, key, label, variant, by: own, span, doc } = block;
  const merged = mergeOnto(block, layer, by, report);
  return { ...merged, schema, key, label, variant, by: own, span, doc };
}

function mergeSettings(
  under: Block["settings"] | undefined,
  block: OwnBlock,
  by: string,
  report: Report,
): Block["settings"] {
  if (under !== undefined && block.settings.size === 0) return under;
  const settings = new Map(under);
  if (block.schema.free) mergeFree(settings, block.settings, by, report);
  else for (const [key, setting] of block.settings) layValue(settings, key, setting, by, report);
  return settings;
}

/** One list after the other. */
function joined<T>(under: readonly T[] | undefined, own: readonly T[]): readonly T[] {
  if (under === undefined || under.length === 0) return own;
  return own.length === 0 ? under : under.concat(own);
}

function layValue(
  settings: Map<string, Sourced<unknown> | Unknown>,
  key: string,
  setting: OwnSetting,
  by: string,
  report: Report,
): void {
  if (setting.operator === "none") {
    settings.delete(key);
    return;
  }
  const before = settings.get(key) ?? startingValue(setting.setting, setting);
  if (setting.value === unknown) settings.set(key, unknown);
  else if (setting.operator === "=") settings.set(key, replacing(before, setting, by));
  else settings.set(key, before === unknown ? unknown : withItems(before, setting, by, report));
}

/** A value that takes the place of another: where there is none, it is what the declaration writes, as it is. */
function replacing(before: Sourced<unknown> | Unknown | undefined, setting: OwnSetting, by: string): Sourced<unknown> {
  const known = before === undefined || before === unknown ? noSteps : stepsOf(before);
  const earlier = known.filter(({ how }) => how !== "default");
  if (earlier.length === 0 && setting.by === by) return setting;
  return { value: setting.value, span: setting.span, how: "set", by, earlier };
}

/** A list with what a layer adds to it or takes from it. */
function withItems(
  before: Sourced<unknown> | undefined,
  setting: OwnSetting,
  by: string,
  report: Report,
): Sourced<unknown> {
  const items = before === undefined ? [] : (before.value as readonly Item<unknown>[]); // only lists are added to
  const given = setting.value as readonly Item<unknown>[];
  const value = setting.operator === "+=" ? items.concat(given) : without(items, given, setting, report);
  return { value, span: setting.span, how: setting.how, by, earlier: before === undefined ? noSteps : stepsOf(before) };
}

function startingValue(setting: Setting<unknown>, own: OwnSetting): Sourced<unknown> | undefined {
  if (setting.default === undefined || own.operator === "=") return undefined;
  const span = spanOf(own.span.file, own);
  return { value: setting.default, span, how: "default", by: "default", earlier: noSteps };
}

function without(
  items: readonly Item<unknown>[],
  removed: readonly Item<unknown>[],
  setting: OwnSetting,
  report: Report,
): readonly Item<unknown>[] {
  let rest = items;
  for (const gone of removed) {
    const name = printed(gone.value);
    const left = rest.filter((item) => printed(item.value) !== name);
    if (left.length === rest.length) {
      const span = { file: gone.file, start: gone.start, end: gone.end };
      report(diagnose(nothingToRemove, { item: name, name: setting.setting.key }, { span }));
    }
    rest = left;
  }
  return rest;
}

function printed(value: unknown): string {
  return typeof value === "string" ? `"${oneForm(value)}"` : JSON.stringify(value);
}

function mergeBlocks(
  under: readonly Block[],
  own: readonly OwnBlock[],
  { schema, by, report }: { readonly schema: BlockSchema; readonly by: string; readonly report: Report },
): readonly Block[] {
  if (own.length === 0) return under;
  const merged = [...under];
  const laid = layerOf({ under, own, schema, report, lay: (below, block) => mergeOnto(below, block, by, report) });
  for (const block of own) {
    const stands = schema.blocks[block.key]?.many === true; // beside the others, whatever they are
    const at = stands ? -1 : merged.findIndex((one) => one.key === block.key && one.label === block.label);
    if (at < 0) merged.push(laid(block));
    else merged[at] = laid(block);
  }
  return merged;
}

function withoutRemoved(blocks: readonly Block[], removals: readonly Removal[], report: Report): readonly Block[] {
  let rest = blocks;
  for (const removal of removals) {
    for (const { value, span } of removal.names) {
      const left = rest.flatMap((block) => removeFrom(block, removal.block, value));
      const same = left.length === rest.length && left.every((block, i) => block === rest[i]);
      if (same) report(diagnose(nothingToRemove, { item: `\`${value}\``, name: removal.block }, { span }));
      rest = left;
    }
  }
  return rest;
}

function removeFrom(block: Block, key: string, name: string): Block[] {
  if (block.key !== key) return [block];
  if (block.schema.packages === undefined) return block.label === name || block.variant === name ? [] : [block];
  const packages = block.packages.filter(
    ({ requirement }) => requirement.name !== name && requirement.written !== name,
  );
  return packages.length === block.packages.length ? [block] : [{ ...block, packages }];
}

/** A child's line for a package takes the place of its parent's. */
function mergePackages(
  under: readonly PackageRequirement[],
  own: readonly PackageRequirement[],
): readonly PackageRequirement[] {
  if (under.length === 0) return own;
  if (own.length === 0) return under;
  const replaced = new Map(own.map((one) => [one.requirement.name, one]));
  const kept = under.map((one) => replaced.get(one.requirement.name) ?? one);
  const names = new Set(under.map((one) => one.requirement.name));
  return [...kept, ...own.filter((one) => !names.has(one.requirement.name))];
}
