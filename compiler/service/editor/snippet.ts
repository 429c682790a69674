// Snippets in the syntax of TextMate, which editors fill in place by place; and the same text without places.

import { type BlockSchema, type BlockUse, type Setting, schemaOf } from "../../schema/block.ts";

/** A place with what stands in it until something is typed. */
export function field(number: number, text: string): string {
  return `\${${number}:${escaped(text)}}`;
}

/** A place with words to choose from. */
export function choiceField(number: number, words: readonly string[]): string {
  return `\${${number}|${words.map((word) => word.replace(/[\\,|]/g, "\\$&")).join(",")}|}`;
}

/** Text that holds no places. */
export function escaped(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

/** What a snippet comes to where nothing is filled in. */
export function withoutFields(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|((?:\\.|[^,|\\])*)[^}]*\|\}/g, (_, first: string) => first)
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, (_, text: string) => text)
    .replace(/\$\d+/g, "")
    .replace(/\\([\\$},|])/g, "$1");
}

// Snippets of settings, blocks and declarations, with places for what each requires, so that what is picked from a list is complete
// once its places are filled in.

/** Numbers the places of one snippet. */
interface Places {
  next: number;
}

/** `key = ‹example›` */
export function settingSnippet({ key, type, example }: Setting<unknown>, places: Places): string {
  return `${key} = ${valuePlace(type.shape.kind === "choice" ? type.shape.words : [], example, places)}`;
}

function valuePlace(words: readonly string[], example: string, places: Places): string {
  const number = places.next++;
  if (words.length > 1) return choiceField(number, words);
  const text = /^"([^"]*)"$/.exec(example)?.[1];
  return text === undefined ? field(number, example) : `"${field(number, text)}"`;
}

/** `{`, a line for each setting that is required, and `}`. */
export function bodySnippet(schema: BlockSchema | undefined, places: Places): string {
  const lines = schema === undefined || schema.packages !== undefined ? [] : requiredLines(schema, places);
  return `{\n${[...lines, "  $0"].join("\n")}\n}`;
}

function requiredLines(schema: BlockSchema, places: Places): readonly string[] {
  const required = Object.values(schema.settings).filter((setting) => setting.required);
  const firsts = schema.oneOf.flatMap(([first]) => (first === undefined ? [] : [first]));
  const either = firsts.flatMap((key) => (Object.hasOwn(schema.settings, key) ? (schema.settings[key] ?? []) : []));
  const settings = [...new Set([...required, ...either])].map((setting) => `  ${settingSnippet(setting, places)}`);
  const blocks = Object.values(schema.blocks)
    .filter((use) => use.required)
    .map((use) => `  ${blockHead(use, places)} {\n    ${field(places.next++, "")}\n  }`);
  return [...settings, ...blocks];
}

/** `content ‹materials›` */
function blockHead(use: BlockUse, places: Places): string {
  const label = labelPlace(use, places);
  return label === "" ? use.key : `${use.key} ${label}`;
}

function labelPlace(use: BlockUse, places: Places): string {
  if (use.label === "none") return "";
  const words = Object.keys(use.variants ?? {});
  if (use.label === "variant" && words.length > 0) return choiceField(places.next++, words);
  const written = use.example.slice(use.key.length, use.example.indexOf("{")).trim();
  return written.startsWith('"') ? `"${field(places.next++, written.slice(1, -1))}"` : field(places.next++, written);
}

/** The whole of a block, or of one of its variants. */
export function blockSnippet(use: BlockUse, variant?: string): string {
  const places: Places = { next: 1 };
  const head = variant === undefined ? blockHead(use, places) : `${use.key} ${escaped(variant)}`;
  return `${head} ${bodySnippet(variant === undefined && use.variants ? undefined : schemaOf(use, variant), places)}`;
}
