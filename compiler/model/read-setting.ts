// One setting of a body against its schema: its name, its operator and its value.

import type { Fix } from "../diagnostics/diagnostic.ts";
import { type BlockSchema, type BlockUse, type Setting, schemaOf } from "../schema/block.ts";
import { badText, cannotCombine, unknownSetting, wrongForm } from "../schema/schema-diagnostics.ts";
import { unknown, type ValueReader } from "../schema/value-type.ts";
import { refuseCharacters } from "../schema/values/text-characters.ts";
import { type NameNode, packageBlocks, type SettingNode, type TextNode, type ValueNode } from "../syntax/tree.ts";
import { oneForm } from "../text/one-form.ts";
import { spanOf } from "../text/span.ts";
import { doneBy, type OwnSetting } from "./block.ts";
import { type BodyContext, type BodyScope, headOf, isRepeated, meantName, type ReadItem } from "./body-scope.ts";
import { readJoined } from "./joined-settings.ts";
import { formOf, keyText, labelRule, labelText } from "./read-label.ts";
import { noSteps } from "./sourced.ts";

/** Reads a setting into the scope. */
export function readSetting(node: SettingNode, scope: BodyScope): ReadItem {
  const { schema } = scope;
  const first = node.path[0];
  const written = first === undefined ? undefined : keyText(first);
  if (first === undefined || written === undefined) return refuseKey(node, scope);
  const key = oneForm(written);
  const use = Object.hasOwn(schema.blocks, key) ? schema.blocks[key] : undefined;
  if (use && node.operator === "-=" && node.path.length === 1) return readRemoval(node, use, scope);
  if (use?.noneIs !== undefined && node.operator === "=" && node.path.length === 1 && isNone(node.value))
    return readNoneOf(node, use, scope);
  const setting = node.path.length === 1 ? settingFor(schema, first, key) : undefined;
  if (setting === undefined) return refuseSetting(node, { key, use }, scope);
  if (first.kind === "text" && refuseCharacters(written, { node: first }, scope.context.reader, labelRule))
    return "unknown";
  if (isRepeated(key, node, scope)) return "unknown";
  if (node.value.kind === "unreadable") {
    const read = notKnown(key, node, scope);
    return node.value.isEndless ? "meaningless" : read;
  }
  if (node.operator !== "=" && setting.type.shape.kind !== "list") {
    scope.context.reader.say(cannotCombine, { name: setting.key, operator: node.operator }, headOf(node));
    return notKnown(key, node, scope);
  }
  scope.settings.set(key, readValue(node, setting, scope.context));
  return "read";
}

/** `KEY = none` of a block that can be without effect: the block whose setting says so. */
function readNoneOf(node: SettingNode, use: BlockUse, scope: BodyScope): "read" | "unknown" {
  const { by, reader } = scope.context;
  const schema = schemaOf(use, undefined);
  const setting = schema?.settings[use.noneIs ?? ""];
  if (schema === undefined || setting === undefined || isRepeated(use.key, node, scope)) return "unknown";
  const span = spanOf(reader.file, node.value);
  const { start, end } = node;
  const said = { value: false, span, how: "set", by, earlier: noSteps, setting, operator: "=", start, end } as const;
  scope.blocks.push({
    ...{ schema, key: use.key, label: undefined, variant: undefined, window: undefined, by, doc: undefined },
    ...{ span: spanOf(reader.file, headOf(node)), blocks: [], overlays: [], packages: [], removals: [] },
    ...{ settings: new Map([[setting.key, said]]), broken: false, flawed: false, plain: true },
  });
  return "read";
}

/** The setting is written, and its value is not known. */
function notKnown(key: string, node: SettingNode, { schema, settings, context }: BodyScope): ReadItem {
  const setting = Object.hasOwn(schema.settings, key) ? schema.settings[key] : undefined;
  if (setting === undefined) return "unknown";
  const { by, reader } = context;
  const span = spanOf(reader.file, node.value);
  const { start, end } = node;
  settings.set(key, { value: unknown, span, how: "set", by, earlier: noSteps, setting, operator: "=", start, end });
  return "read";
}

function readValue(node: SettingNode, setting: Setting<unknown>, { reader, by }: BodyContext): OwnSetting {
  const written = node.value;
  const operator = node.operator === "=" && isNone(written) ? "none" : node.operator;
  const value = operator === "none" ? undefined : setting.type.read(written, readerFor(written, setting, reader));
  const span = spanOf(reader.file, written);
  const { start, end } = node;
  return { value, span, how: doneBy[operator], by, earlier: noSteps, setting, operator, start, end };
}

/** Numbers are read beside the setting's example, which tells what one without a unit may mean. Most values hold none. */
function readerFor({ kind }: ValueNode, { example }: Setting<unknown>, reader: ValueReader): ValueReader {
  return kind === "literal" || kind === "range" || kind === "list" ? reader.beside(example) : reader;
}

/** `none`, which drops what a setting has. */
export function isNone(node: ValueNode): boolean {
  return node.kind === "path" && node.names.length === 1 && node.names[0]?.text === "none";
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

/** `pip = ["altair", "pandas"]` and `pip = "altair pandas"`: the same packages in their block. */
function packagesOf(node: SettingNode, key: string, reader: ValueReader): readonly Fix[] {
  const { value } = node;
  if (!packageBlocks.some((block) => block === key) || node.path.length !== 1) return [];
  const written = ({ start, end }: ValueNode) => reader.file.text.slice(start, end).replace(/^"(.*)"$/, "$1");
  const names = value.kind === "list" ? value.items.map(written) : written(value).split(/\s*[,;]\s*|\s+/);
  if (names.length === 0 || names.some((name) => !/^[\w.=<>!~,*[\] -]+$/.test(name))) return [];
  const block = `${key} {\n${names.map((name) => `    ${name}\n`).join("")}  }`;
  return [reader.fix(`Write \`${key} { ${names[0]} … }\``, { start: headOf(node).start, end: value.end }, block)];
}

/** `https = { letsencrypt = … }`: the same as a block, where its name alone begins it. */
function blockOf(node: SettingNode, key: string, use: BlockUse, reader: ValueReader): readonly Fix[] {
  if (node.value.kind !== "map" || node.path.length !== 1 || use.label !== "none") return [];
  const inside = reader.file.text.slice(node.value.start, node.value.end);
  if (/,/.test(inside.replace(/"(?:[^"\\]|\\.)*"|\[[^\]]*\]/g, ""))) return [];
  const span = { start: headOf(node).end, end: node.value.start };
  return [reader.fix(`Write \`${key} {\``, span, " ")];
}

function refuseSetting(
  node: SettingNode,
  { key, use }: { readonly key: string; readonly use: BlockUse | undefined },
  scope: BodyScope,
): ReadItem {
  const { schema, seen } = scope;
  const { reader } = scope.context;
  // Only the name of such a line could be read, and what is wrong with it has been reported; so has a name that comes again.
  if (node.value.kind === "unreadable" || seen.has(`unknown ${key}`)) return "unknown";
  seen.set(`unknown ${key}`, node);
  const at = headOf(node);
  if (use) {
    const fixes = node.value.kind === "map" ? blockOf(node, key, use, reader) : packagesOf(node, key, reader);
    reader.say(wrongForm, { name: key, form: formOf(use) }, at, { fixes });
    return "unknown";
  }
  const joined = readJoined(node, scope);
  if (joined !== undefined) return scope.settings.has(joined) ? "unknown" : notKnown(joined, node, scope);
  const { suggestion, beside, isOther } = meantName(key, scope);
  const name = reader.file.text.slice(at.start, at.end);
  const kind = isOther ? "offer" : "fix";
  const fixes = suggestion && node.path.length === 1 ? [reader[kind](`Write \`${suggestion}\``, at, suggestion)] : [];
  reader.say(unknownSetting, { name, block: schema.name, suggestion, beside, what: "setting" }, at, { fixes });
  // What is misspelt is mostly what it is most like, and what is like nothing stands for nothing that another setting follows from.
  return suggestion === undefined ? "meaningless" : notKnown(suggestion, node, scope);
}

/** `block -= [label, label]`; for a package block, names of packages. */
function readRemoval(node: SettingNode, use: BlockUse, scope: BodyScope): ReadItem {
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
  scope.removals.push({ block: use.key, names });
  return "read";
}
