// Comments lie beside the tokens. A cursor walks them in step with the tokens, so that each is put down exactly once.

import type { Token } from "../syntax/tokens.ts";
import type { CommentItem, Item } from "./layout.ts";
import { hasBlankLine, hasLineBreak } from "./source-gaps.ts";

/** How far the reading of a file has come; advanced in place. */
export interface CommentCursor {
  readonly text: string;
  readonly comments: readonly Token[];
  /** Index of the first comment that is not yet put down. */
  next: number;
  /** End of the last token or comment that was read. */
  lastEnd: number;
}

export interface FoundComment {
  readonly text: string;
  /** False at the end of a line that something else stands on. */
  readonly ownLine: boolean;
  readonly blankBefore: boolean;
}

/** A body or a list while it is read. */
export interface Draft {
  readonly items: Item[];
  opening: string | undefined;
}

/** Is there a comment left before `offset`? */
export function commentsBefore(cursor: CommentCursor, offset: number): boolean {
  const comment = cursor.comments[cursor.next];
  return comment !== undefined && comment.start < offset;
}

/** The comments before `offset` that are left; the cursor passes them. */
export function takeComments(cursor: CommentCursor, offset: number): FoundComment[] {
  const found: FoundComment[] = [];
  for (let comment = cursor.comments[cursor.next]; comment; comment = cursor.comments[cursor.next]) {
    if (comment.start >= offset) break;
    const { start } = comment;
    found.push({
      text: comment.image.trimEnd(),
      ownLine: cursor.lastEnd === 0 || hasLineBreak(cursor.text, cursor.lastEnd, start),
      blankBefore: hasBlankLine(cursor.text, cursor.lastEnd, start),
    });
    cursor.lastEnd = comment.end;
    cursor.next++;
  }
  return found;
}

/** Puts the comments before `offset` where they belong: at the end of the item or the opening sign before them, or on their own. */
export function settleComments(cursor: CommentCursor, offset: number, draft: Draft): void {
  if (!commentsBefore(cursor, offset)) return;
  for (const comment of takeComments(cursor, offset)) {
    const last = draft.items.at(-1);
    if (comment.ownLine) draft.items.push(commentItem(comment));
    else if (last === undefined && draft.opening === undefined) draft.opening = comment.text;
    else if (last === undefined || last.kind === "comment" || last.kind === "verbatim" || last.trailing !== undefined)
      draft.items.push(commentItem(comment));
    else draft.items[draft.items.length - 1] = { ...last, trailing: comment.text };
  }
}

/** Is there a blank line between what was read last and `offset`? */
export function blankBefore(cursor: CommentCursor, offset: number): boolean {
  return hasBlankLine(cursor.text, cursor.lastEnd, offset);
}

/** A comment on a line of its own. */
export function commentItem(comment: FoundComment): CommentItem {
  return { kind: "comment", text: comment.text, blankBefore: comment.blankBefore };
}
