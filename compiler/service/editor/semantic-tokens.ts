// What each word of a file is, for editors that colour by meaning: the same word is a kind, a name, a choice or a reference by
// its place alone, which no pattern can tell.

import type { BlockSchema } from "../../schema/block.ts";
import type { Shape } from "../../schema/value-type.ts";
import type { BlockNode, BodyItem, DeclarationNode, Range, SyntaxTree, ValueNode } from "../../syntax/tree.ts";
import { blockSchema, declarationSchema, useIn } from "./body-schema.ts";
import { conditionValues } from "./condition-meaning.ts";
import { extentOf } from "./place-at.ts";

/** Of the names that the protocol has, those that are used. */
export const semanticTokenTypes = [
  "keyword",
  "type",
  "class",
  "variable",
  "property",
  "enumMember",
  "function",
  "namespace",
  "string",
  "number",
  "comment",
] as const;

export type SemanticTokenType = (typeof semanticTokenTypes)[number];

export const semanticTokenModifiers = ["declaration", "documentation", "defaultLibrary", "abstract"] as const;

export type SemanticTokenModifier = (typeof semanticTokenModifiers)[number];

/** A stretch of one line. */
export interface SemanticToken extends Range {
  readonly type: SemanticTokenType;
  readonly modifiers: readonly SemanticTokenModifier[];
}

/** The tokens of a file, or of the part of it that touches `within`, in order and without overlaps. */
export function semanticTokens(tree: SyntaxTree, within?: Range): readonly SemanticToken[] {
  const found: SemanticToken[] = [];
  const { text } = tree.file;
  const from = within?.start ?? 0;
  const to = within?.end ?? text.length;
  const write: Write = (type, { start, end }, ...modifiers) => {
    if (end < from || start > to) return;
    for (const line of linesOf(text, start, end)) found.push({ ...line, type, modifiers });
  };
  for (const { start, end, image } of tree.comments) {
    const doc = image.startsWith("##") ? (["documentation"] as const) : [];
    write("comment", { start, end }, ...doc);
  }
  for (const node of tree.declarations) {
    if (node.start <= to && extentOf(node).end >= from) writeDeclaration(node, { text, write });
  }
  for (const node of tree.lets) {
    write("keyword", { start: node.start, end: node.start + "let".length });
    write("variable", node.name, "declaration");
    writeValue(node.value, undefined, { text, write });
  }
  return inOrder(found);
}

type Write = (type: SemanticTokenType, range: Range, ...modifiers: readonly SemanticTokenModifier[]) => void;

interface Walk {
  readonly text: string;
  readonly write: Write;
}

function writeDeclaration(node: DeclarationNode, walk: Walk): void {
  const { keyword, variant, name, family, parent } = node;
  const { write } = walk;
  if (node.abstract) write("keyword", { start: node.header.start, end: node.header.start + "abstract".length });
  write("keyword", keyword);
  if (variant) write("type", variant);
  if (name) write("class", name, "declaration", ...(node.abstract ? (["abstract"] as const) : []));
  if (family) writeNumbers(family, walk);
  if (parent) {
    const before = walk.text.lastIndexOf("extends", parent.start);
    if (before >= node.header.start) write("keyword", { start: before, end: before + "extends".length });
    writeValue(parent, { kind: "reference", to: keyword.text }, walk);
  }
  writeBody(node.body, declarationSchema(node), walk);
}

function writeBody(body: readonly BodyItem[], schema: BlockSchema | undefined, walk: Walk): void {
  for (const item of body) {
    if (item.kind === "block") writeBlock(item, schema, walk);
    else if (item.kind === "package-line") {
      for (const { type, ...range } of packageTokens(item.text)) {
        walk.write(type, { start: item.start + range.start, end: item.start + range.end });
      }
    } else {
      for (const name of item.path) walk.write("property", name);
      const key = item.path.length === 1 && item.path[0]?.kind === "name" ? item.path[0].text : "";
      const known =
        schema !== undefined && Object.hasOwn(schema.settings, key) ? schema.settings[key] : schema?.anySetting;
      writeValue(item.value, known?.type.shape, walk);
    }
  }
}

function writeBlock(node: BlockNode, schema: BlockSchema | undefined, walk: Walk): void {
  const use = schema && useIn(schema, node.name.text);
  walk.write("keyword", node.name);
  for (const label of node.labels) {
    const isWord = label.kind === "path";
    if (isWord && use?.variants !== undefined) walk.write("type", label);
    else if (isWord) walk.write("class", label, "declaration");
    else writeValue(label, undefined, walk);
  }
  if (node.family) writeNumbers(node.family, walk);
  writeBody(node.body, schema && blockSchema(node, schema), walk);
}

function writeValue(value: ValueNode, shape: Shape | undefined, walk: Walk): void {
  const { write } = walk;
  switch (value.kind) {
    case "text":
      writeText(value, walk);
      return;
    case "literal":
      write("number", value);
      return;
    case "path":
      writePath(value, shape, walk);
      return;
    case "range":
      writeValue(value.from, inner(shape), walk);
      writeValue(value.to, inner(shape), walk);
      return;
    case "list":
      for (const item of value.items) writeValue(item, inner(shape), walk);
      return;
    case "map":
      writeEntries(value.entries, shape, walk);
      return;
    case "call":
      write("function", value.name, "defaultLibrary");
      writeValue(value.argument, undefined, walk);
      return;
    case "condition":
      if (value.condition.kind === "all" || value.condition.kind === "any") {
        write("variable", value.condition.variable, "declaration");
      }
      for (const part of conditionValues(value.condition)) writeValue(part, undefined, walk);
      return;
    case "unreadable":
      return;
  }
}

function writePath(value: ValueNode & { readonly kind: "path" }, shape: Shape | undefined, { write }: Walk): void {
  const [first] = value.names;
  const alone = value.names.length === 1 && value.index === undefined ? first : undefined;
  if (first === undefined) return;
  if (alone !== undefined && (alone.text === "true" || alone.text === "false" || alone.text === "none")) {
    write("keyword", value);
    return;
  }
  const words = wordsOf(shape);
  if (alone !== undefined && words?.includes(alone.text)) {
    write("enumMember", value);
    return;
  }
  const isReference = value.names.length > 1 || refersTo(shape);
  value.names.forEach((name, k) => {
    const standard = first.text === "std" && value.names.length > 1;
    if (k === 0 && standard) write("namespace", name, "defaultLibrary");
    else write(isReference ? "class" : "variable", name, ...(standard ? (["defaultLibrary"] as const) : []));
  });
}

function writeText(value: ValueNode & { readonly kind: "text" }, { write }: Walk): void {
  let at = value.start;
  for (const part of value.parts) {
    if (typeof part === "string") continue;
    write("string", { start: at, end: part.start });
    write("variable", part);
    at = part.end;
  }
  write("string", { start: at, end: value.end });
}

function writeEntries(entries: readonly BodyItem[], shape: Shape | undefined, walk: Walk): void {
  for (const entry of entries) {
    if (entry.kind !== "setting") {
      writeBody([entry], undefined, walk);
      continue;
    }
    for (const name of entry.path) walk.write("property", name);
    const key = entry.path[0]?.kind === "name" ? entry.path[0].text : "";
    const fields = shape?.kind === "record" ? shape.fields : {};
    writeValue(entry.value, Object.hasOwn(fields, key) ? fields[key]?.shape : inner(shape), walk);
  }
}

function writeNumbers(range: Range, { text, write }: Walk): void {
  for (const match of text.slice(range.start, range.end).matchAll(/\d+/g)) {
    const start = range.start + match.index;
    write("number", { start, end: start + match[0].length });
  }
}

/** The type of what a range, list or map is made of. */
function inner(shape: Shape | undefined): Shape | undefined {
  if (shape?.kind === "range" || shape?.kind === "list" || shape?.kind === "map") return shape.of;
  if (shape?.kind === "either") {
    return { kind: "either", of: shape.of.flatMap((shape) => inner(shape) ?? shape) };
  }
  return shape;
}

function wordsOf(shape: Shape | undefined): readonly string[] | undefined {
  if (shape?.kind === "choice") return shape.words;
  if (shape?.kind === "either") return shape.of.flatMap((shape) => wordsOf(shape) ?? []);
  if (shape?.kind === "list" || shape?.kind === "range") return wordsOf(shape.of);
  return undefined;
}

function refersTo(shape: Shape | undefined): boolean {
  if (shape === undefined) return false;
  if (shape.kind === "reference") return true;
  if (shape.kind === "either") return shape.of.some(refersTo);
  return (shape.kind === "list" || shape.kind === "range") && refersTo(shape.of);
}

function linesOf(text: string, start: number, end: number): Range[] {
  const lines: Range[] = [];
  let at = start;
  for (const match of text.slice(start, end).matchAll(/\r\n|\n|\r/g)) {
    if (start + match.index > at) lines.push({ start: at, end: start + match.index });
    at = start + match.index + match[0].length;
  }
  if (end > at) lines.push({ start: at, end });
  return lines;
}

function inOrder(tokens: readonly SemanticToken[]): SemanticToken[] {
  let end = 0;
  return [...tokens]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((token) => {
      const follows = token.start >= end;
      if (follows) end = token.end;
      return follows;
    });
}

/** A stretch of a line: a package's name, or all that is said of it. Offsets count from the start of the line. */
export interface PackageToken extends Range {
  readonly type: "namespace" | "string";
}

const packageName = /^(?:[\w./-]+::)?[A-Za-z0-9](?:[\w.+-]*[\w+])?(?=$|[=<>!~@[;:/])(?!:\/\/)(?!\+?:\/\/)/;

/**
 * The names and the rest of a line of a package block. It needs no grammar of conda, pip, Debian or CRAN: a line with a mistake in it
 * is coloured while it is typed. After a `;` or an `@` comes no further name.
 */
export function packageTokens(line: string): readonly PackageToken[] {
  const tokens: PackageToken[] = [];
  for (const match of line.matchAll(/\S+/g)) {
    const [word] = match;
    const start = match.index;
    const found = tokens.some(({ type }) => type === "string") ? undefined : packageName.exec(word)?.[0];
    const nameEnd = start + (found?.length ?? 0);
    if (found !== undefined) tokens.push({ start, end: nameEnd, type: "namespace" });
    const end = start + word.length;
    if (end > nameEnd && (word !== "-" || start > 0)) tokens.push({ start: nameEnd, end, type: "string" });
  }
  return tokens;
}
