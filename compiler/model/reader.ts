// What a block says, read by the types that its schema gives: a setting that is not there, or is of another type, does not compile.

import type { BlockSchema, Setting } from "../schema/block.ts";
import { type Block, valueIn } from "./block.ts";
import type { Sourced } from "./sourced.ts";

/** The schema of a block, or those of its variants by name. */
type Schemas = BlockSchema | Readonly<Record<string, BlockSchema>>;

type SettingsOf<S extends Schemas> = S extends BlockSchema<infer D> ? D : SettingsOfVariants<S[keyof S]>;
type SettingsOfVariants<V> = V extends BlockSchema<infer D> ? D : never;
type KeyOf<D> = D extends unknown ? keyof D & string : never;
type ValueOf<D, K extends string> = D extends Readonly<Record<K, Setting<infer T>>> ? T : never;

/** The value of a setting by its key, or its default; undefined where it is unset or has an error, or where the block's variant has no such setting. */
export type Reader<S extends Schemas> = <K extends KeyOf<SettingsOf<S>>>(
  key: K,
) => Sourced<ValueOf<SettingsOf<S>, K>> | undefined;

/**
 * Reads a block of this schema, or of one of these variants.
 * @throws Error where the block's schema has another name.
 */
export function readerOf<S extends Schemas>(schemas: S, block: Block): Reader<S> {
  if (!isOfSchema(block.schema, schemas)) throw new Error(`invariant: a block ${block.schema.name} is read as another`);
  return <K extends KeyOf<SettingsOf<S>>>(key: K) => {
    // The schema, or another of the variants, gives this key this type.
    const setting = block.schema.settings[key] as Setting<ValueOf<SettingsOf<S>, K>> | undefined;
    return setting && valueIn(block, setting);
  };
}

function isOfSchema(schema: BlockSchema, schemas: Schemas): boolean {
  if (schema === schemas) return true;
  const all: readonly unknown[] = [schemas, ...Object.values(schemas)];
  return all.some((one) => typeof one === "object" && one !== null && "name" in one && one.name === schema.name);
}
