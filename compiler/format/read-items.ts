// The outline's chunks as items of a layout, with their comments.

import type { BlockChunk, Chunk, StatementChunk } from "../syntax/chunk.ts";
import { isAssignment, isPackageLine, pathEnd, type Token } from "../syntax/tokens.ts";
import { blankBefore, type CommentCursor, type Draft, settleComments } from "./comment-cursor.ts";
import type { Body, Item, PackageItem, SettingItem } from "./layout.ts";
import { withoutListMark } from "./package-line.ts";
import { joinTokens, readPieces } from "./read-pieces.ts";
import { isConditionKey, requires } from "./sound-chunk.ts";
import { hasLineBreak } from "./source-gaps.ts";

/** The item that a sound chunk is. Comments before it must have been taken. */
export function readItem(cursor: CommentCursor, chunk: Chunk, parent: BlockChunk | undefined): Item {
  if (chunk.kind === "statement") {
    const first = chunk.tokens[0];
    return first !== undefined && isPackageLine(first)
      ? readPackageLine(cursor, first, parent)
      : readSetting(cursor, chunk, parent);
  }
  const blank = blankBefore(cursor, startOf(chunk));
  const body = readBody(cursor, chunk);
  if (chunk.value) {
    const key = chunk.head.slice(0, -1);
    const operator = chunk.head.at(-1)?.image ?? "";
    const value = [{ kind: "map" as const, body }];
    return { kind: "setting", key: joinTokens(key), operator, value, trailing: undefined, blankBefore: blank };
  }
  const head = joinTokens(chunk.head);
  const alignment = chunk.head.length > 1 ? (chunk.head[0]?.image ?? "") : "";
  return { kind: "block", head, alignment, body, trailing: undefined, blankBefore: blank };
}

/** Offset of the first token of a chunk. */
export function startOf(chunk: Chunk): number {
  const first = chunk.kind === "statement" ? chunk.tokens[0] : (chunk.head[0] ?? chunk.open);
  return first?.start ?? 0;
}

function readPackageLine(cursor: CommentCursor, line: Token, parent: BlockChunk | undefined): PackageItem {
  const blank = blankBefore(cursor, line.start);
  cursor.lastEnd = line.end;
  const text = withoutListMark(line.image, parent?.head[0]?.image ?? "");
  return { kind: "package", text, trailing: undefined, blankBefore: blank };
}

function readSetting(cursor: CommentCursor, chunk: StatementChunk, parent: BlockChunk | undefined): SettingItem {
  const { tokens } = chunk;
  const operatorAt = tokens.findIndex(isAssignment);
  const blank = blankBefore(cursor, startOf(chunk));
  const conditions = parent !== undefined && requires(parent) && pathEnd(tokens, 0) > 0 && isConditionKey(tokens[0]);
  const operator = tokens[operatorAt];
  if (operator) cursor.lastEnd = operator.end;
  return {
    kind: "setting",
    key: joinTokens(tokens.slice(0, operatorAt)),
    operator: operator?.image ?? "",
    value: readPieces({ cursor, tokens, conditions, at: operatorAt + 1 }),
    trailing: undefined,
    blankBefore: blank,
  };
}

function readBody(cursor: CommentCursor, chunk: BlockChunk): Body {
  const draft: Draft = { items: [], opening: undefined };
  const { open, close } = chunk;
  if (open) cursor.lastEnd = open.end;
  for (const child of chunk.children) {
    settleComments(cursor, startOf(child), draft);
    draft.items.push(readItem(cursor, child, chunk));
  }
  const end = close?.start ?? cursor.lastEnd;
  settleComments(cursor, end, draft);
  if (close) cursor.lastEnd = close.end;
  const onOneLine = !hasLineBreak(cursor.text, startOf(chunk), end);
  return { items: draft.items, opening: draft.opening, onOneLine };
}
