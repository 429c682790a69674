// What one body is read with, and what its items become.

import type { Chart } from "../knowledge/charts/charts.ts";
import { type BlockSchema, mayRepeat } from "../schema/block.ts";
import { otherName } from "../schema/other-names.ts";
import { duplicateSetting } from "../schema/schema-diagnostics.ts";
import type { ValueReader } from "../schema/value-type.ts";
import type { BodyItem, Range } from "../syntax/tree.ts";
import { closest } from "../text/edit-distance.ts";
import { spanOf } from "../text/span.ts";
import type { OwnBlock, OwnSetting, Removal } from "./block.ts";
import type { ReadingContext } from "./constants.ts";

/** What all bodies of a declaration are read with. */
export interface BodyContext extends ReadingContext {
  readonly reader: ValueReader;
  /** The declaration, as people write it. */
  readonly by: string;
  /** What values of the chart are checked by. */
  readonly chart: Chart;
}

/** What one body is read with, and what was read of it so far: it grows item by item. */
export interface BodyScope {
  readonly schema: BlockSchema;
  readonly context: BodyContext;
  /** All items of the body, those that are not read yet among them. */
  readonly body: readonly BodyItem[];
  /** The first item of each identity. */
  readonly seen: Map<string, BodyItem>;
  readonly settings: Map<string, OwnSetting>;
  readonly blocks: OwnBlock[];
  /** Stages and windows. */
  readonly overlays: OwnBlock[];
  readonly removals: Removal[];
}

/**
 * What became of an item. `unknown`: it could not be read, and may have been anything. `meaningless`: its name is that of nothing in the
 * schema and like none, so that nothing else follows from it. Both have been reported.
 */
export type ReadItem = "read" | "unknown" | "meaningless";

/**
 * Was there an item of this identity before? Reported, so that the second is not read: it may be a slip of another. Of one whose value could not
 * be read that is reported already, and it may be no setting at all.
 */
export function isRepeated(id: string, item: BodyItem, { seen, context }: BodyScope): boolean {
  const first = seen.get(id);
  if (first === undefined || isUnreadable(first)) {
    seen.set(id, item);
    return false;
  }
  if (isUnreadable(item)) return true;
  const related = [{ span: spanOf(context.reader.file, headOf(first)), message: "It is also set here." }];
  context.reader.say(duplicateSetting, { name: id }, headOf(item), { related });
  return true;
}

function isUnreadable(item: BodyItem): boolean {
  return item.kind === "setting" && item.value.kind === "unreadable";
}

/** The place of an item's name or header. */
export function headOf(item: BodyItem): Range {
  if (item.kind === "block") return item.header;
  if (item.kind !== "setting") return item;
  const first = item.path[0];
  const last = item.path.at(-1);
  return first && last ? { start: first.start, end: last.end } : item;
}

/** What a name that the schema does not have was meant for. `beside`: what it is like is written in the body, too, and only once. */
export interface MeantName {
  readonly suggestion: string | undefined;
  readonly beside: string | undefined;
  /** Is it no slip of the pen, but what others call it? What it holds may then have to be written otherwise too. */
  readonly isOther: boolean;
}

export function meantName(key: string, { schema, body }: BodyScope): MeantName {
  const blocks = Object.keys(schema.blocks);
  const known = [...Object.keys(schema.settings), ...blocks];
  const names = new Set(body.map(keyOf));
  const isTaken = (name: string) => {
    const use = Object.hasOwn(schema.blocks, name) ? schema.blocks[name] : undefined;
    return (use === undefined || !mayRepeat(use)) && names.has(name);
  };
  const free = known.filter((one) => !isTaken(one));
  const other = otherName(key, free);
  const suggestion = other ?? closest(key, free);
  const beside = suggestion === undefined ? closest(key, known) : undefined;
  return { suggestion, beside, isOther: other !== undefined };
}

/** The name that an item has in the schema. */
export function keyOf(item: BodyItem): string | undefined {
  if (item.kind === "block") return item.name.text;
  const [first] = item.kind === "setting" && item.path.length === 1 ? item.path : [];
  return first?.kind === "name" ? first.text : undefined;
}
