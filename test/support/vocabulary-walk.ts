// Every block and setting of the vocabulary, wherever it stands, with the way to it.

import type { BlockSchema, BlockUse, Setting } from "../../compiler/schema/block.ts";
import { vocabulary } from "../../compiler/schema/vocabulary.ts";

/** A block's use, or a declaration's kind, on the way to something. */
export interface Step {
  readonly schema: BlockSchema;
  /** Absent for the declaration itself. */
  readonly use: BlockUse | undefined;
  readonly variant: string | undefined;
}

export interface Place {
  readonly kind: string;
  readonly variant: string | undefined;
  /** From the declaration inwards. */
  readonly steps: readonly Step[];
}

export interface SettingPlace extends Place {
  readonly setting: Setting<unknown>;
  readonly key: string;
}

/** Every block of the vocabulary, declarations included; a block that stands in several places comes once for each. */
export function places(): readonly Place[] {
  return vocabulary.flatMap(({ kind, schema, variants }) => {
    if (variants !== undefined)
      return Object.entries(variants).flatMap(([variant, one]) => inside({ kind, variant }, one));
    return schema === undefined ? [] : inside({ kind, variant: undefined }, schema);
  });
}

/** Every setting of every place; one of any name under the name `some`. */
export function settingPlaces(): readonly SettingPlace[] {
  return places().flatMap((place) => {
    const schema = place.steps.at(-1)?.schema;
    const named = Object.values(schema?.settings ?? {}).map((setting) => ({ ...place, setting, key: setting.key }));
    return schema?.anySetting ? [...named, { ...place, setting: schema.anySetting, key: "some" }] : named;
  });
}

/** The names of all blocks. */
export function blockWords(): readonly string[] {
  const words = places().flatMap(({ steps }) => steps.flatMap(({ use }) => (use === undefined ? [] : [use.key])));
  return [...new Set(words)];
}

const deepest = 4;

function inside(head: Pick<Place, "kind" | "variant">, schema: BlockSchema): Place[] {
  const below = (steps: readonly Step[]): Place[] => {
    const here = { ...head, steps };
    const last = steps.at(-1);
    if (last === undefined || steps.length >= deepest) return [here];
    return [
      here,
      ...Object.values(last.schema.blocks).flatMap((use) => usesOf(use).flatMap((step) => below([...steps, step]))),
    ];
  };
  return below([{ schema, use: undefined, variant: head.variant }]);
}

function usesOf(use: BlockUse): Step[] {
  if (use.variants) return Object.entries(use.variants).map(([variant, schema]) => ({ schema, use, variant }));
  const schema = typeof use.schema === "function" ? use.schema() : use.schema;
  return schema === undefined ? [] : [{ schema, use, variant: undefined }];
}
