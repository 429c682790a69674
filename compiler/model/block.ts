// Blocks between syntax and model: what one declaration says (`OwnBlock`), and what holds once parents, stages and
// windows are merged (`Block`).

import type { BlockSchema, Setting } from "../schema/block.ts";
import { type Unknown, unknown } from "../schema/value-type.ts";
import type { Span } from "../text/span.ts";
import type { PackageRequirement } from "./model.ts";
import { noSteps, type Sourced } from "./sourced.ts";

/**
 * One setting as one declaration writes it. It is a value with its steps, as it holds where nothing lies under it: `span` is
 * the value's place. `start` and `end` are those of all of it, in the same file.
 */
export interface OwnSetting extends Sourced<unknown | Unknown> {
  readonly setting: Setting<unknown>;
  readonly operator: "=" | "+=" | "-=" | "none";
  readonly start: number;
  readonly end: number;
}

/** What each operator does to a value; `none` leaves nothing that could tell. */
export const doneBy = { "=": "set", "+=": "added", "-=": "removed", none: "removed" } as const;

/** What one declaration says, in one body. All of it that is `plain` is also what holds where nothing lies under it. */
export interface OwnBlock {
  readonly schema: BlockSchema;
  readonly key: string;
  readonly label: string | undefined;
  readonly variant: string | undefined;
  /** For `during`: first and last day. */
  readonly window: { readonly from: number; readonly to: number } | undefined;
  /** The label of the block that it extends. */
  readonly extends?: { readonly label: string; readonly span: Span } | undefined;
  /** The declaration that it is part of, as people write it: `image data8`. */
  readonly by: string;
  readonly span: Span;
  readonly doc: string | undefined;
  readonly settings: ReadonlyMap<string, OwnSetting>;
  readonly blocks: readonly OwnBlock[];
  /** Stages and windows in it. */
  readonly overlays: readonly OwnBlock[];
  readonly packages: readonly PackageRequirement[];
  /** Labels, or package names, that `block -= [..]` takes away. */
  readonly removals: readonly Removal[];
  /** Something in it could not be read: nothing is said of what is missing in it. */
  readonly broken: boolean;
  /** Something in it has an error that leaves open nothing but what must be said and is not: a word that is like no setting. */
  readonly flawed: boolean;
  /** Every value in it, however deep, is known and needs nothing under it, and nothing is taken away. */
  readonly plain: boolean;
}

export interface Removal {
  readonly block: string;
  readonly names: readonly { readonly value: string; readonly span: Span }[];
}

/** What holds, with where every value came from. */
export interface Block {
  readonly schema: BlockSchema;
  readonly key: string;
  readonly label: string | undefined;
  readonly variant: string | undefined;
  /** The declaration, as people write it: `image data8`. */
  readonly by: string;
  readonly span: Span;
  readonly doc: string | undefined;
  readonly settings: ReadonlyMap<string, Sourced<unknown> | Unknown>;
  readonly blocks: readonly Block[];
  /** Stages and windows, the parent's first; they are merged onto the block when one of them applies. */
  readonly overlays: readonly OwnBlock[];
  readonly packages: readonly PackageRequirement[];
  readonly broken: boolean;
  readonly flawed: boolean;
  /** What it extends, or its parent does, is not known: what it says itself was read, and holds. */
  readonly orphan?: true;
}

/** Blocks that are merged onto the block that holds them instead of being part of it. */
export const overlayKeys: ReadonlySet<string> = new Set(["stage", "during"]);

/** A block inside a declaration, as people write it: `stage staging`, `auth github`, `links`. */
export function writtenName({ key, label, variant }: Pick<Block, "key" | "label" | "variant">): string {
  const name = label ?? variant;
  return name === undefined ? key : `${key} ${name}`;
}

/** The value of a setting, its default, or nothing where it is unset or has an error. */
export function valueIn<T>(block: Block, setting: Setting<T>): Sourced<T> | undefined {
  const found = block.settings.get(setting.key);
  if (found === unknown) return undefined;
  if (found !== undefined) return found as Sourced<T>; // read by this setting's own type
  if (setting.default === undefined) return undefined;
  return { value: setting.default as T, span: block.span, how: "default", by: "default", earlier: noSteps };
}

/** Is it said, by this block or a parent? Something with an error counts as said. */
export function isSaid(block: Block, key: string): boolean {
  return (
    block.settings.has(key) ||
    block.blocks.some((inner) => inner.key === key) ||
    block.overlays.some((inner) => inner.key === key)
  );
}

/** The blocks of a name, in order. */
export function blocksOf(block: Block, key: string): readonly Block[] {
  return block.blocks.length === 0 ? block.blocks : block.blocks.filter((inner) => inner.key === key);
}

/** The only block of a name. */
export function blockOf(block: Block, key: string): Block | undefined {
  return block.blocks.find((inner) => inner.key === key);
}

/** Settings of a block that takes any name, in order. */
export function freeSettings<T>(
  block: Block | undefined,
): readonly { readonly name: string; readonly value: Sourced<T> }[] {
  const found: { name: string; value: Sourced<T> }[] = [];
  for (const [name, value] of block?.settings ?? []) {
    if (value !== unknown) found.push({ name, value: value as Sourced<T> }); // read by the block's one type
  }
  return found;
}
