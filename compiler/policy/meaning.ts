// What the names in a condition stand for: settings and blocks of the governed kind, by the vocabulary alone, and how each is
// found in a declaration.

import type { Block } from "../model/block.ts";
import { overlayKeys } from "../model/block.ts";
import type { Sourced } from "../model/sourced.ts";
import type { BlockSchema, BlockUse, Setting } from "../schema/block.ts";
import { unknown, type ValueType } from "../schema/value-type.ts";
import { choice, text } from "../schema/values/scalars.ts";
import type { Span } from "../text/span.ts";

/** What a name stands for, before any declaration is looked at. */
export type Meaning =
  | { readonly kind: "value"; readonly type: ValueType<unknown> }
  /** One schema for each variant that it may have. */
  | { readonly kind: "block"; readonly schemas: readonly BlockSchema[]; readonly variants: readonly string[] }
  | { readonly kind: "list"; readonly of: Meaning }
  /** A line of a package block, with `name` and `line`. */
  | { readonly kind: "package" };

/** What a name stands for in one declaration. */
export type Found =
  /** `span` is the header of what would hold it. */
  | { readonly kind: "unset"; readonly span: Span }
  | { readonly kind: "unknown" }
  | {
      readonly kind: "value";
      readonly value: unknown;
      readonly span: Span;
      readonly isDefault: boolean;
      /** A list that may hold more than is known. */
      readonly open?: true;
    }
  | { readonly kind: "block"; readonly block: Block }
  | { readonly kind: "items"; readonly items: readonly Found[]; readonly span: Span };

/** A name inside something that has a meaning. */
export interface Step {
  readonly meaning: Meaning;
  readonly find: (holder: Found) => Found;
}

/** Why a name can't be followed. `unreadable` is a reason in words. */
export type NoStep =
  | { readonly problem: "no such name" | "several" }
  | { readonly problem: "unreadable"; readonly why: string };

/** Follows `name` in `holder`; `more` where another name follows, which a setting of the same name may not have. */
export function stepInto(holder: Meaning, name: string, more: boolean): Step | NoStep {
  switch (holder.kind) {
    case "value":
      return stepIntoValue(holder.type, name);
    case "block":
      return stepIntoBlock(holder.schemas, name, more);
    case "list":
      return { problem: "several" };
    case "package":
      return name === "name" || name === "line" ? packageStep(name) : { problem: "no such name" };
  }
}

/** The names that can follow `holder`, for suggestions. */
export function namesIn(holder: Meaning): string[] {
  if (holder.kind === "package") return ["name", "line"];
  if (holder.kind === "value") return holder.type.shape.kind === "range" ? ["from", "to"] : [];
  if (holder.kind === "list") return [];
  const blocks = holder.schemas.flatMap((schema) => Object.keys(schema.blocks).filter((key) => !overlayKeys.has(key)));
  return [...new Set([...holder.schemas.flatMap((schema) => Object.keys(schema.settings)), ...blocks])];
}

/** The type by which something is compared: a value's own, and for a block with a variant the choice between variants. */
export function comparedAs(meaning: Meaning): ValueType<unknown> | undefined {
  if (meaning.kind === "value") return meaning.type;
  return meaning.kind === "block" && meaning.variants.length > 0 ? choice(...meaning.variants) : undefined;
}

/** What the items of a list, or the settings of a block of free names, are. */
export function itemsOfMeaning(meaning: Meaning): Meaning | undefined {
  if (meaning.kind === "list") return meaning.of;
  if (meaning.kind === "value")
    return meaning.type.shape.kind === "list" && meaning.type.of ? { kind: "value", type: meaning.type.of } : undefined;
  const any = meaning.kind === "block" ? meaning.schemas.find((schema) => schema.anySetting)?.anySetting : undefined;
  return any && { kind: "value", type: any.type };
}

function stepIntoValue(type: ValueType<unknown>, name: string): Step | NoStep {
  if (type.shape.kind !== "range" || type.of === undefined || (name !== "from" && name !== "to"))
    return { problem: "no such name" };
  return {
    meaning: { kind: "value", type: type.of },
    find: (holder) => {
      if (holder.kind !== "value") return holder;
      const range = holder.value as { readonly from: unknown; readonly to: unknown }; // the shape says that it is a range
      return { ...holder, value: range[name] };
    },
  };
}

function stepIntoBlock(schemas: readonly BlockSchema[], name: string, more: boolean): Step | NoStep {
  if (overlayKeys.has(name) && schemas.some((schema) => schema.blocks[name]))
    return { problem: "unreadable", why: "every stage and every window is checked by itself" };
  const types = schemas.flatMap((schema) => ownSetting(schema, name)?.type ?? []);
  const uses = schemas.flatMap((schema) => (Object.hasOwn(schema.blocks, name) ? (schema.blocks[name] ?? []) : []));
  const [type] = types;
  const [use] = uses;
  if (type !== undefined && (use === undefined || !more)) {
    if (types.some((one) => one.name !== type.name))
      return { problem: "unreadable", why: "it holds another type of value in another variant" };
    return { meaning: { kind: "value", type }, find: (holder) => findSetting(holder, name) };
  }
  return use === undefined ? { problem: "no such name" } : blockStep(uses, use, name);
}

function ownSetting(schema: BlockSchema, name: string): Setting<unknown> | undefined {
  return Object.hasOwn(schema.settings, name) ? schema.settings[name] : schema.anySetting;
}

function blockStep(uses: readonly BlockUse[], use: BlockUse, name: string): Step | NoStep {
  const schemas = uses.flatMap(schemasOf);
  if (schemas.some((schema) => schema.free))
    return { problem: "unreadable", why: "it is passed on as it is written, past the vocabulary" };
  if (schemas.some((schema) => schema.packages))
    return { meaning: { kind: "list", of: { kind: "package" } }, find: (holder) => findPackages(holder, name) };
  const variants = [...new Set(uses.flatMap((use) => Object.keys(use.variants ?? {})))];
  const meaning: Meaning = { kind: "block", schemas, variants };
  if (use.label === "name" || use.label === "text")
    return { meaning: { kind: "list", of: meaning }, find: (holder) => findBlocks(holder, name) };
  return { meaning, find: (holder) => findBlock(holder, name) };
}

function schemasOf(use: BlockUse): BlockSchema[] {
  if (use.variants) return Object.values(use.variants);
  const schema = typeof use.schema === "function" ? use.schema() : use.schema;
  return schema === undefined ? [] : [schema];
}

function packageStep(name: "name" | "line"): Step {
  return {
    meaning: { kind: "value", type: text },
    find: (holder) => {
      if (holder.kind !== "value") return holder;
      const { start, end, file } = holder.span;
      const requirement = holder.value as { readonly name: string }; // an item of findPackages
      return { ...holder, value: name === "name" ? requirement.name : file.text.slice(start, end).trim() };
    },
  };
}

/** What is missing where something could not be read, or is required and asked for elsewhere, may be anything. */
function missing(block: Block, required: boolean): Found {
  return block.broken || required ? { kind: "unknown" } : { kind: "unset", span: block.span };
}

function findSetting(holder: Found, name: string): Found {
  if (holder.kind !== "block") return holder;
  const { block } = holder;
  const held: Sourced<unknown> | typeof unknown | undefined = block.settings.get(name);
  if (held === unknown) return { kind: "unknown" };
  if (held !== undefined)
    return {
      kind: "value",
      value: held.value,
      span: held.span,
      isDefault: false,
      ...(isOpen(held) ? { open: true } : {}),
    };
  const setting = ownSetting(block.schema, name);
  if (setting?.default === undefined || block.broken) return missing(block, setting?.required === true);
  return { kind: "value", value: setting.default, span: block.span, isDefault: true };
}

/** A list of which not all is known. */
export interface OpenList<T> extends Sourced<T> {
  readonly open: true;
}

function isOpen(held: Sourced<unknown>): held is OpenList<unknown> {
  return "open" in held;
}

function findBlock(holder: Found, name: string): Found {
  if (holder.kind !== "block") return holder;
  const inner = holder.block.blocks.find((block) => block.key === name);
  if (inner) return { kind: "block", block: inner };
  return missing(holder.block, holder.block.schema.blocks[name]?.required === true);
}

function findBlocks(holder: Found, name: string): Found {
  if (holder.kind !== "block") return holder;
  if (holder.block.broken) return { kind: "unknown" };
  const items = holder.block.blocks.filter((block) => block.key === name);
  return { kind: "items", items: items.map((block) => ({ kind: "block", block })), span: holder.block.span };
}

function findPackages(holder: Found, name: string): Found {
  const found = findBlock(holder, name);
  if (found.kind === "unset") return { kind: "items", items: [], span: found.span };
  if (found.kind !== "block") return found;
  if (found.block.broken) return { kind: "unknown" };
  const items = found.block.packages.map(
    ({ requirement, span }): Found => ({ kind: "value", value: requirement, span, isDefault: false }),
  );
  return { kind: "items", items, span: found.block.span };
}
