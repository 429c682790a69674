// Values and bodies as they look on one line, where they may stand on one.

import type { Body, Item, Piece } from "./layout.ts";
import { isTight } from "./read-pieces.ts";

/** Lines are this many characters long at most, where there is a place to break them. */
export const maximumWidth = 100;

/** The value on one line; undefined where it was written over lines or a comment or a text of several lines is in it. */
export function flatValue(pieces: readonly Piece[]): string | undefined {
  let text = "";
  let before: Piece | undefined;
  for (const piece of pieces) {
    const flat = flatPiece(piece);
    if (flat === undefined) return undefined;
    text += before === undefined || isTight(before, piece) ? flat : ` ${flat}`;
    before = piece;
  }
  return text;
}

/** One piece on one line, or undefined. */
export function flatPiece(piece: Piece): string | undefined {
  switch (piece.kind) {
    case "text":
      return piece.text.includes("\n") ? undefined : piece.text;
    case "list":
      return flatList(piece.body);
    case "map": {
      const entries = flatBody(piece.body);
      return entries && (entries.length === 0 ? "{ }" : `{ ${entries.map((entry) => entry.text).join(", ")} }`);
    }
    case "enclosure": {
      if (piece.opening !== undefined || !(piece.tight || piece.onOneLine)) return undefined;
      const inner = flatValue(piece.pieces);
      return inner === undefined ? undefined : piece.open + inner + piece.close;
    }
    default:
      return undefined;
  }
}

/** Can the value be broken over lines? */
export function isBreakable(pieces: readonly Piece[]): boolean {
  return pieces.some((piece) => {
    if (piece.kind === "list" || piece.kind === "map") return piece.body.items.length > 0;
    return piece.kind === "enclosure" && !piece.tight;
  });
}

/** A statement on one line: `key` is what rows of a table have in common, `text` all of it. */
export interface FlatEntry {
  readonly key: string;
  readonly text: string;
}

/** The statements of a body that was written on one line and holds settings alone, a package line, or one other such block. */
export function flatBody(body: Body): FlatEntry[] | undefined {
  if (body.opening !== undefined || !(body.onOneLine || body.items.length === 0)) return undefined;
  const entries: FlatEntry[] = [];
  for (const item of body.items) {
    if (item.kind === "block" && body.items.length > 1) return undefined;
    const entry = flatEntry(item);
    if (entry === undefined) return undefined;
    entries.push(entry);
  }
  return entries;
}

function flatEntry(item: Item): FlatEntry | undefined {
  if (item.kind === "package" && item.trailing === undefined) return { key: "", text: item.text };
  if (item.kind === "block" && item.trailing === undefined) return flatBlock(item.head, item.body);
  if (item.kind !== "setting" || item.trailing !== undefined) return undefined;
  const value = flatValue(item.value);
  if (value === undefined) return undefined;
  return { key: `${item.key} ${item.operator}`, text: `${item.key} ${item.operator} ${value}` };
}

function flatBlock(head: string, body: Body): FlatEntry | undefined {
  const entries = flatBody(body);
  if (entries === undefined) return undefined;
  const inner = entries.map(({ text }) => `${text}  `).join("");
  return { key: `${head} {`, text: entries.length === 0 ? `${head} { }` : `${head} { ${inner.trimEnd()} }` };
}

function flatList(body: Body): string | undefined {
  if (body.opening !== undefined || !(body.onOneLine || body.items.length === 0)) return undefined;
  const items: string[] = [];
  for (const item of body.items) {
    const flat = item.kind === "value" && item.trailing === undefined ? flatValue(item.value) : undefined;
    if (flat === undefined) return undefined;
    items.push(flat);
  }
  return `[${items.join(", ")}]`;
}
