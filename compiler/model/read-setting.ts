// One setting of a body against its schema: its name, its operator and its value.

import type { BlockSchema, BlockUse, Setting } from "../schema/block.ts";
import { badText, cannotCombine, unknownSetting, wrongForm } from "../schema/schema-diagnostics.ts";
import type { NameNode, SettingNode, TextNode } from "../syntax/tree.ts";
import { closest } from "../text/edit-distance.ts";
import { spanOf } from "../text/span.ts";
import type { OwnSetting } from "./block.ts";
import { type BodyScope, headOf, isRepeated, type ReadItem } from "./body-scope.ts";
import { formOf, keyText, labelText } from "./read-label.ts";

/** Reads a setting; `unknown` where something in it has an error, which has been reported. */
export function readSetting(node: SettingNode, scope: BodyScope): ReadItem | "unknown" {
  const { schema } = scope;
  const [first] = node.path;
  const key = first === undefined ? undefined : keyText(first);
  if (first === undefined || key === undefined) return refuseKey(node, scope);
  const use = Object.hasOwn(schema.blocks, key) ? schema.blocks[key] : undefined;
  if (use && node.operator === "-=" && node.path.length === 1) return readRemoval(node, use, scope);
  const setting = node.path.length === 1 ? settingFor(schema, first, key) : undefined;
  if (setting === undefined) return refuseSetting(node, { key, use }, scope);
  if (isRepeated(key, node, scope) || node.value.kind === "unreadable") return "unknown";
  const own = readValue(node, setting, scope);
  return own === "unknown" ? own : { kind: "setting", key, setting: own };
}

function readValue(node: SettingNode, setting: Setting<unknown>, { context }: BodyScope): OwnSetting | "unknown" {
  const { reader } = context;
  if (node.operator !== "=" && setting.type.shape.kind !== "list") {
    reader.say(cannotCombine, { name: setting.key, operator: node.operator }, headOf(node));
    return "unknown";
  }
  const isNone = node.value.kind === "path" && node.value.names[0]?.text === "none" && node.value.names.length === 1;
  const operator = isNone && node.operator === "=" ? "none" : node.operator;
  const value = operator === "none" ? undefined : setting.type.read(node.value, reader);
  const [span, valueSpan] = [spanOf(reader.file, node), spanOf(reader.file, node.value)];
  return { setting, operator, value, span, valueSpan };
}

function settingFor(schema: BlockSchema, node: NameNode | TextNode, key: string): Setting<unknown> | undefined {
  if (node.kind === "name" && Object.hasOwn(schema.settings, key)) return schema.settings[key];
  return schema.anySetting;
}

/** A key with a constant in it: what it sets must be plain from the file. */
function refuseKey(node: SettingNode, { context: { reader } }: BodyScope): "unknown" {
  if (node.value.kind !== "unreadable") {
    reader.say(badText, { found: "A key with `${…}` in it", expected: "a name or a plain text" }, headOf(node));
  }
  return "unknown";
}

function refuseSetting(
  node: SettingNode,
  { key, use }: { readonly key: string; readonly use: BlockUse | undefined },
  { schema, context: { reader }, seen }: BodyScope,
): "unknown" {
  // Only the name of such a line could be read, and what is wrong with it has been reported; so has a name that comes again.
  if (node.value.kind === "unreadable" || seen.has(`unknown ${key}`)) return "unknown";
  seen.set(`unknown ${key}`, node);
  const at = headOf(node);
  if (use) {
    reader.say(wrongForm, { name: key, form: formOf(use) }, at);
    return "unknown";
  }
  const suggestion = closest(key, [...Object.keys(schema.settings), ...Object.keys(schema.blocks)]);
  const name = reader.file.text.slice(at.start, at.end);
  const fixes = suggestion && node.path.length === 1 ? [reader.fix(`Write \`${suggestion}\``, at, suggestion)] : [];
  reader.say(unknownSetting, { name, block: schema.name, suggestion, what: "setting" }, at, { fixes });
  return "unknown";
}

/** `block -= [label, label]`; for a package block, names of packages. */
function readRemoval(node: SettingNode, use: BlockUse, scope: BodyScope): ReadItem | "unknown" {
  const { reader } = scope.context;
  const items = node.value.kind === "list" ? node.value.items : [node.value];
  const names = items.flatMap((item) => {
    const value = labelText(item);
    return value === undefined ? [] : [{ value, span: spanOf(reader.file, item) }];
  });
  if (names.length < items.length) {
    if (node.value.kind !== "unreadable") {
      reader.say(wrongForm, { name: use.key, form: `${use.key} -= [name, name]` }, node);
    }
    return "unknown";
  }
  if (isRepeated(`${use.key} -=`, node, scope)) return "unknown";
  return { kind: "removal", removal: { block: use.key, names } };
}
