// Signs that stand in one column on adjacent lines: the operators of settings, and the braces and settings of one-line blocks.

import { type FlatEntry, flatBody, flatValue, isBreakable, maximumWidth } from "./flat-text.ts";
import type { BlockItem, Item, SettingItem } from "./layout.ts";

/** The one-line texts of items, by index; items that need several lines have none. */
export type OneLineTexts = readonly (string | undefined)[];

/** What of a body stands on one line each, with its columns aligned. `indent` is in characters. */
export function oneLineTexts(items: readonly Item[], indent: number): OneLineTexts {
  const texts: (string | undefined)[] = items.map(() => undefined);
  placeSettings(items, indent, texts);
  placeBlocks(items, indent, texts);
  return texts;
}

interface Row<T> {
  readonly index: number;
  readonly item: T;
}

interface SettingRow extends Row<SettingItem> {
  readonly value: string;
}

interface BlockRow extends Row<BlockItem> {
  readonly entries: readonly FlatEntry[];
}

function placeSettings(items: readonly Item[], indent: number, texts: (string | undefined)[]): void {
  const rows: SettingRow[] = [];
  items.forEach((item, index) => {
    const value = item.kind === "setting" ? flatValue(item.value) : undefined;
    if (item.kind !== "setting" || value === undefined) return;
    const width = indent + item.key.length + item.operator.length + 2 + value.length;
    if (width <= maximumWidth || !isBreakable(item.value)) rows.push({ index, item, value });
  });
  const tooWide = new Set<number>();
  for (const run of runs(rows, items, () => true)) {
    alignedSettings(run).forEach((text, k) => {
      const row = run[k];
      if (row && indent + text.length > maximumWidth && isBreakable(row.item.value)) tooWide.add(row.index);
    });
  }
  const fitting = rows.filter((row) => !tooWide.has(row.index));
  for (const run of runs(fitting, items, () => true)) place(run, alignedSettings(run), texts);
}

function place(run: readonly Row<Item>[], aligned: readonly string[], texts: (string | undefined)[]): void {
  run.forEach((row, k) => {
    texts[row.index] = aligned[k];
  });
}

function alignedSettings(run: readonly SettingRow[]): string[] {
  const key = widest(run.map(({ item }) => item.key));
  const operator = widest(run.map(({ item }) => item.operator));
  return run.map(({ item, value }) => `${item.key.padEnd(key)} ${item.operator.padStart(operator)} ${value}`);
}

function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, text.length), 0);
}

function placeBlocks(items: readonly Item[], indent: number, texts: (string | undefined)[]): void {
  const rows: BlockRow[] = [];
  items.forEach((item, index) => {
    const entries = item.kind === "block" ? flatBody(item.body) : undefined;
    if (item.kind !== "block" || entries === undefined) return;
    const row = { index, item, entries };
    const width = indent + (alignedBlocks([row])[0]?.length ?? 0);
    if (entries.length === 0 || width <= maximumWidth) rows.push(row);
  });
  for (const run of runs(rows, items, (a, b) => a.alignment === b.alignment)) {
    const aligned = alignedBlocks(run);
    const fits = aligned.every((text) => indent + text.length <= maximumWidth);
    place(run, fits ? aligned : run.flatMap((row) => alignedBlocks([row])), texts);
  }
}

function alignedBlocks(run: readonly BlockRow[]): string[] {
  const head = widest(run.map(({ item }) => item.head));
  const widths = cellWidths(run);
  return run.map(({ item, entries }) => {
    const cells = entries.map(({ text }, k) => text.padEnd(widths.get(keysUpTo(entries, k)) ?? 0));
    return entries.length === 0
      ? `${item.head.padEnd(head)} { }`
      : `${item.head.padEnd(head)} { ${cells.join("  ").trimEnd()} }`;
  });
}

/** The widest cell by the keys up to it, of the cells that have another after them. */
function cellWidths(run: readonly BlockRow[]): Map<string, number> {
  const widths = new Map<string, number>();
  for (const { entries } of run) {
    for (const [k, { text }] of entries.slice(0, -1).entries()) {
      const keys = keysUpTo(entries, k);
      widths.set(keys, Math.max(widths.get(keys) ?? 0, text.length));
    }
  }
  return widths;
}

function keysUpTo(entries: readonly FlatEntry[], k: number): string {
  return entries
    .slice(0, k + 1)
    .map(({ key }) => key)
    .join("\n");
}

/** Rows that follow each other with nothing between. */
function runs<R extends Row<SettingItem> | Row<BlockItem>>(
  rows: readonly R[],
  items: readonly Item[],
  together: (a: R["item"], b: R["item"]) => boolean,
): R[][] {
  const found: R[][] = [];
  for (const row of rows) {
    const last = found.at(-1);
    const before = last?.at(-1);
    const adjacent = before?.index === row.index - 1 && items[row.index]?.blankBefore === false;
    if (last && before && adjacent && together(before.item, row.item)) last.push(row);
    else found.push([row]);
  }
  return found;
}
