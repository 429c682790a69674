// The generated parts of LANGUAGE.md and docs/settings.md: the tables of kinds and of every setting, from the vocabulary.

import { markdownCode } from "../output/markdown.ts";
import type { BlockSchema, BlockUse } from "../schema/block.ts";
import { facts } from "../schema/blocks/facts.ts";
import { vocabulary } from "../schema/vocabulary.ts";
import { blocksTable, needs, settingsTable, sharedSettings, variantsTable } from "./reference-tables.ts";
import { typeWords } from "./type-words.ts";
import { type BodyPlace, blockPlace, kindPlace } from "./vocabulary-place.ts";

/** Markdown for LANGUAGE.md by the name of its section. */
export function languageSections(): ReadonlyMap<string, string> {
  return new Map([["kinds", kindsTable()]]);
}

/** Markdown for docs/settings.md by the name of its section: one for each kind of declaration, and `facts`. */
export function settingsSections(): ReadonlyMap<string, string> {
  const kinds = vocabulary.flatMap(({ kind }) => kindPlace(kind) ?? []);
  return new Map([
    ...kinds.map((place): [string, string] => [place.path, kindSection(place)]),
    ["facts", factsTable()],
  ]);
}

function kindsTable(): string {
  const rows = vocabulary.map((entry) => {
    const variants = Object.keys(entry.variants ?? {})
      .map(markdownCode)
      .join(" ");
    const family = entry.family ? "yes" : "";
    return `| ${markdownCode(entry.kind)} | ${variants} | ${entry.doc} | ${family} |`;
  });
  return ["| kind | variants | says | families |", "|---|---|---|---|", ...rows, ""].join("\n");
}

/** What conditions of `expect` may name: each by its whole path. */
function factsTable(): string {
  const rows = factRows(facts, "");
  return ["| fact | takes | says | example |", "|---|---|---|---|", ...rows, ""].join("\n");
}

function factRows(schema: BlockSchema, prefix: string): readonly string[] {
  const own = [...Object.values(schema.settings), ...(schema.anySetting === undefined ? [] : [schema.anySetting])];
  const rows = own.map(
    ({ key, type, doc, example }) =>
      `| ${markdownCode(`${prefix}${key}`)} | ${typeWords(type, markdownCode).replaceAll(" | ", ", ")} | ${doc} | ${markdownCode(example)} |`,
  );
  const inner = Object.values(schema.blocks).flatMap((use) => {
    const held = typeof use.schema === "function" ? use.schema() : use.schema;
    // Of several mounts, each is named by the variable of `all` or `any`.
    const path = use.label === "text" ? `any m in ${prefix}${use.key}: m.` : `${prefix}${use.key}.`;
    return held === undefined ? [] : factRows(held, path);
  });
  return [...rows, ...inner];
}

function kindSection(place: BodyPlace): string {
  return bodyLines(place, undefined, [place.path]).join("\n");
}

/** Settings of at most so many variants share one table. */
const FEW = 3;

/** What a place takes, then each block inside it. `around` is the body that it stands in. */
function bodyLines(place: BodyPlace, around: BlockSchema | undefined, heading: readonly string[]): readonly string[] {
  const distinct = [...new Set(Object.values(place.schemas))];
  const [only] = distinct;
  const own = distinct.length === 1 && only !== undefined ? schemaLines(only, around) : variantLines(place);
  const inner = distinct.length === 1 && only !== undefined ? Object.values(only.blocks) : [];
  return [...own, ...inner.filter((use) => !isIn(around, use)).flatMap((use) => innerLines(use, only, place, heading))];
}

function schemaLines(schema: BlockSchema, around: BlockSchema | undefined): readonly string[] {
  const alike = Object.values(schema.settings).filter(
    (setting) => around?.settings[setting.key]?.type.name === setting.type.name,
  );
  const own = Object.values(schema.settings).filter((setting) => !alike.includes(setting));
  const uses = Object.values(schema.blocks);
  const names = [...alike, ...uses.filter((use) => isIn(around, use))].map(({ key }) => markdownCode(key));
  return [
    ...(names.length > 0 ? [`Takes, as around it: ${names.join(", ")}.`, ""] : []),
    ...settingsTable(schema.anySetting === undefined ? own : [...own, schema.anySetting]),
    ...blocksTable(uses.filter((use) => !isIn(around, use))),
    ...needs(schema),
  ];
}

/** The very block that the body around it takes too, such as `cull` of a stage. */
function isIn(around: BlockSchema | undefined, use: BlockUse): boolean {
  const same = around?.blocks[use.key];
  return same !== undefined && same.schema === use.schema && same.variants === use.variants;
}

function innerLines(
  use: BlockUse,
  around: BlockSchema | undefined,
  within: BodyPlace,
  heading: readonly string[],
): readonly string[] {
  const place = blockPlace(use, within);
  const path = [...heading, use.key];
  const body = bodyLines(place, around, path);
  const example = [`\`\`\`hub in ${within.path}`, ...use.example.split("\n"), "```", ""];
  const isTop = heading.length === 1 && !within.hasVariants;
  return [
    `${"#".repeat(Math.min(6, heading.length + 2))} ${path.join(": ")}`,
    "",
    use.doc,
    "",
    ...(isTop ? example : []),
    ...body,
  ];
}

function variantLines(place: BodyPlace): readonly string[] {
  const rows = Object.entries(place.schemas).map(
    ([name, schema]) => `| ${markdownCode(name)} | ${schema.doc}${needed(schema)} |`,
  );
  const shared = sharedSettings(place.schemas);
  const many = shared.filter(({ variants }) => variants.length > FEW);
  const few = shared.filter(({ variants }) => variants.length <= FEW);
  const tables = many.flatMap(({ variants, settings }) => [
    variants.length === rows.length ? "Every variant takes:" : `${variants.map(markdownCode).join(", ")} take:`,
    "",
    ...settingsTable(settings),
  ]);
  return ["| variant | says |", "|---|---|", ...rows, "", ...tables, ...variantsTable(few), ...variantBlocks(place)];
}

function needed(schema: BlockSchema): string {
  const [line] = needs(schema);
  return line === undefined ? "" : ` ${line}`;
}

/** The blocks inside variants, each with the variants that take it. */
function variantBlocks(place: BodyPlace): readonly string[] {
  const found = new Map<BlockSchema, { use: BlockUse; variants: string[] }>();
  for (const [variant, schema] of Object.entries(place.schemas)) {
    for (const use of Object.values(schema.blocks)) {
      const inner = Object.values(blockPlace(use, place).schemas)[0];
      if (inner === undefined) continue;
      const known = found.get(inner) ?? { use, variants: [] };
      known.variants.push(variant);
      found.set(inner, known);
    }
  }
  return [...found].flatMap(([schema, { use, variants }]) => [
    `**${markdownCode(blockPlace(use, place).form)}** of ${variants.length === Object.keys(place.schemas).length ? "every variant" : variants.map(markdownCode).join(", ")}: ${schema.doc}`,
    "",
    ...schemaLines(schema, undefined),
  ]);
}

/**
 * The document with the text between `<!-- generated: NAME -->` and `<!-- end of NAME -->` replaced by the section of that name.
 * @throws where a mark has no section, a section no mark, or a mark no end: a mistake of who edits the document.
 */
export function replaceGenerated(document: string, sections: ReadonlyMap<string, string>): string {
  const used = new Set<string>();
  const marks = /<!-- generated: ([a-z]+) -->\n(?:[\s\S]*?)<!-- end of \1 -->/g;
  const replaced = document.replace(marks, (_, name: string) => {
    const text = sections.get(name);
    if (text === undefined) throw new Error(`nothing generates the section ${name}`);
    used.add(name);
    return `<!-- generated: ${name} -->\n\n${text.trimEnd()}\n\n<!-- end of ${name} -->`;
  });
  const missing = [...sections.keys()].filter((name) => !used.has(name));
  if (missing.length > 0) throw new Error(`the document has no place for ${missing.join(", ")}`);
  return replaced;
}
