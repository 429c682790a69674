// What stands between a block's name and its brace: nothing, a name, a variant or a range of days.

import type { Fix } from "../diagnostics/diagnostic.ts";
import { type BlockSchema, type BlockUse, schemaOf } from "../schema/block.ts";
import { notAName, unknownVariant, wrongLabel } from "../schema/schema-diagnostics.ts";
import { unknown, type ValueReader } from "../schema/value-type.ts";
import { rangeOf } from "../schema/values/compounds.ts";
import { date } from "../schema/values/moments.ts";
import { refuseCharacters, type TextRule } from "../schema/values/text-characters.ts";
import type { BlockNode, NameNode, TextNode, ValueNode } from "../syntax/tree.ts";
import { closest } from "../text/edit-distance.ts";
import { limits } from "../text/limits.ts";
import { oneForm } from "../text/one-form.ts";
import { spanOf } from "../text/span.ts";
import type { OwnBlock, OwnSetting } from "./block.ts";
import { noSteps } from "./sourced.ts";

export interface ReadLabel {
  readonly schema: BlockSchema;
  readonly label: string | undefined;
  readonly variant: string | undefined;
  readonly window: OwnBlock["window"];
  /** What a quoted name says, where it is a value. */
  readonly sets?: OwnSetting;
  readonly extends?: OwnBlock["extends"];
}

/** A block of the tree; with its number where it is a member of a family. */
export type NumberedBlock = BlockNode & { readonly number?: number };

/** What labels are read with. */
export interface LabelContext {
  readonly reader: ValueReader;
  /** The declaration, as people write it. */
  readonly by: string;
}

/** `exam Midterm 1 { … }`: a name of several words stands in quotes where that is a title as well, else it is one word. */
function severalWords(node: NumberedBlock, use: BlockUse, reader: ValueReader): readonly Fix[] {
  const [label, ...more] = node.labels;
  const last = more.at(-1);
  if (label === undefined || last === undefined || use.label !== "name" || node.parent !== undefined) return [];
  const written = reader.file.text.slice(label.start, last.end);
  if (!/^[\w ]+$/.test(written)) return [];
  const name = `"${written}"`;
  return [reader.offer(`Write \`${use.key} ${name} {\``, { start: label.start, end: last.end }, name)];
}

/** Reads the label of a block by the form that its use asks for; what is wrong is reported once. */
export function readLabel(node: NumberedBlock, use: BlockUse, context: LabelContext): ReadLabel | "unknown" {
  const { reader } = context;
  const [label, ...more] = node.labels;
  if (
    more.length > 0 ||
    (use.label === "none") !== (label === undefined) ||
    (node.family !== undefined && !use.family) ||
    (node.parent !== undefined && (!use.extends || node.parent.names.length > 1 || node.parent.index !== undefined))
  ) {
    reader.say(wrongLabel, { block: use.key, form: formOf(use) }, node.header, {
      fixes: severalWords(node, use, reader),
    });
    return "unknown";
  }
  if (use.label === "variant") return readVariant(label, use, reader);
  const schema = schemaOf(use, undefined);
  if (schema === undefined) return "unknown";
  if (use.label === "range") return readWindow(label, schema, use, reader);
  const written = label === undefined ? undefined : plainLabel(label);
  if (label?.kind === "text" && written !== undefined && refuseCharacters(written, { node: label }, reader, labelRule))
    return "unknown";
  const name = written === undefined ? undefined : oneForm(written);
  if (label !== undefined && name === undefined) {
    reader.say(wrongLabel, { block: use.key, form: formOf(use) }, label);
    return "unknown";
  }
  const sets = label?.kind === "text" ? settingOf(label, { use, schema }, context) : undefined;
  if (sets !== undefined) return { schema, label: name, variant: undefined, window: undefined, sets };
  if (name !== undefined && !(use.inCluster ? labelValue : plainName).test(name)) {
    reader.say(notAName, { block: use.key, inCluster: use.inCluster === true }, label ?? node.header);
    return "unknown";
  }
  return {
    schema,
    label: node.number === undefined ? name : `${name}-${node.number}`,
    variant: undefined,
    window: undefined,
    extends: parentOf(node, reader),
  };
}

function parentOf({ parent }: NumberedBlock, { file }: ValueReader): OwnBlock["extends"] {
  const label = parent?.names[0]?.text;
  return parent === undefined || label === undefined ? undefined : { label, span: spanOf(file, parent) };
}

/** A quoted name that is a value of the setting that the block's use names: the setting as if it had been written. */
function settingOf(
  label: TextNode,
  { use, schema }: { readonly use: BlockUse; readonly schema: BlockSchema },
  { reader, by }: LabelContext,
): OwnSetting | undefined {
  const setting = use.labelSets === undefined ? undefined : schema.settings[use.labelSets];
  const value = setting?.type.read(label, reader.quiet()) ?? unknown;
  if (setting === undefined || value === unknown) return undefined;
  const { start, end } = label;
  const span = spanOf(reader.file, label);
  return { value, span, how: "set", by, earlier: noSteps, setting, operator: "=", start, end };
}

/** A name as people write it: it goes into lines of files and parts of paths. */
const plainName = new RegExp(String.raw`^[\p{L}\p{N}][\p{L}\p{N}\p{M} ._()'&+,:-]{0,${limits.label - 1}}$`, "u");
/** The value of a label of a Kubernetes object (1.34, apimachinery, `IsValidLabelValue`). */
const labelValue = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;

/** By labels and keys things are found. */
export const labelRule: TextRule = { use: "name", filled: true };

/** The name that a label is, where it is one word or a plain text. */
export function labelText(label: ValueNode): string | undefined {
  const written = plainLabel(label);
  return written === undefined ? undefined : oneForm(written);
}

function plainLabel(label: ValueNode): string | undefined {
  if (label.kind === "path" && label.names.length === 1) return label.names[0]?.text;
  return label.kind === "text" ? keyText(label) : undefined;
}

function readVariant(label: ValueNode | undefined, use: BlockUse, reader: ValueReader): ReadLabel | "unknown" {
  const variant = label === undefined ? undefined : labelText(label);
  const schema = schemaOf(use, variant);
  if (schema !== undefined) return { schema, label: undefined, variant, window: undefined };
  const known = Object.keys(use.variants ?? {});
  const instead =
    variant !== undefined && Object.hasOwn(use.instead ?? {}, variant) ? use.instead?.[variant] : undefined;
  const suggestion = variant === undefined || instead !== undefined ? undefined : closest(variant, known);
  const fixes =
    suggestion === undefined || label === undefined ? [] : [reader.fix(`Write \`${suggestion}\``, label, suggestion)];
  const variants = known.map((name) => `\`${name}\``).join(", ");
  if (label)
    reader.say(unknownVariant, { found: variant ?? "this", block: use.key, variants, suggestion, instead }, label, {
      fixes,
    });
  // It is judged as what it is most likely meant to be.
  const meant = schemaOf(use, suggestion);
  return meant === undefined || suggestion === undefined
    ? "unknown"
    : { schema: meant, label: undefined, variant: suggestion, window: undefined };
}

const days = rangeOf(date);

function readWindow(
  label: ValueNode | undefined,
  schema: BlockSchema,
  use: BlockUse,
  reader: ValueReader,
): ReadLabel | "unknown" {
  if (label === undefined) {
    return "unknown";
  }
  if (label.kind === "text") {
    reader.say(wrongLabel, { block: use.key, form: formOf(use) }, label);
    return "unknown";
  }
  const window = days.read(label, reader);
  return window === unknown ? "unknown" : { schema, label: days.print(window), variant: undefined, window };
}

/** The header of a block, as an example of its form. */
export function formOf(use: BlockUse): string {
  switch (use.label) {
    case "none":
      return `${use.key} { … }`;
    case "name":
      return use.extends ? `${use.key} NAME extends OTHER { … }` : `${use.key} NAME { … }`;
    case "text":
      return `${use.key} "…" { … }`;
    case "range":
      return `${use.key} 2026-11-02 .. 2026-11-20 { … }`;
    case "variant":
      return `${use.key} ${Object.keys(use.variants ?? {})[0] ?? "VARIANT"} { … }`;
  }
}

/** A key or a label as it is written; nothing where a constant is filled in. */
export function keyText(node: NameNode | TextNode): string | undefined {
  if (node.kind === "name") return node.text;
  return node.parts.length === 1 && typeof node.parts[0] === "string" ? node.parts[0] : undefined;
}
