// Nodes of keys and values, made of the tokens that the grammar took.

import { type IToken, tokenMatcher } from "chevrotain";
import { UnclosedText } from "./terminals.ts";
import { parseTextParts, type TextProblem } from "./text-parts.ts";
import type {
  CallNode,
  ListNode,
  LiteralNode,
  MapNode,
  NameNode,
  PathNode,
  SettingNode,
  TextNode,
  ValueNode,
} from "./tree.ts";

export type KeyPath = readonly (NameNode | TextNode)[];

/** A setting up to its value. */
export interface SettingHead {
  readonly path: KeyPath;
  readonly operator: SettingNode["operator"];
}

/** The offset behind a token. */
export function endOf({ startOffset, image }: IToken): number {
  return startOffset + image.length;
}

export function nameOf(token: IToken): NameNode {
  return { kind: "name", start: token.startOffset, end: endOf(token), text: token.image };
}

export function textOf(token: IToken, tell: (problem: TextProblem) => void): TextNode {
  const { image, startOffset: start } = token;
  const parts = parseTextParts({ image, start, closed: !tokenMatcher(token, UnclosedText) }, tell);
  return { kind: "text", start, end: endOf(token), long: image.startsWith('"""'), parts };
}

export function literalOf(form: LiteralNode["form"], token: IToken): LiteralNode {
  return { kind: "literal", start: token.startOffset, end: endOf(token), form, raw: token.image };
}

export function momentOf(date: IToken, time: IToken): LiteralNode {
  const raw = [date.image, time.image].join(" ");
  return { kind: "literal", start: date.startOffset, end: endOf(time), form: "moment", raw };
}

/** The index in brackets behind a path, and where it ends. */
export interface PathIndex {
  readonly index: number;
  readonly end: number;
}

export function pathOf(first: NameNode, more: readonly NameNode[], at: PathIndex | undefined): PathNode {
  const end = at?.end ?? more.at(-1)?.end ?? first.end;
  return { kind: "path", start: first.start, end, names: [first, ...more], index: at?.index };
}

export function callOf({ start, names }: PathNode, argument: ValueNode, end: number): CallNode | undefined {
  const [name] = names;
  return name && { kind: "call", start, end, name, argument };
}

// A list that has grown keeps room for more, and trees live long: it is copied once it is whole.

export function listOf(open: IToken, items: readonly ValueNode[], close: IToken): ListNode {
  return { kind: "list", start: open.startOffset, end: endOf(close), items: items.slice() };
}

export function mapOf(open: IToken, entries: readonly SettingNode[], close: IToken): MapNode {
  return { kind: "map", start: open.startOffset, end: endOf(close), entries: entries.slice() };
}

/** A setting in a map. */
export function entryOf({ path, operator }: SettingHead, value: ValueNode): SettingNode {
  const start = path[0]?.start ?? value.start;
  return { kind: "setting", start, end: value.end, path, operator, value, doc: undefined };
}

/** `to` is absent where the value is no range. */
export function rangeFrom(from: ValueNode, to: ValueNode | undefined): ValueNode {
  return to === undefined ? from : { kind: "range", start: from.start, end: to.end, from, to };
}
