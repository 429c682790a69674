// The grammar of keys and values.

import { expect, expectName, fail, note, peek, type StatementCursor, take, takeIf } from "./statement-cursor.ts";
import { parseTextParts } from "./text-parts.ts";
import { isCloseBrace, isOpenBrace, isText, isWord } from "./token-shapes.ts";
import type { Token } from "./tokens.ts";
import type { CallNode, LiteralNode, NameNode, PathNode, SettingNode, TextNode, ValueNode } from "./tree.ts";

/** `a` or `a .. b`. */
export function value(cursor: StatementCursor): ValueNode {
  return rangeFrom(cursor, primary(cursor));
}

/** A value that has no `..` in it. */
export function primary(cursor: StatementCursor): ValueNode {
  const token = peek(cursor);
  if (isWord(token)) return pathOrCall(cursor);
  if (isText(token)) return text(cursor);
  if (isLiteral(token)) return literal(cursor);
  if (token.type === "[") return list(cursor);
  if (isOpenBrace(token)) return map(cursor);
  const { start, end } = fail(cursor, "A value");
  return { kind: "unreadable", start, end };
}

export function startsValue(token: Token): boolean {
  return isWord(token) || isText(token) || isLiteral(token) || token.type === "[" || isOpenBrace(token);
}

/** What stands between a block's word and its braces. */
export function label(cursor: StatementCursor): ValueNode {
  return rangeFrom(cursor, isWord(peek(cursor)) ? pathOf(nameOf(take(cursor))) : primary(cursor));
}

export function startsLabel(token: Token): boolean {
  return isWord(token) || isText(token) || isLiteral(token);
}

function rangeFrom(cursor: StatementCursor, from: ValueNode): ValueNode {
  if (!takeIf(cursor, "..")) return from;
  const to = primary(cursor);
  return { kind: "range", start: from.start, end: to.end, from, to };
}

/** Names and texts joined by dots. */
export function keyPath(cursor: StatementCursor): readonly (NameNode | TextNode)[] {
  const first = key(cursor);
  if (peek(cursor).type !== ".") return [first];
  const path = [first];
  while (takeIf(cursor, ".")) path.push(key(cursor));
  return path.slice();
}

function key(cursor: StatementCursor): NameNode | TextNode {
  const token = peek(cursor);
  if (isText(token)) return text(cursor);
  return nameOf(isWord(token) ? take(cursor) : fail(cursor, "A name"));
}

export function assignment(cursor: StatementCursor): SettingNode["operator"] {
  const { type } = peek(cursor);
  if (type === "=" || type === "+=" || type === "-=") {
    cursor.at++;
    return type;
  }
  fail(cursor, "`=`, `+=` or `-=`");
  return "=";
}

export function nameOf({ image, start, end }: Token): NameNode {
  return { kind: "name", start, end, text: image };
}

function text(cursor: StatementCursor): TextNode {
  const token = take(cursor);
  const { start, end } = token;
  const long = token.image.startsWith('"""');
  return { kind: "text", start, end, long, parts: parseTextParts(token, (problem) => note(cursor, problem)) };
}

function isLiteral({ type }: Token): boolean {
  return type === "number" || type === "date" || type === "time";
}

function literal(cursor: StatementCursor): LiteralNode {
  const { type, image, start, end } = take(cursor);
  const form = type === "date" || type === "time" ? type : "number";
  if (form !== "date" || peek(cursor).type !== "time") return { kind: "literal", start, end, form, raw: image };
  const time = take(cursor);
  return { kind: "literal", start, end: time.end, form: "moment", raw: [image, time.image].join(" ") };
}

function pathOrCall(cursor: StatementCursor): PathNode | CallNode {
  const callee = path(cursor);
  const [name] = callee.names;
  if (name === undefined || !takeIf(cursor, "(")) return callee;
  const argument = value(cursor);
  const { end } = expect(cursor, ")", "`)`");
  return { kind: "call", start: callee.start, end, name, argument };
}

/** Names joined by dots, with an index: `team[2]`. */
export function path(cursor: StatementCursor): PathNode {
  const first = nameOf(expectName(cursor));
  const next = peek(cursor);
  if (next.type !== "." && next.type !== "[") return pathOf(first);
  const names = [first];
  while (takeIf(cursor, ".")) names.push(nameOf(expectName(cursor)));
  const last = names.at(-1) ?? first;
  const { start } = first;
  if (!takeIf(cursor, "[")) return { kind: "path", start, end: last.end, names: names.slice(), index: undefined };
  const index = Number(expect(cursor, "number", "A number").image);
  const { end } = expect(cursor, "]", "`]`");
  return { kind: "path", start, end, names: names.slice(), index };
}

function pathOf(name: NameNode): PathNode {
  return { kind: "path", start: name.start, end: name.end, names: [name], index: undefined };
}

function list(cursor: StatementCursor): ValueNode {
  const { start } = take(cursor);
  const items: ValueNode[] = [];
  let separated = true;
  while (startsValue(peek(cursor))) {
    const item = value(cursor);
    if (!separated) checkSeparation(cursor, items.at(-1), item);
    items.push(item);
    separated = takeIf(cursor, ",");
  }
  const { end } = expect(cursor, "]", "`]`");
  return { kind: "list", start, end, items: items.slice() };
}

/** A line end separates two items as well as a comma. */
function checkSeparation(cursor: StatementCursor, before: ValueNode | undefined, { start, end }: ValueNode): void {
  if (before === undefined || /[\r\n]/.test(cursor.source.slice(before.end, start))) return;
  note(cursor, { start, end, problem: "comma", at: before.end });
}

function map(cursor: StatementCursor): ValueNode {
  const { start } = take(cursor);
  const entries: SettingNode[] = [];
  while (startsKey(peek(cursor))) {
    entries.push(entry(cursor));
    takeIf(cursor, ",");
  }
  const { end } = isCloseBrace(peek(cursor)) ? take(cursor) : fail(cursor, "`}`");
  return { kind: "map", start, end, entries: entries.slice() };
}

function startsKey(token: Token): boolean {
  return isWord(token) || isText(token);
}

function entry(cursor: StatementCursor): SettingNode {
  const { start } = peek(cursor);
  const path = keyPath(cursor);
  const operator = assignment(cursor);
  const written = value(cursor);
  return { kind: "setting", start, end: written.end, path, operator, value: written, doc: undefined };
}
