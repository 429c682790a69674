// A body of the syntax tree against its schema: every setting read by its type, every block by its own schema.

import { type DiagnosticDefinition, diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { type BlockSchema, type BlockUse, type Setting, schemaOf } from "../schema/block.ts";
import {
  cannotCombine,
  duplicateSetting,
  notSupportedYet,
  recordedOnly,
  unknownSetting,
  unknownVariant,
  wrongForm,
  wrongLabel,
} from "../schema/schema-diagnostics.ts";
import { unknown, type ValueReader } from "../schema/value-type.ts";
import { rangeOf } from "../schema/values/compounds.ts";
import { date } from "../schema/values/scalars.ts";
import type { BlockNode, BodyItem, NameNode, Range, SettingNode, TextNode, ValueNode } from "../syntax/tree.ts";
import { closest } from "../text/edit-distance.ts";
import { type Span, spanOf } from "../text/span.ts";
import type { OwnBlock, OwnSetting, Removal } from "./block.ts";
import { createReader, type ReadingContext } from "./constants.ts";
import { readPackages } from "./read-packages.ts";

/** What one body is read with. */
export interface BodyContext extends ReadingContext {
  readonly reader: ValueReader;
  /** No findings about what is not compiled yet; for the standard library. */
  readonly quiet: boolean;
}

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
  const seen = new Map<string, Range>();
  let broken = identity.broken;
  const { schema } = identity;
  if (schema.packages) {
    const read = readPackages(body, {
      file: context.reader.file,
      format: schema.packages,
      by: identity.by,
      report: context.report,
    });
    return { ...identity, settings, blocks, packages: read.packages, removals, broken: broken || read.broken };
  }
  for (const item of flattened(body)) {
    const read =
      item.kind === "setting"
        ? readSetting(item, schema, context)
        : item.kind === "block"
          ? readBlock(item, schema, context)
          : undefined;
    if (read === undefined || read === "unknown") {
      broken = true;
      continue;
    }
    if (isRepeated(read.id, item, seen, context)) continue;
    if (read.kind === "setting") settings.set(read.id, read.setting);
    else if (read.kind === "block") blocks.push(read.block);
    else removals.push(read.removal);
  }
  return { ...identity, settings, blocks, packages: [], removals, broken };
}

type ReadItem =
  | { readonly kind: "setting"; readonly id: string; readonly setting: OwnSetting }
  | { readonly kind: "block"; readonly id: string; readonly block: OwnBlock }
  | { readonly kind: "removal"; readonly id: string; readonly removal: Removal };

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

function isRepeated(id: string, item: BodyItem, seen: Map<string, Range>, context: BodyContext): boolean {
  const first = seen.get(id);
  if (first === undefined) {
    seen.set(id, headOf(item));
    return false;
  }
  const related = [{ span: spanOf(context.reader.file, first), message: "It is also set here." }];
  context.reader.say(duplicateSetting, { name: id }, headOf(item), { related });
  return true;
}

function headOf(item: BodyItem): Range {
  if (item.kind === "block") return item.header;
  const first = item.kind === "setting" ? item.path[0] : undefined;
  const last = item.kind === "setting" ? item.path.at(-1) : undefined;
  return first && last ? { start: first.start, end: last.end } : item;
}

function readSetting(node: SettingNode, schema: BlockSchema, context: BodyContext): ReadItem | "unknown" {
  const { reader } = context;
  const [first] = node.path;
  const key = first === undefined ? undefined : keyText(first);
  if (first === undefined || key === undefined) return "unknown";
  const use = Object.hasOwn(schema.blocks, key) ? schema.blocks[key] : undefined;
  if (use && node.operator === "-=" && node.path.length === 1) return readRemoval(node, use, context);
  const setting = node.path.length === 1 ? settingFor(schema, first, key) : undefined;
  if (setting === undefined) return refuseSetting(node, key, schema, use, context);
  if (node.value.kind === "unreadable") return "unknown";
  refuseUncompiled(setting, `\`${key}\``, first, context);
  const isNone = node.value.kind === "path" && node.value.names[0]?.text === "none" && node.value.names.length === 1;
  const combines = setting.type.shape.kind === "list";
  if (node.operator !== "=" && !combines) {
    reader.say(cannotCombine, { name: key, operator: node.operator }, headOf(node));
    return "unknown";
  }
  const operator = isNone && node.operator === "=" ? "none" : node.operator;
  const value = operator === "none" ? undefined : setting.type.read(node.value, reader);
  const own: OwnSetting = {
    setting,
    operator,
    value,
    span: spanOf(reader.file, node),
    valueSpan: spanOf(reader.file, node.value),
  };
  return { kind: "setting", id: key, setting: value === unknown ? { ...own, value: unknown } : own };
}

function keyText(node: NameNode | TextNode): string | undefined {
  if (node.kind === "name") return node.text;
  return node.parts.length === 1 && typeof node.parts[0] === "string" ? node.parts[0] : undefined;
}

function settingFor(schema: BlockSchema, node: NameNode | TextNode, key: string): Setting<unknown> | undefined {
  if (node.kind === "name" && Object.hasOwn(schema.settings, key)) return schema.settings[key];
  return schema.anySetting;
}

function refuseSetting(
  node: SettingNode,
  key: string,
  schema: BlockSchema,
  use: BlockUse | undefined,
  context: BodyContext,
): "unknown" {
  const at = headOf(node);
  if (use) {
    context.reader.say(wrongForm, { name: key, form: formOf(use) }, at);
    return "unknown";
  }
  const suggestion = closest(key, [...Object.keys(schema.settings), ...Object.keys(schema.blocks)]);
  const written = context.reader.file.text.slice(at.start, at.end);
  const fixes =
    suggestion && node.path.length === 1 ? [context.reader.fix(`Write \`${suggestion}\``, at, suggestion)] : [];
  context.reader.say(unknownSetting, { name: written, block: schema.name, suggestion, what: "setting" }, at, { fixes });
  return "unknown";
}

/** The header of a block, as an example of its form. */
export function formOf(use: BlockUse): string {
  switch (use.label) {
    case "none":
      return `${use.key} { … }`;
    case "name":
      return `${use.key} NAME { … }`;
    case "text":
      return `${use.key} "…" { … }`;
    case "range":
      return `${use.key} 2026-11-02 .. 2026-11-20 { … }`;
    case "variant":
      return `${use.key} ${Object.keys(use.variants ?? {})[0] ?? "VARIANT"} { … }`;
  }
}

/** `block -= [label, label]`; for a package block, names of packages. */
function readRemoval(node: SettingNode, use: BlockUse, context: BodyContext): ReadItem | "unknown" {
  const items = node.value.kind === "list" ? node.value.items : [node.value];
  const names = items.flatMap((item) => {
    const value =
      item.kind === "path" && item.names.length === 1
        ? item.names[0]?.text
        : item.kind === "text"
          ? textKey(item)
          : undefined;
    return value === undefined ? [] : [{ value, span: spanOf(context.reader.file, item) }];
  });
  if (names.length < items.length) {
    context.reader.say(wrongForm, { name: use.key, form: `${use.key} -= [name, name]` }, node);
    return "unknown";
  }
  return { kind: "removal", id: `${use.key} -=`, removal: { block: use.key, names } };
}

function textKey(node: TextNode): string | undefined {
  return keyText(node);
}

function readBlock(
  node: BlockNode & { readonly number?: number },
  schema: BlockSchema,
  context: BodyContext,
): ReadItem | "unknown" {
  const { reader } = context;
  const key = node.name.text;
  const use = Object.hasOwn(schema.blocks, key) && node.path.length === 1 ? schema.blocks[key] : undefined;
  if (use === undefined) {
    const isSetting = Object.hasOwn(schema.settings, key);
    const suggestion = closest(key, [...Object.keys(schema.blocks), ...Object.keys(schema.settings)]);
    if (isSetting) reader.say(wrongForm, { name: key, form: `${key} = …` }, node.header);
    else {
      const fixes = suggestion === undefined ? [] : [reader.fix(`Write \`${suggestion}\``, node.name, suggestion)];
      reader.say(unknownSetting, { name: key, block: schema.name, suggestion, what: "block" }, node.name, { fixes });
    }
    return "unknown";
  }
  const labelled = readLabel(node, use, context);
  if (labelled === "unknown") return "unknown";
  refuseUncompiled(use, `\`${key}\``, node.header, context);
  const by = [key, labelled.label ?? labelled.variant].filter((part) => part !== undefined).join(" ");
  const identity: BlockIdentity = {
    schema: labelled.schema,
    key,
    label: labelled.label,
    variant: labelled.variant,
    window: labelled.window,
    by,
    span: spanOf(reader.file, node.header),
    doc: node.doc,
    broken: node.broken,
  };
  const inner = use.status === undefined ? context : { ...context, quiet: true };
  const numbered = node.number === undefined ? inner : withNumber(inner, node.number);
  const block = readBody(node.body, identity, numbered);
  const id = use.label === "variant" ? key : by;
  return { kind: "block", id, block };
}

function withNumber(context: BodyContext, number: number): BodyContext {
  const next = { ...context, number };
  return { ...next, reader: createReader(context.reader.file, next) };
}

interface ReadLabel {
  readonly schema: BlockSchema;
  readonly label: string | undefined;
  readonly variant: string | undefined;
  readonly window: OwnBlock["window"];
}

function readLabel(
  node: BlockNode & { readonly number?: number },
  use: BlockUse,
  context: BodyContext,
): ReadLabel | "unknown" {
  const { reader } = context;
  const [label, ...more] = node.labels;
  if (
    more.length > 0 ||
    (use.label === "none") !== (label === undefined) ||
    (node.family !== undefined && !use.family)
  ) {
    reader.say(wrongLabel, { block: use.key, form: formOf(use) }, node.header);
    return "unknown";
  }
  if (use.label === "variant") return readVariant(label, use, context);
  const schema = schemaOf(use, undefined);
  if (schema === undefined) return "unknown";
  if (use.label === "range") return readWindow(label, schema, use, context);
  const name = label === undefined ? undefined : labelText(label);
  if (label !== undefined && name === undefined) {
    reader.say(wrongLabel, { block: use.key, form: formOf(use) }, label);
    return "unknown";
  }
  return {
    schema,
    label: node.number === undefined ? name : `${name}-${node.number}`,
    variant: undefined,
    window: undefined,
  };
}

function labelText(label: ValueNode): string | undefined {
  if (label.kind === "path" && label.names.length === 1) return label.names[0]?.text;
  return label.kind === "text" ? keyText(label) : undefined;
}

function readVariant(label: ValueNode | undefined, use: BlockUse, { reader }: BodyContext): ReadLabel | "unknown" {
  const variant = label === undefined ? undefined : labelText(label);
  const schema = schemaOf(use, variant);
  if (schema !== undefined) return { schema, label: undefined, variant, window: undefined };
  const known = Object.keys(use.variants ?? {});
  const suggestion = variant === undefined ? undefined : closest(variant, known);
  const fixes =
    suggestion === undefined || label === undefined ? [] : [reader.fix(`Write \`${suggestion}\``, label, suggestion)];
  const variants = known.map((name) => `\`${name}\``).join(", ");
  if (label)
    reader.say(unknownVariant, { found: variant ?? "this", block: use.key, variants, suggestion }, label, { fixes });
  return "unknown";
}

const days = rangeOf(date);

function readWindow(
  label: ValueNode | undefined,
  schema: BlockSchema,
  use: BlockUse,
  context: BodyContext,
): ReadLabel | "unknown" {
  if (label === undefined) {
    return "unknown";
  }
  if (label.kind === "text") {
    context.reader.say(wrongLabel, { block: use.key, form: formOf(use) }, label);
    return "unknown";
  }
  const window = days.read(label, context.reader);
  return window === unknown ? "unknown" : { schema, label: days.print(window), variant: undefined, window };
}

function refuseUncompiled(what: { readonly status?: string }, name: string, at: Range, context: BodyContext): void {
  if (context.quiet || what.status === undefined || what.status === "compiled") return;
  const definition: DiagnosticDefinition<{ what: string }> =
    what.status === "unsupported" ? notSupportedYet : recordedOnly;
  tell(context.report, definition, name, spanOf(context.reader.file, at));
}

function tell(report: Report, definition: DiagnosticDefinition<{ what: string }>, what: string, span: Span): void {
  report(diagnose(definition, { what }, { span }));
}
