// Doc comments: `##` lines directly above a declaration, a block or a setting belong to it.

import type { IToken } from "chevrotain";
import type { SourceFile } from "../text/source-file.ts";
import { endOf } from "./lexer.ts";
import type { DocLookup } from "./tree.ts";

/** A look-up from the offset of a construct to the text of the doc comment above it. */
export function docComments(file: SourceFile, comments: readonly IToken[]): DocLookup {
  const byFollower = new Map<number, string>();
  let lines: string[] = [];
  comments.forEach((comment, i) => {
    if (!comment.image.startsWith("##") || !startsLine(file.text, comment.startOffset)) {
      lines = [];
      return;
    }
    lines.push(comment.image.replace(/^##+ ?/, "").trimEnd());
    const follower = nextConstruct(file.text, endOf(comment));
    if (comments[i + 1]?.startOffset === follower) return;
    byFollower.set(follower, lines.join("\n"));
    lines = [];
  });
  return (offset) => byFollower.get(offset);
}

function startsLine(text: string, offset: number): boolean {
  let at = offset - 1;
  while (text[at] === " " || text[at] === "\t") at--;
  return at < 0 || text[at] === "\n" || text[at] === "\r";
}

/** The first offset on the next line that is no blank. */
function nextConstruct(text: string, from: number): number {
  let at = from;
  if (text[at] === "\r") at++;
  if (text[at] === "\n") at++;
  while (text[at] === " " || text[at] === "\t") at++;
  return at;
}
