// Completions for words of the language: kinds, variants, settings, blocks and their labels, entries of maps.

import type { BlockUse } from "../../schema/block.ts";
import { type KindSchema, kindSchema, vocabulary } from "../../schema/vocabulary.ts";
import { typeWords } from "../type-words.ts";
import { type Completion, completionsOf, type Lookup, type Offer } from "./completion.ts";
import type { BodyCursor, Cursor, CursorHolder } from "./cursor.ts";
import { blockMarkdown, schemaMarkdown, settingMarkdown } from "./explain-markdown.ts";
import { freeKeys } from "./known-texts.ts";
import type { Declared } from "./name-sites.ts";
import { lineage, type ProgramNames } from "./program-names.ts";
import { blockSnippet, bodySnippet, choiceField, escaped, field, settingSnippet } from "./snippet.ts";

type At<K extends Cursor["at"]> = Extract<Cursor, { readonly at: K }>;

/** Words of a header: `[abstract] kind [variant] name [extends parent]`. */
export function completeHeader(cursor: At<"header">, { names }: Lookup): readonly Completion[] {
  const { words, typed, followedBy } = cursor;
  const [kind, ...rest] = words[0] === "abstract" ? words.slice(1) : words;
  const hasBrace = followedBy === "brace";
  if (kind === undefined) {
    const starts = words.length > 0 ? [] : otherStarts;
    const kinds = vocabulary.filter((entry) => words.length === 0 || entry.kind !== "project");
    const offers = kinds.map((entry) => kindOffer(entry, hasBrace));
    const variants = vocabulary.flatMap((entry) => variantOffers(entry, hasBrace, `${entry.kind} `));
    return [
      ...completionsOf(offers, typed, 0),
      ...completionsOf(starts, typed, 1),
      ...completionsOf(variants, typed, 2),
    ];
  }
  const entry = kindSchema(kind);
  if (entry === undefined) return [];
  const extendsAt = rest.indexOf("extends");
  const variant = entry.variants === undefined ? undefined : rest[0];
  if (extendsAt >= 0) {
    const prefix = rest.slice(extendsAt + 1).join("");
    const parents = parentOffers({ kind, variant, name: rest[extendsAt - 1] }, names);
    return completionsOf(
      parents.filter(({ label }) => label.startsWith(prefix)),
      typed,
      0,
    );
  }
  if (entry.variants !== undefined && rest.length === 0)
    return completionsOf(variantOffers(entry, hasBrace, ""), typed, 0);
  const named = rest.length > (entry.variants === undefined ? 0 : 1);
  return named ? completionsOf([extendsOffer], typed, 0) : [];
}

const otherStarts: readonly Offer[] = [
  {
    label: "let",
    kind: "keyword",
    detail: "a constant",
    doc: "Names a value for settings and texts to use.",
    snippet: "let ${1:name} = $0",
  },
  {
    label: "abstract",
    kind: "keyword",
    detail: "only a parent",
    doc: "Makes a declaration that others extend and that gives no output.",
    snippet: "abstract $0",
  },
];

const extendsOffer: Offer = {
  label: "extends",
  kind: "keyword",
  detail: "a parent",
  doc: "The declaration starts as its parent; what it says itself is laid over that.",
  snippet: "extends $0",
};

function kindOffer(entry: KindSchema, hasBrace: boolean): Offer {
  const { kind, doc, variants, schema } = entry;
  const shown = { label: kind, kind: "kind", doc: schemaMarkdown(kind, entry), detail: doc } as const;
  if (hasBrace) return shown;
  const places = { next: 1 };
  const variant = variants === undefined ? "" : `${choiceField(places.next++, Object.keys(variants))} `;
  const name = `${kind} ${variant}${field(places.next++, "name")}`;
  return { ...shown, insert: `${kind} `, snippet: `${name} ${bodySnippet(schema, places)}` };
}

function variantOffers({ kind, variants = {} }: KindSchema, hasBrace: boolean, before: string): readonly Offer[] {
  return Object.entries(variants).map(([variant, schema]) => {
    const label = `${before}${variant}`;
    const places = { next: 1 };
    const snippet = `${escaped(label)} ${field(places.next++, "name")} ${bodySnippet(schema, places)}`;
    const shown = {
      label,
      kind: "variant",
      detail: schema.doc,
      doc: schemaMarkdown(`${kind} ${variant}`, schema),
    } as const;
    return { ...shown, ...(hasBrace ? {} : { insert: `${label} `, snippet }) };
  });
}

/** What a declaration may extend: others of its kind and variant, those of the standard library too. */
function parentOffers({ kind, variant, name }: CursorHolder, names: ProgramNames): readonly Offer[] {
  const fits = ({ declaration }: Declared) => declaration?.variant?.text === variant;
  const own = names.ofKind(kind, false).filter((one) => one.name !== name && fits(one));
  const library = names.ofKind(kind, true).filter(fits);
  return [
    ...own.map((one) => declarationOffer(one, one.name)),
    ...library.map((one) => declarationOffer(one, `std.${one.name}`)),
  ];
}

/** A declaration as it is named. */
export function declarationOffer({ kind, doc, file, declaration }: Declared, label: string): Offer {
  const abstract = declaration?.abstract ? "abstract " : "";
  return { label, kind: "declaration", detail: `${abstract}${kind}, ${file.path}`, doc: doc ?? kindSchema(kind)?.doc };
}

/** Settings and blocks that a body does not have yet, those that it must have first. */
export function completeBody(cursor: BodyCursor, lookup: Lookup): readonly Completion[] {
  const { schema, keys, typed, path, followedBy } = cursor;
  const free = freeKeys(cursor, lookup);
  if (path.length > 0) return completionsOf(free, typed, 0);
  const must = new Set(schema.oneOf.flat());
  const settings = Object.values(schema.settings).filter(({ key }) => !keys.has(key));
  const isRequired = (key: string, required: boolean | undefined) =>
    required === true || (must.has(key) && ![...must].some((one) => keys.has(one)));
  const first = settings.filter(({ key, required }) => isRequired(key, required));
  const offer = (setting: (typeof settings)[number]): Offer => ({
    label: setting.key,
    kind: "setting",
    detail: typeWords(setting.type, (word) => word),
    doc: settingMarkdown(setting, schema.name),
    ...(followedBy === "assignment"
      ? {}
      : { insert: `${setting.key} = `, snippet: settingSnippet(setting, { next: 1 }) }),
  });
  const blocks = Object.values(schema.blocks).filter((use) => !isOver(use, keys));
  return [
    ...completionsOf(first.map(offer), typed, 0),
    ...completionsOf(settings.filter((setting) => !first.includes(setting)).map(offer), typed, 1),
    ...completionsOf(
      blocks.map((use) => blockOffer(use, cursor)),
      typed,
      2,
    ),
    ...completionsOf(free, typed, 3),
    ...completionsOf(
      blocks.flatMap((use) => blockVariants(use, cursor)),
      typed,
      4,
    ),
  ];
}

/** A block that may be there once, and is. */
function isOver({ key, label }: BlockUse, keys: ReadonlySet<string>): boolean {
  return keys.has(key) && (label === "none" || label === "variant");
}

function blockOffer(use: BlockUse, { schema, followedBy }: BodyCursor): Offer {
  const shown = {
    label: use.key,
    kind: "block",
    detail: "block",
    doc: blockMarkdown(use, schema.name),
  } as const;
  if (followedBy !== undefined) return shown;
  return { ...shown, insert: use.label === "none" ? `${use.key} {` : `${use.key} `, snippet: blockSnippet(use) };
}

/** `auth google`, with what it requires, for those who know what they look for. */
function blockVariants(use: BlockUse, { schema, followedBy }: BodyCursor): readonly Offer[] {
  if (followedBy !== undefined) return [];
  return Object.entries(use.variants ?? {}).map(([variant, inner]) => ({
    label: `${use.key} ${variant}`,
    kind: "block",
    detail: `block of ${schema.name}`,
    doc: schemaMarkdown(inner.name, inner),
    insert: `${use.key} ${variant} {`,
    snippet: blockSnippet(use, variant),
  }));
}

/** What stands between a block's name and its brace. */
export function completeLabel(cursor: At<"label">, lookup: Lookup): readonly Completion[] {
  const { use, words, typed, followedBy, holder } = cursor;
  if (words.length > 0) return completionsOf(blockParentOffers(cursor, lookup.names), typed, 0);
  if (use.label === "variant") {
    const offers = Object.entries(use.variants ?? {}).map(([variant, schema]): Offer => {
      const places = { next: 1 };
      const shown = {
        label: variant,
        kind: "variant",
        detail: schema.doc,
        doc: schemaMarkdown(schema.name, schema),
      } as const;
      const body =
        followedBy === "brace"
          ? {}
          : { snippet: `${escaped(variant)} ${bodySnippet(schema, places)}`, insert: variant };
      return { ...shown, ...body };
    });
    return completionsOf(offers, typed, 0);
  }
  return use.label === "name" ? completionsOf(inheritedLabels(use, holder, lookup.names), typed, 0) : [];
}

/** After a label: `extends`, and behind it the labels of the others in the declaration and its parents. */
function blockParentOffers({ use, words, holder }: At<"label">, names: ProgramNames): readonly Offer[] {
  if (use.extends === undefined) return [];
  if (words.length === 1) return [{ label: "extends", kind: "keyword" }];
  if (words.length !== 2 || words[1] !== "extends") return [];
  return [...labelsIn(use, holder, { names, parentsOnly: false })].filter(({ label }) => label !== words[0]);
}

/** Labels that the parents of a declaration have: a block of one of them is merged onto theirs. */
function inheritedLabels(use: BlockUse, holder: CursorHolder | undefined, names: ProgramNames): readonly Offer[] {
  return labelsIn(use, holder, { names, parentsOnly: true });
}

function labelsIn(
  use: BlockUse,
  holder: CursorHolder | undefined,
  { names, parentsOnly }: { readonly names: ProgramNames; readonly parentsOnly: boolean },
): readonly Offer[] {
  const start = holder?.name === undefined ? undefined : names.find(holder.kind, holder.name, false);
  if (start === undefined) return [];
  const labels = lineage(start.declared, names)
    .slice(parentsOnly ? 1 : 0)
    .flatMap(({ declaration, name }) =>
      (declaration?.body ?? []).flatMap((item) => {
        const label = item.kind === "block" && item.name.text === use.key ? item.labels[0] : undefined;
        const text = label?.kind === "path" ? label.names[0]?.text : undefined;
        return text === undefined ? [] : [{ label: text, kind: "declaration", detail: `of ${name}` } as const];
      }),
    );
  return labels.filter((one, i) => labels.findIndex((other) => other.label === one.label) === i);
}

/** Entries of a map with known keys. */
export function completeFields({ fields, keys, typed, followedBy }: At<"fields">): readonly Completion[] {
  const offers = Object.entries(fields)
    .filter(([key]) => !keys.has(key))
    .map(([key, type]): Offer => {
      const value = followedBy === "assignment" ? {} : { insert: `${key} = `, snippet: `${key} = $0` };
      return { label: key, kind: "setting", detail: type.name, doc: type.expected, ...value };
    });
  return completionsOf(offers, typed, 0);
}
