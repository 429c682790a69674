// The formatter: one canonical form, no options. It works on tokens, comments and the outline, not on the tree, so nothing
// that was written is lost. A declaration with a syntax error in it is left alone.

import { lex } from "../syntax/lexer.ts";
import { outline } from "../syntax/outline.ts";
import { append } from "../text/many.ts";
import { createSourceFile, type SourceFile } from "../text/source-file.ts";
import { blankBefore, type CommentCursor, type Draft, settleComments } from "./comment-cursor.ts";
import type { Item } from "./layout.ts";
import { createLineWriter, textOfLines } from "./line-writer.ts";
import { printItems } from "./print-items.ts";
import { readItem, startOf } from "./read-items.ts";
import { type Stretch, stretches } from "./stretches.ts";

export interface Formatted {
  readonly text: string;
  /** Does `text` differ from the file's? */
  readonly changed: boolean;
}

/** The file in canonical form. Formatting the result again changes nothing, and it means what the file means. Never throws. */
export function format(file: SourceFile): Formatted {
  const { text, shape } = formatOnce(file);
  return keepsShape(file, text, shape) ? { text, changed: text !== file.text } : { text: file.text, changed: false };
}

/**
 * What a broken part is taken for can depend on the layout around it. So where something was left alone, the result must
 * be read as the file was.
 */
function keepsShape(file: SourceFile, text: string, shape: readonly Stretch["kind"][]): boolean {
  if (!shape.includes("verbatim")) return true;
  const again = formatOnce(createSourceFile(file.path, text));
  return again.text === text && again.shape.join() === shape.join();
}

interface Result {
  readonly text: string;
  /** What was laid out and what was left alone, in order. */
  readonly shape: readonly Stretch["kind"][];
}

function formatOnce(file: SourceFile): Result {
  const wrong: { start: number; end: number }[] = [];
  const lexed = lex(file.text);
  const chunks = outline(file, lexed.tokens, (diagnostic) => wrong.push(diagnostic.span));
  append(wrong, lexed.unexpected);
  const parts = stretches({ file, tokens: lexed.tokens, chunks, wrong });
  const cursor = { text: file.text, comments: lexed.comments, next: 0, lastEnd: 0 };
  const writer = createLineWriter();
  printItems(writer, separated(readFile(cursor, parts)), 0);
  return { text: textOfLines(writer), shape: parts.map((part) => part.kind) };
}

function readFile(cursor: CommentCursor, parts: readonly Stretch[]): Item[] {
  const draft: Draft = { items: [], opening: undefined };
  for (const part of parts) {
    const start = part.kind === "chunk" ? startOf(part.chunk) : part.start;
    settleComments(cursor, start, draft);
    draft.items.push(part.kind === "chunk" ? readItem(cursor, part.chunk, undefined) : readVerbatim(cursor, part));
  }
  settleComments(cursor, cursor.text.length, draft);
  return draft.items;
}

function readVerbatim(cursor: CommentCursor, part: { readonly start: number; readonly end: number }): Item {
  const blank = blankBefore(cursor, part.start);
  while ((cursor.comments[cursor.next]?.start ?? part.end) < part.end) cursor.next++;
  cursor.lastEnd = part.end;
  const text = cursor.text.slice(part.start, part.end).replace(/(?:\r\n|\n|\r)$/, "");
  return { kind: "verbatim", text, blankBefore: blank };
}

/** The items of a file with the blank lines between them as they should be. */
function separated(items: readonly Item[]): Item[] {
  return items.map((item, i) => {
    const before = items[i - 1];
    if (before === undefined || before.kind === "comment" || before.kind === "verbatim" || item.kind === "verbatim")
      return item;
    const governing = item.kind === "comment" ? items.slice(i).find((later) => later.kind !== "comment") : item;
    const blank = before.kind === "block" || governing?.kind === "block";
    return { ...item, blankBefore: blank || item.blankBefore };
  });
}
