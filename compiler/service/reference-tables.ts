// Tables of the reference: the settings of a block, or of several variants of one, and its inner blocks.

import { markdownCellCode, markdownCode } from "../output/markdown.ts";
import type { BlockSchema, BlockUse, Setting } from "../schema/block.ts";
import { defaultOf } from "./explain-setting.ts";
import { typeWords } from "./type-words.ts";
import { blockPlace } from "./vocabulary-place.ts";

const columns = ["setting", "takes", "where nothing is said", "says", "example"];

/** A table of settings; empty where there are none. */
export function settingsTable(settings: readonly Setting<unknown>[]): readonly string[] {
  return table(columns, settings.map(settingCells));
}

/** A table of settings that only some variants take, with these in front. */
export function variantsTable(shared: readonly SharedSettings[]): readonly string[] {
  const rows = shared.flatMap(({ variants, settings }) => {
    const names = variants.map(markdownCode).join(" ");
    return settings.map((setting) => [names, ...settingCells(setting)]);
  });
  return table(["variant", ...columns], rows);
}

function settingCells(setting: Setting<unknown>): readonly string[] {
  return [
    setting.key === "NAME" ? "any name" : markdownCode(setting.key),
    typeWords(setting.type, markdownCode),
    standIn(setting),
    setting.doc,
    markdownCellCode(setting.example),
  ];
}

function standIn(setting: Setting<unknown>): string {
  if (setting.required) return "**required**";
  if (setting.default !== undefined) return markdownCode(defaultOf(setting) ?? "");
  return setting.defaultDoc ?? "";
}

/** A table of inner blocks; empty where there are none. */
export function blocksTable(uses: readonly BlockUse[]): readonly string[] {
  const rows = uses.map((use) => [
    markdownCellCode(blockPlace(use, { path: "" }).form),
    `${use.doc}${use.required ? " **Required.**" : ""}`,
  ]);
  return table(["block", "says"], rows);
}

/** "It needs `base` or `prebuilt`." */
export function needs(schema: BlockSchema): readonly string[] {
  const each = schema.oneOf.map((keys) => keys.map(markdownCode).join(" or "));
  return each.length === 0 ? [] : [`Needed: ${each.join("; ")}.`, ""];
}

/** Settings that these variants, and no other, declare alike. */
export interface SharedSettings {
  readonly variants: readonly string[];
  readonly settings: readonly Setting<unknown>[];
}

/** All settings of a block's variants, those that most variants share first. */
export function sharedSettings(variants: Readonly<Record<string, BlockSchema>>): readonly SharedSettings[] {
  const holders = new Map<string, { setting: Setting<unknown>; variants: string[] }>();
  for (const [variant, schema] of Object.entries(variants)) {
    for (const setting of Object.values(schema.settings)) {
      const key = [setting.key, ...settingCells(setting)].join("|");
      const holder = holders.get(key) ?? { setting, variants: [] };
      holder.variants.push(variant);
      holders.set(key, holder);
    }
  }
  const groups = new Map<string, { variants: readonly string[]; settings: Setting<unknown>[] }>();
  for (const { setting, variants: held } of holders.values()) {
    const group = groups.get(held.join(" ")) ?? { variants: held, settings: [] };
    group.settings.push(setting);
    groups.set(held.join(" "), group);
  }
  return [...groups.values()].sort((a, b) => b.variants.length - a.variants.length);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return rows.length === 0 ? [] : [row(head), `|${"---|".repeat(head.length)}`, ...rows.map(row), ""];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
