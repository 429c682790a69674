// How the vocabulary is said: a block is a table of settings and of blocks inside it. Everything else derives from it.

import type { PackageBlock } from "../syntax/tree.ts";
import type { Grant } from "./grants.ts";
import type { ValueType } from "./value-type.ts";

/** What one setting is declared with. */
export interface SettingDefinition<T> {
  readonly type: ValueType<T>;
  /** What it means, in a sentence or two of Markdown. */
  readonly doc: string;
  /** The value in an example, as written. */
  readonly example: string;
  readonly required?: boolean;
  /** The value that stands in where nothing is said. */
  readonly default?: T;
  /** In words, where the default is worked out from something else. */
  readonly defaultDoc?: string;
  /** What an area needs to set it. */
  readonly grant?: Grant;
}

export interface Setting<T> extends SettingDefinition<T> {
  readonly key: string;
}

/** What stands between a block's name and its brace. */
export type Label = "none" | "name" | "text" | "range" | "variant";

export interface BlockUseDefinition {
  readonly label: Label;
  readonly doc: string;
  readonly example: string;
  /** The block's settings, or one schema for each variant. */
  readonly schema?: BlockSchema | (() => BlockSchema);
  readonly variants?: Readonly<Record<string, BlockSchema>>;
  /** What is written in place of variants that people try, by these. */
  readonly instead?: Readonly<Record<string, string>>;
  readonly required?: boolean;
  /** Also allowed several times with the same label; `during` is. */
  readonly family?: boolean;
  /** Where its name is a quoted value of this setting, the setting has that value. */
  readonly labelSets?: string;
  /** Its name becomes the value of a label in a cluster. */
  readonly inCluster?: boolean;
  /** Any number of them stand side by side; a child's come after its parent's. */
  readonly many?: boolean;
  /** `KEY = none` is the block with this setting, a truth, at `false`. */
  readonly noneIs?: string;
  /** It may extend another of the same body, and begins as that one, without these settings. */
  readonly extends?: { readonly without: readonly string[] };
  /** What an area needs to have it. */
  readonly grant?: Grant;
}

export interface BlockUse extends BlockUseDefinition {
  readonly key: string;
}

/** Can there be several of the block in one body, of one label or of several? */
export function mayRepeat({ label, many }: BlockUse): boolean {
  return many === true || (label !== "none" && label !== "variant");
}

export interface BlockSchema<
  S extends Readonly<Record<string, Setting<unknown>>> = Readonly<Record<string, Setting<unknown>>>,
> {
  readonly name: string;
  readonly doc: string;
  readonly settings: S;
  readonly blocks: Readonly<Record<string, BlockUse>>;
  /** Settings of any name, each of this type. */
  readonly anySetting?: Setting<unknown>;
  /** Requirement lines of this format. */
  readonly packages?: PackageBlock;
  /** Holds settings and blocks of any name: values of the chart below this path. */
  readonly free?: readonly string[];
  /** Of a free block: the values are of another chart, and nothing is known of its keys. */
  readonly unchecked?: boolean;
  /** At least one of each of these must be there. */
  readonly oneOf: readonly (readonly string[])[];
}

type Definitions = Readonly<Record<string, SettingDefinition<unknown>>>;
type Settings<D extends Definitions> = {
  readonly [K in keyof D]: D[K] extends SettingDefinition<infer T> ? Setting<T> : never;
};

/** Declares a block. Each setting learns its key. */
export function defineBlock<const D extends Definitions>(definition: {
  readonly name: string;
  readonly doc: string;
  readonly settings: D;
  readonly blocks?: Readonly<Record<string, BlockUseDefinition>>;
  readonly anySetting?: SettingDefinition<unknown>;
  readonly packages?: PackageBlock;
  readonly free?: readonly string[];
  readonly unchecked?: boolean;
  readonly oneOf?: readonly (readonly string[])[];
}): BlockSchema<Settings<D>> {
  const { settings, blocks, anySetting, oneOf, ...rest } = definition;
  return {
    ...rest,
    settings: keyed(settings) as Settings<D>, // the keys are those of D and each value keeps its type
    blocks: keyed(blocks ?? {}),
    oneOf: oneOf ?? [],
    ...(anySetting ? { anySetting: { ...anySetting, key: "NAME" } } : {}),
  };
}

/** A block in another, for what its schema says. It has no label unless one is said. */
export function nested(
  schema: BlockSchema,
  example: string,
  more: Partial<BlockUseDefinition> = {},
): BlockUseDefinition & { readonly schema: BlockSchema } {
  return { label: "none", doc: schema.doc, example, ...more, schema };
}

/** A setting's declaration; only fixes its type. */
export function setting<T>(definition: SettingDefinition<T>): SettingDefinition<T> {
  return definition;
}

function keyed<T extends object>(table: Readonly<Record<string, T>>): Record<string, T & { readonly key: string }> {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, { ...value, key }]));
}

/** The schema of a block use, for the variant where it has variants. */
export function schemaOf(use: BlockUse, variant: string | undefined): BlockSchema | undefined {
  if (use.variants)
    return variant !== undefined && Object.hasOwn(use.variants, variant) ? use.variants[variant] : undefined;
  return typeof use.schema === "function" ? use.schema() : use.schema;
}
