// A body of the syntax tree against its schema: every setting read by its type, every block by its own schema.

import type { Fix } from "../diagnostics/diagnostic.ts";
import { type BlockUse, schemaOf } from "../schema/block.ts";
import { duplicateSetting, unknownSetting, wrongForm } from "../schema/schema-diagnostics.ts";
import type { ValueReader } from "../schema/value-type.ts";
import { unknown } from "../schema/value-type.ts";
import { endsInOrder } from "../schema/values/meant-value.ts";
import type { BlockNode, BodyItem } from "../syntax/tree.ts";
import { spanOf } from "../text/span.ts";
import { type OwnBlock, type OwnSetting, overlayKeys, writtenName } from "./block.ts";
import { type BodyContext, type BodyScope, isRepeated, meantName, type ReadItem } from "./body-scope.ts";
import { createReader } from "./constants.ts";
import { readFree } from "./read-free.ts";
import { type NumberedBlock, readLabel } from "./read-label.ts";
import { readPackages } from "./read-packages.ts";
import { readSetting } from "./read-setting.ts";

/** The identity of an own block, without its contents. */
export type BlockIdentity = Pick<
  OwnBlock,
  "schema" | "key" | "label" | "variant" | "window" | "extends" | "span" | "doc" | "broken"
>;

type BlockContents = Pick<OwnBlock, "settings" | "blocks" | "overlays" | "packages" | "removals" | "broken" | "flawed">;

/** Reads a body by `identity.schema`. */
export function readBody(body: readonly BodyItem[], identity: BlockIdentity, context: BodyContext): OwnBlock {
  const { settings, blocks, overlays, packages, removals, broken, flawed } = readContents(body, identity, context);
  return {
    schema: identity.schema,
    key: identity.key,
    label: identity.label,
    variant: identity.variant,
    window: identity.window,
    extends: identity.extends,
    by: context.by,
    span: identity.span,
    doc: identity.doc,
    settings,
    blocks,
    overlays,
    packages,
    removals,
    broken: identity.broken || broken,
    flawed,
    plain:
      identity.extends === undefined &&
      removals.length === 0 &&
      blocks.every(({ plain }) => plain) &&
      isPlain(settings),
  };
}

function readContents(body: readonly BodyItem[], { schema, doc }: BlockIdentity, context: BodyContext): BlockContents {
  if (schema.packages) {
    const { file } = context.reader;
    const read = readPackages(body, { file, format: schema.packages, by: context.by, report: context.report });
    return { ...nothing, packages: read.packages, broken: read.broken };
  }
  if (schema.free) {
    const read = readFree(body, { root: schema.free, doc, unchecked: schema.unchecked === true }, context);
    return { ...nothing, settings: read.settings, broken: read.broken, flawed: read.flawed };
  }
  if (body.length === 0) return nothing;
  const scope: BodyScope = {
    schema,
    context,
    body,
    seen: new Map(),
    settings: new Map(),
    blocks: [],
    overlays: [],
    removals: [],
  };
  let broken = false;
  let flawed = false;
  for (const item of body) {
    const read = readItem(item, scope);
    if (read === "unknown") broken = true;
    else if (read === "meaningless") flawed = true;
  }
  return {
    settings: scope.settings.size === 0 ? nothing.settings : scope.settings,
    blocks: scope.blocks,
    overlays: scope.overlays,
    packages: nothing.packages,
    removals: scope.removals,
    broken,
    flawed,
  };
}

/** What most blocks have of most things is nothing, and that is the same for all of them. */
const nothing: BlockContents = {
  settings: new Map(),
  blocks: [],
  overlays: [],
  packages: [],
  removals: [],
  broken: false,
  flawed: false,
};

/** Is every value what it is whatever lies under it, or at least where nothing does? */
function isPlain(settings: ReadonlyMap<string, OwnSetting>): boolean {
  for (const { value, operator, setting } of settings.values()) {
    if (value === unknown || operator === "none" || operator === "-=") return false;
    if (operator === "+=" && setting.default !== undefined) return false;
  }
  return true;
}

function readItem(item: BodyItem, scope: BodyScope): ReadItem {
  if (item.kind === "setting") return readSetting(item, scope);
  if (item.kind !== "block") return "unknown";
  return item.family === undefined ? readBlock(item, scope) : readFamily(item, item.family, scope);
}

/** A block that stands for several (`pool user[1..3] { }`), as its members. */
function readFamily(node: BlockNode, { first, last }: NonNullable<BlockNode["family"]>, scope: BodyScope): ReadItem {
  let read: ReadItem = "read";
  for (let number = first; number <= Math.min(last, first + 499); number++) {
    const member = readBlock({ ...node, number }, scope);
    if (read !== "unknown" && member !== "read") read = member;
  }
  return read;
}

function readBlock(node: NumberedBlock, scope: BodyScope): ReadItem {
  const { schema, context } = scope;
  const { reader } = context;
  const key = node.name.text;
  const use = Object.hasOwn(schema.blocks, key) && node.path.length === 1 ? schema.blocks[key] : undefined;
  if (use === undefined) return refuseBlock(node, scope);
  const labelled = readLabel(node, use, context);
  if (labelled === "unknown") return use.label === "range" ? readUndated(node, use, context) : "unknown";
  const { label, variant, window } = labelled;
  if (!use.many && isRepeated(use.label === "variant" ? key : writtenName({ key, label, variant }), node, scope))
    return "unknown";
  const { header, doc, broken } = node;
  const identity: BlockIdentity = {
    schema: labelled.schema,
    key,
    label,
    variant,
    window,
    extends: labelled.extends,
    span: spanOf(reader.file, header),
    doc,
    broken,
  };
  const inner = node.number === undefined ? context : withNumber(context, node.number);
  const block = withNamedSetting(readBody(node.body, identity, inner), labelled.sets, context);
  (overlayKeys.has(key) ? scope.overlays : scope.blocks).push(block);
  return "read";
}

/**
 * A window of which nobody knows when it is. What it says is read for its own mistakes. Nothing else is left open by it: on other days things are
 * as they are without it.
 */
function readUndated({ header, doc, broken, body }: NumberedBlock, use: BlockUse, context: BodyContext): ReadItem {
  const schema = schemaOf(use, undefined);
  if (schema === undefined) return "unknown";
  const { key } = use;
  const span = spanOf(context.reader.file, header);
  readBody(body, { schema, key, label: undefined, variant: undefined, window: undefined, span, doc, broken }, context);
  return "meaningless";
}

/** The block with the setting that its quoted name is a value of, which its body can't say again. */
function withNamedSetting(block: OwnBlock, named: OwnSetting | undefined, { reader }: BodyContext): OwnBlock {
  if (named === undefined) return block;
  const { key } = named.setting;
  const again = block.settings.get(key);
  if (again === undefined) return { ...block, settings: new Map([[key, named], ...block.settings]) };
  const related = [{ span: named.span, message: "It is also set here, by the block's name." }];
  reader.say(duplicateSetting, { name: key }, again, { related });
  return block;
}

function refuseBlock(node: NumberedBlock, scope: BodyScope): ReadItem {
  const { schema, context } = scope;
  const { reader } = context;
  const key = node.name.text;
  if (Object.hasOwn(schema.settings, key)) {
    reader.say(wrongForm, { name: key, form: `${key} = …` }, node.header, { fixes: rangeMeant(node, reader) });
    return "unknown";
  }
  if (schema.anySetting !== undefined && node.labels.length === 0 && node.parent === undefined) {
    return refuseEntry(node, reader);
  }
  const { suggestion, beside } = meantName(key, scope);
  const fixes = suggestion === undefined ? [] : [reader.fix(`Write \`${suggestion}\``, node.name, suggestion)];
  reader.say(unknownSetting, { name: key, block: schema.name, suggestion, beside, what: "block" }, node.name, {
    fixes,
  });
  return suggestion === undefined ? "meaningless" : "unknown";
}

/** `memory { guarantee = 1GiB  limit = 2GiB }`: the two ends of a range. */
function rangeMeant({ name, body, start, end }: NumberedBlock, reader: ValueReader): readonly Fix[] {
  const { text } = reader.file;
  const entries = body.flatMap((item) => (item.kind === "setting" ? [item] : []));
  const ends = endsInOrder(entries, text);
  if (ends === undefined || entries.length !== body.length) return [];
  const range = `${name.text} = ${ends.join(" .. ")}`;
  return [reader.offer(`Write \`${range}\``, { start, end }, range)];
}

/** `hw01 { path = … }` where entries with names of their own stand: each of them is a setting. */
function refuseEntry({ name, header, body }: NumberedBlock, reader: ValueReader): ReadItem {
  const fix = reader.fix(`Write \`${name.text} = {\``, { start: name.end, end: name.end }, " =");
  const first =
    body[0]?.kind === "setting" ? reader.file.text.slice(body[0].start, body[0].end).split("=", 1)[0] : undefined;
  const form = `${name.text} = { ${first === undefined ? "" : `${first.trim()} = … `}}`;
  reader.say(wrongForm, { name: name.text, form }, header, { fixes: [fix] });
  return "unknown";
}

function withNumber(context: BodyContext, number: number): BodyContext {
  const next = { ...context, number };
  return { ...next, reader: createReader(context.reader.file, next) };
}
