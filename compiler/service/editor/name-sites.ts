// Every place of a file where a name of the program's own stands, with what it may be the name of. Read from the syntax and the
// vocabulary alone, once for each tree; what it does stand for is found in `symbols.ts`.

import type { BlockSchema } from "../../schema/block.ts";
import type { ValueType } from "../../schema/value-type.ts";
import type {
  BlockNode,
  BodyItem,
  ConditionNode,
  DeclarationNode,
  FamilyRange,
  NameNode,
  PathNode,
  Range,
  SettingNode,
  SyntaxTree,
  TextNode,
  ValueNode,
} from "../../syntax/tree.ts";
import type { SourceFile } from "../../text/source-file.ts";
import { blockSchema, declarationSchema, labelText, plainText, useIn } from "./body-schema.ts";
import { conditionMeaning, conditionValues, meaningAlong, typeAgainst } from "./condition-meaning.ts";
import { isStandardFile } from "./file-trees.ts";

/** A declaration by its name. */
export interface Holder {
  readonly kind: string;
  readonly name: string;
  readonly standard: boolean;
}

/** What a name is looked up as. */
export type Wanted =
  /** A declaration of the kind, else a constant. */
  | { readonly to: "declaration"; readonly kind: string; readonly standard: boolean }
  | { readonly to: "constant" }
  /** A constant, else the only declaration of the name: in the value of a constant. */
  | { readonly to: "anything"; readonly standard: boolean }
  /** A labelled block of a declaration: `path` is the names and labels of the blocks that lead to it, its own included. */
  | { readonly to: "part"; readonly holder: Holder; readonly path: readonly string[] }
  /** A pool of the provider of a hub. */
  | { readonly to: "pool-of-hub"; readonly hub: Holder; readonly pool: string };

export interface NameSite extends Range {
  readonly file: SourceFile;
  readonly text: string;
  readonly index: number | undefined;
  /** With the index, and the quotes of a label in quotes. */
  readonly whole: Range;
  readonly role: "declaration" | "use";
  readonly wanted: Wanted;
}

/** Something that a file declares. */
export interface Declared {
  /** A kind, `let`, or the name of a block: `pool`. */
  readonly kind: string;
  readonly name: string;
  readonly file: SourceFile;
  readonly node: DeclarationNode | BlockNode | Range;
  readonly nameRange: Range;
  readonly family: FamilyRange | undefined;
  readonly doc: string | undefined;
  /** The declaration itself, or that around a block. */
  readonly declaration: DeclarationNode | undefined;
  /** Of a block: as in `Wanted`. */
  readonly path: readonly string[];
}

export interface NamesOfTree {
  /** Declarations, constants and labelled blocks. */
  readonly declared: readonly Declared[];
  /** Declarations and constants alone, by kind and name: `course data8`. */
  readonly byName: ReadonlyMap<string, Declared>;
  /** In order of place. */
  readonly sites: readonly NameSite[];
}

const known = new WeakMap<SyntaxTree, NamesOfTree>();

/** The names of a file. */
export function namesOf(tree: SyntaxTree): NamesOfTree {
  const before = known.get(tree);
  if (before !== undefined) return before;
  const collector: Collector = { file: tree.file, declared: [], sites: [] };
  for (const node of tree.declarations) collectDeclaration(node, collector);
  for (const node of tree.lets) {
    const { name, doc, file } = node;
    collector.declared.push({
      kind: "let",
      name: name.text,
      file,
      node,
      nameRange: name,
      family: undefined,
      doc,
      declaration: undefined,
      path: [],
    });
    addSite(collector, name, { role: "declaration", wanted: { to: "constant" } });
    collectValue(node.value, undefined, { collector, holder: undefined });
  }
  collector.sites.sort((a, b) => a.start - b.start);
  const names = { ...collector, byName: topNames(collector.declared) };
  known.set(tree, names);
  return names;
}

/** The first of a name wins, as everywhere. */
function topNames(declared: readonly Declared[]): ReadonlyMap<string, Declared> {
  const byName = new Map<string, Declared>();
  for (const one of declared) {
    const key = `${one.kind} ${one.name}`;
    if (one.path.length === 0 && !byName.has(key)) byName.set(key, one);
  }
  return byName;
}

interface Collector {
  readonly file: SourceFile;
  readonly declared: Declared[];
  readonly sites: NameSite[];
}

interface Scope {
  readonly collector: Collector;
  /** The declaration around; absent in a constant. */
  readonly holder: { readonly name: Holder; readonly node: DeclarationNode } | undefined;
}

function addSite(
  { sites, file }: Collector,
  name: NameNode | (Range & { readonly text: string }),
  rest: {
    readonly role: NameSite["role"];
    readonly wanted: Wanted;
    readonly index?: number | undefined;
    readonly whole?: Range;
  },
): void {
  const { text, start, end } = name;
  const { role, wanted, index, whole = name } = rest;
  sites.push({ file, text, start, end, index, whole: { start: whole.start, end: whole.end }, role, wanted });
}

function collectDeclaration(node: DeclarationNode, collector: Collector): void {
  const { keyword, name, parent, family, doc, file } = node;
  const kind = keyword.text;
  const standard = isStandardFile(file);
  const holder: Holder = { kind, name: name?.text ?? "", standard };
  if (name !== undefined) {
    const own = { kind, name: name.text, file, node, nameRange: name, family, doc, declaration: node, path: [] };
    collector.declared.push(own);
    addSite(collector, name, { role: "declaration", wanted: { to: "declaration", kind, standard } });
  }
  if (parent !== undefined) addPath(parent, kind, collector);
  const schema = declarationSchema(node);
  if (schema) collectBody(node.body, { schema, path: [] }, { collector, holder: { name: holder, node } });
}

/** `name`, `name[2]`, `std.name`, and `berkeley.users` for a pool. */
function addPath(node: PathNode, kind: string, collector: Collector): void {
  const [first, second] = node.names;
  if (first === undefined) return;
  const standard = first.text === "std" && second !== undefined;
  const name = standard ? second : first;
  const isPool = kind === "pool";
  const wanted: Wanted = { to: "declaration", kind: isPool ? "provider" : kind, standard };
  const index = isPool ? undefined : node.index;
  addSite(collector, name, {
    role: "use",
    wanted,
    index,
    whole: { start: name.start, end: isPool ? name.end : node.end },
  });
  if (!isPool || second === undefined) return;
  const label = node.index === undefined ? second.text : `${second.text}-${node.index}`;
  const part: Wanted = {
    to: "part",
    holder: { kind: "provider", name: first.text, standard: false },
    path: ["pool", label],
  };
  addSite(collector, second, {
    role: "use",
    wanted: part,
    index: node.index,
    whole: { start: second.start, end: node.end },
  });
}

interface Body {
  readonly schema: BlockSchema;
  /** Names and labels of the blocks around, stages and windows left out: what they hold is merged onto the block around them. */
  readonly path: readonly string[];
}

function collectBody(items: readonly BodyItem[], body: Body, scope: Scope): void {
  for (const item of items) {
    if (item.kind === "setting") collectSetting(item, body, scope);
    else if (item.kind === "block") collectBlock(item, body, scope);
  }
}

function collectBlock(node: BlockNode, body: Body, scope: Scope): void {
  const key = node.name.text;
  const use = useIn(body.schema, key);
  const [label] = node.labels;
  const text = label && labelText(label);
  const isNamed = use?.label === "name" && label !== undefined && text !== undefined;
  const own = isNamed ? [...body.path, key, text] : [...body.path, key];
  if (isNamed && scope.holder) declareBlock({ node, label, text, path: own }, scope);
  else if (label?.kind === "range") collectValue(label, undefined, scope);
  const inner = blockSchema(node, body.schema);
  const isOverlay = key === "stage" || key === "during";
  if (inner) collectBody(node.body, { schema: inner, path: isOverlay ? body.path : own }, scope);
}

function declareBlock(
  block: {
    readonly node: BlockNode;
    readonly label: ValueNode;
    readonly text: string;
    readonly path: readonly string[];
  },
  { collector, holder }: Scope,
): void {
  if (holder === undefined) return;
  const { node, label, text, path } = block;
  const isQuoted = label.kind === "text";
  const nameRange = isQuoted ? { start: label.start + 1, end: label.end - 1 } : { start: label.start, end: label.end };
  collector.declared.push({
    kind: node.name.text,
    name: text,
    file: collector.file,
    node,
    nameRange,
    family: node.family,
    doc: node.doc,
    declaration: holder.node,
    path,
  });
  const wanted: Wanted = { to: "part", holder: holder.name, path };
  addSite(collector, { ...nameRange, text }, { role: "declaration", wanted, whole: label });
}

function collectSetting(node: SettingNode, body: Body, scope: Scope): void {
  for (const part of node.path) if (part.kind === "text") collectText(part, scope);
  const [first] = node.path;
  const key = first && plainText(first);
  if (first === undefined || key === undefined || node.path.length > 1) {
    collectValue(node.value, undefined, scope);
    return;
  }
  const use = useIn(body.schema, key);
  if (use && node.operator === "-=" && scope.holder) {
    collectRemoval(node, [...body.path, key], scope.holder.name, scope);
    return;
  }
  const setting = Object.hasOwn(body.schema.settings, key) ? body.schema.settings[key] : body.schema.anySetting;
  if (body.schema.name === "spare" && scope.holder && first.kind === "name") {
    addSite(scope.collector, first, { role: "use", wanted: { to: "pool-of-hub", hub: scope.holder.name, pool: key } });
  }
  const governed =
    scope.holder?.name.kind === "policy" && key === "except" ? scope.holder.node.variant?.text : undefined;
  if (governed === undefined) collectValue(node.value, setting?.type, scope);
  else collectNames(node.value, governed, scope.collector);
}

/** `pool -= [users]` */
function collectRemoval(node: SettingNode, path: readonly string[], holder: Holder, { collector }: Scope): void {
  for (const item of node.value.kind === "list" ? node.value.items : [node.value]) {
    const text = labelText(item);
    if (text === undefined) continue;
    const inset = item.kind === "text" ? 1 : 0;
    const range = { text, start: item.start + inset, end: item.end - inset };
    addSite(collector, range, { role: "use", wanted: { to: "part", holder, path: [...path, text] }, whole: item });
  }
}

function collectNames(value: ValueNode, kind: string, collector: Collector): void {
  for (const item of value.kind === "list" ? value.items : [value]) {
    if (item.kind === "path") addPath(item, kind, collector);
  }
}

function collectValue(node: ValueNode, type: ValueType<unknown> | undefined, scope: Scope): void {
  switch (node.kind) {
    case "text":
      collectText(node, scope);
      return;
    case "path":
      collectPath(node, type, scope);
      return;
    case "range":
      collectValue(node.from, type?.of ?? type, scope);
      collectValue(node.to, type?.of ?? type, scope);
      return;
    case "list":
      for (const item of node.items) collectValue(item, type?.of ?? type, scope);
      return;
    case "map":
      for (const entry of node.entries) if (entry.kind === "setting") collectEntry(entry, type, scope);
      return;
    case "call":
      collectValue(node.argument, undefined, scope);
      return;
    case "condition":
      collectCondition(node, scope);
      return;
    default:
  }
}

function collectEntry(entry: SettingNode, type: ValueType<unknown> | undefined, scope: Scope): void {
  const [first] = entry.path;
  const fields = type && fieldsOf(type);
  const field = first?.kind === "name" && fields && Object.hasOwn(fields, first.text) ? fields[first.text] : undefined;
  collectValue(entry.value, field, scope);
}

/** The fields of a record, or of the record among several forms. */
export function fieldsOf({ shape }: ValueType<unknown>): Readonly<Record<string, ValueType<unknown>>> | undefined {
  if (shape.kind === "record") return shape.fields;
  if (shape.kind !== "either") return undefined;
  const record = shape.of.find((shape) => shape.kind === "record");
  return record?.kind === "record" ? record.fields : undefined;
}

function collectText(node: TextNode, { collector }: Scope): void {
  for (const part of node.parts) {
    if (typeof part !== "string") addSite(collector, part, { role: "use", wanted: { to: "constant" } });
  }
}

function collectPath(node: PathNode, type: ValueType<unknown> | undefined, { collector, holder }: Scope): void {
  const to = type && referenceKind(type);
  if (to !== undefined) {
    addPath(node, to, collector);
    return;
  }
  const [name, second] = node.names;
  if (name === undefined || name.text === "none") return;
  if (holder === undefined) {
    const standard = name.text === "std" && second !== undefined;
    const target = standard ? second : name;
    const wanted: Wanted = { to: "anything", standard };
    addSite(collector, target, {
      role: "use",
      wanted,
      index: node.index,
      whole: { start: target.start, end: node.end },
    });
    return;
  }
  const isWord = type?.shape.kind === "choice" && type.shape.words.includes(name.text);
  if (second === undefined && !isWord) addSite(collector, name, { role: "use", wanted: { to: "constant" } });
}

/** The kind of declaration that a type refers to, by itself or in a list. */
export function referenceKind({ shape }: Pick<ValueType<unknown>, "shape">): string | undefined {
  if (shape.kind === "reference") return shape.to;
  return shape.kind === "list" || shape.kind === "range" ? referenceKind({ shape: shape.of }) : undefined;
}

/** Names in a condition are settings of the governed kind, or values of a setting that they are compared with, or constants. */
function collectCondition({ condition }: ConditionNode, scope: Scope): void {
  const root = conditionMeaning(scope.holder?.node.keyword.text, scope.holder?.node.variant?.text);
  const meaningOf = (node: ValueNode) =>
    root && node.kind === "path" && node.index === undefined
      ? meaningAlong(
          root,
          node.names.map(({ text }) => text),
        )
      : undefined;
  if (condition.kind === "comparison") {
    const { left, right } = condition;
    const [ofLeft, ofRight] = [meaningOf(left), meaningOf(right)];
    if (ofLeft === undefined) collectValue(left, ofRight && typeAgainst(ofRight), scope);
    if (ofRight === undefined || left.kind !== "path") collectValue(right, ofLeft && typeAgainst(ofLeft), scope);
    return;
  }
  for (const value of conditionValues(condition)) if (value.kind !== "path") collectValue(value, undefined, scope);
}
