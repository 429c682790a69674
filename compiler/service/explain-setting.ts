// What the vocabulary says of a setting, a block or a kind, as a page for `hubc explain`.

import type { BlockSchema, Setting } from "../schema/block.ts";
import { typeWords } from "./type-words.ts";
import { type BodyPlace, findPlaces, type Place, type SettingPlace } from "./vocabulary-place.ts";
import { wrapRows, wrapText } from "./wrap-text.ts";

/** A page, or the path that was most likely meant. */
export type SettingExplained = readonly SettingPage[] | { readonly suggestion: string | undefined };

export interface SettingPage {
  readonly title: string;
  /** At most eighty columns wide, but for examples. */
  readonly lines: readonly string[];
}

/**
 * Explains a path such as `course`, `course.memory` or `hub.auth.google.client-id`. There are two pages where a name is both a
 * setting and a block. A variant may be left out: `hub.auth.client-id`.
 */
export function explainSetting(path: string): SettingExplained {
  const found = findPlaces(path);
  return "nearest" in found ? { suggestion: found.nearest } : found.places.map(pageOf);
}

function pageOf(place: Place): SettingPage {
  return place.kind === "setting" ? settingPage(place) : bodyPage(place);
}

const plain = (word: string): string => word;

function settingPage({ path, setting }: SettingPlace): SettingPage {
  const standing = defaultOf(setting);
  const rows: (readonly [string, string])[] = [["takes", typeWords(setting.type, plain)]];
  if (setting.required) rows.push(["required", "yes"]);
  else if (standing !== undefined) rows.push(["default", unmarked(standing)]);
  return {
    title: path,
    lines: [...wrapText(unmarked(setting.doc)), "", `    ${setting.key} = ${setting.example}`, "", ...wrapRows(rows)],
  };
}

/** The default as it would be written, or in words; absent where nothing stands in. */
export function defaultOf(setting: Setting<unknown>): string | undefined {
  return setting.default === undefined ? setting.defaultDoc : setting.type.print(setting.default);
}

function bodyPage(place: BodyPlace): SettingPage {
  const [only, ...others] = new Set(Object.values(place.schemas));
  const example = place.example?.split("\n").map((line) => `    ${line}`) ?? [`    ${place.form}`];
  const inner = only === undefined || others.length > 0 ? variantLines(place) : schemaLines(only);
  return {
    title: place.path,
    lines: [
      ...wrapText(unmarked(place.doc)),
      "",
      ...example,
      ...inner,
      ...(inner.length > 0 ? ["", `hubc explain ${place.path}.NAME says more of one of them.`] : []),
    ],
  };
}

function variantLines(place: BodyPlace): readonly string[] {
  const rows = Object.entries(place.schemas).map(([name, schema]) => [name, unmarked(schema.doc)] as const);
  return rows.length === 0 ? [] : ["", "Variants:", ...wrapRows(rows)];
}

function schemaLines(schema: BlockSchema): readonly string[] {
  const settings = [
    ...Object.values(schema.settings),
    ...(schema.anySetting === undefined ? [] : [{ ...schema.anySetting, key: "any name" }]),
  ].map((setting) => [setting.key, noted(setting)] as const);
  const blocks = Object.values(schema.blocks).map((use) => [use.key, noted(use)] as const);
  const needs = schema.oneOf.map((keys) => keys.join(" or "));
  return [
    ...(settings.length > 0 ? ["", "Settings:", ...wrapRows(settings)] : []),
    ...(blocks.length > 0 ? ["", "Blocks:", ...wrapRows(blocks)] : []),
    ...(needs.length > 0 ? ["", ...wrapText(`It needs ${needs.join(", and ")}.`)] : []),
  ];
}

function noted({ doc, required }: { readonly doc: string; readonly required?: boolean | undefined }): string {
  return `${unmarked(doc)}${required ? " Required." : ""}`;
}

/** Markdown's code marks mean nothing on a terminal. */
function unmarked(text: string): string {
  return text.replaceAll("`", "");
}
