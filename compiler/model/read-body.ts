// A body of the syntax tree against its schema: every setting read by its type, every block by its own schema.

import { unknownSetting, wrongForm } from "../schema/schema-diagnostics.ts";
import type { BodyItem } from "../syntax/tree.ts";
import { closest } from "../text/edit-distance.ts";
import { spanOf } from "../text/span.ts";
import type { OwnBlock, OwnSetting, Removal } from "./block.ts";
import { type BodyContext, type BodyScope, isRepeated, type ReadItem } from "./body-scope.ts";
import { createReader } from "./constants.ts";
import { readFree } from "./read-free.ts";
import { type NumberedBlock, readLabel } from "./read-label.ts";
import { readPackages } from "./read-packages.ts";
import { readSetting } from "./read-setting.ts";

/** The identity of an own block, without its contents. */
export type BlockIdentity = Pick<
  OwnBlock,
  "schema" | "key" | "label" | "variant" | "window" | "by" | "span" | "doc" | "broken"
>;

/** Reads a body by `identity.schema`. */
export function readBody(body: readonly BodyItem[], identity: BlockIdentity, context: BodyContext): OwnBlock {
  const settings = new Map<string, OwnSetting>();
  const blocks: OwnBlock[] = [];
  const removals: Removal[] = [];
  let broken = identity.broken;
  const { schema } = identity;
  if (schema.packages) {
    const { file } = context.reader;
    const read = readPackages(body, { file, format: schema.packages, by: context.by, report: context.report });
    return { ...identity, settings, blocks, packages: read.packages, removals, broken: broken || read.broken };
  }
  if (schema.free) {
    const read = readFree(body, { root: schema.free, doc: identity.doc }, context);
    return { ...identity, settings: read.settings, blocks, packages: [], removals, broken: broken || read.broken };
  }
  const scope: BodyScope = { schema, context, seen: new Map() };
  for (const item of flattened(body)) {
    const read = readItem(item, scope);
    if (read === "unknown") broken = true;
    else if (read.kind === "setting") settings.set(read.key, read.setting);
    else if (read.kind === "block") blocks.push(read.block);
    else removals.push(read.removal);
  }
  return { ...identity, settings, blocks, packages: [], removals, broken };
}

/** Blocks of a family (`pool user[1..3] { }`) as their members. */
function flattened(body: readonly BodyItem[]): (BodyItem & { readonly number?: number })[] {
  return body.flatMap((item) => {
    if (item.kind !== "block" || item.family === undefined) return [item];
    const { first, last } = item.family;
    return Array.from({ length: Math.max(0, Math.min(500, last - first + 1)) }, (_, i) => ({
      ...item,
      number: first + i,
    }));
  });
}

function readItem(item: BodyItem & { readonly number?: number }, scope: BodyScope): ReadItem | "unknown" {
  if (item.kind === "setting") return readSetting(item, scope);
  return item.kind === "block" ? readBlock(item, scope) : "unknown";
}

function readBlock(node: NumberedBlock, scope: BodyScope): ReadItem | "unknown" {
  const { schema, context } = scope;
  const { reader } = context;
  const key = node.name.text;
  const use = Object.hasOwn(schema.blocks, key) && node.path.length === 1 ? schema.blocks[key] : undefined;
  if (use === undefined) return refuseBlock(node, scope);
  const labelled = readLabel(node, use, reader);
  if (labelled === "unknown") return "unknown";
  const by = [key, labelled.label ?? labelled.variant].filter((part) => part !== undefined).join(" ");
  if (!use.many && isRepeated(use.label === "variant" ? key : by, node, scope)) return "unknown";
  const { header, doc, broken } = node;
  const identity: BlockIdentity = { ...labelled, key, by, span: spanOf(reader.file, header), doc, broken };
  const block = readBody(node.body, identity, node.number === undefined ? context : withNumber(context, node.number));
  return { kind: "block", block };
}

function refuseBlock(node: NumberedBlock, { schema, context: { reader } }: BodyScope): "unknown" {
  const key = node.name.text;
  if (Object.hasOwn(schema.settings, key)) {
    reader.say(wrongForm, { name: key, form: `${key} = …` }, node.header);
    return "unknown";
  }
  const suggestion = closest(key, [...Object.keys(schema.blocks), ...Object.keys(schema.settings)]);
  const fixes = suggestion === undefined ? [] : [reader.fix(`Write \`${suggestion}\``, node.name, suggestion)];
  reader.say(unknownSetting, { name: key, block: schema.name, suggestion, what: "block" }, node.name, { fixes });
  return "unknown";
}

function withNumber(context: BodyContext, number: number): BodyContext {
  const next = { ...context, number };
  return { ...next, reader: createReader(context.reader.file, next) };
}
