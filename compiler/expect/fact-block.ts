// Facts as a block of settings, so that conditions find them as they find settings: each with its value and the place that decided it.
// What only the hub knows is unknown there, and the reason is kept beside.

import type { Block } from "../model/block.ts";
import { noSteps, type Sourced } from "../model/sourced.ts";
import type { OpenList } from "../policy/meaning.ts";
import type { BlockSchema } from "../schema/block.ts";
import { type Item, type Target, type Unknown, unknown } from "../schema/value-type.ts";
import type { Span } from "../text/span.ts";

/** Why a fact is as it is, or why nothing here knows it. */
export interface Reason {
  /** A clause. */
  readonly because: string;
  readonly places: readonly Span[];
}

export interface Facts {
  readonly block: Block;
  /** By the name of the fact, such as `server.memory`. */
  readonly reasons: ReadonlyMap<string, Reason>;
}

/** Settings being gathered, with the reasons for some of them. */
export interface Gathering {
  readonly settings: Map<string, Sourced<unknown> | Unknown>;
  readonly reasons: Map<string, Reason>;
  /** What goes before the names of its facts: `server.` */
  readonly prefix: string;
}

export function gathering(prefix: string, reasons: Map<string, Reason> = new Map()): Gathering {
  return { settings: new Map(), reasons, prefix };
}

/** A value that holds because of what stands at `span`. */
export function put(to: Gathering, key: string, value: unknown, span: Span): void {
  to.settings.set(key, { value, span, how: "derived", by: "expect", earlier: noSteps });
}

export function putUnknown(to: Gathering, key: string, reason: Reason): void {
  to.settings.set(key, unknown);
  to.reasons.set(`${to.prefix}${key}`, reason);
}

/** A list that may hold more than is known. */
export function putList(
  to: Gathering,
  key: string,
  items: readonly Item<unknown>[],
  { span, open }: { readonly span: Span; readonly open: Reason | undefined },
): void {
  const value: Sourced<unknown> = { value: items, span, how: "derived", by: "expect", earlier: noSteps };
  const list: OpenList<unknown> = { ...value, open: true };
  to.settings.set(key, open === undefined ? value : list);
  if (open !== undefined) to.reasons.set(`${to.prefix}${key}`, open);
}

export function item<T>(value: T, { file, start, end }: Span): Item<T> {
  return { value, file, start, end };
}

/** A declaration by its name in the model, where images of the standard library begin with `std-`. */
export function targetOf(kind: string, name: string): Target {
  const [, standard] = kind === "image" ? (/^std-(.*)$/.exec(name) ?? []) : [];
  return { kind, name: standard ?? name, standard: standard !== undefined };
}

/** A block of facts. `broken`: of blocks and variables in it, not all is known. */
export function factBlock(
  schema: BlockSchema,
  { settings }: Gathering,
  place: { readonly key: string; readonly span: Span; readonly blocks?: readonly Block[]; readonly broken?: boolean },
): Block {
  const { key, span, blocks = [], broken = false } = place;
  return {
    schema,
    key,
    label: undefined,
    variant: undefined,
    by: "expect",
    span,
    doc: undefined,
    settings,
    blocks,
    overlays: [],
    packages: [],
    broken,
    flawed: false,
  };
}
