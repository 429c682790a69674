// Doc comments: `##` lines directly above a declaration, a block or a setting belong to it.

import type { SourceFile } from "../text/source-file.ts";
import { isIndentCode, isLineEndCode } from "./characters.ts";
import type { Token } from "./tokens.ts";
import type { DocLookup } from "./tree.ts";

/** A look-up from the offset of a construct to the text of the doc comment above it. */
export function docComments(file: SourceFile, comments: readonly Token[]): DocLookup {
  const byFollower = new Map<number, string>();
  let lines: string[] = [];
  comments.forEach((comment, i) => {
    if (!comment.image.startsWith("##") || !startsLine(file.text, comment.start)) {
      lines = [];
      return;
    }
    lines.push(withoutMarks(comment.image));
    const follower = nextConstruct(file.text, comment.end);
    if (comments[i + 1]?.start === follower) return;
    byFollower.set(follower, lines.join("\n"));
    lines = [];
  });
  return (offset) => byFollower.get(offset);
}

/** What a line of a doc comment says: without its `##` and one blank. */
function withoutMarks(image: string): string {
  let from = 0;
  while (image[from] === "#") from++;
  if (image[from] === " ") from++;
  return image.slice(from).trimEnd();
}

function startsLine(text: string, offset: number): boolean {
  let at = offset - 1;
  while (at >= 0 && isIndentCode(text.charCodeAt(at))) at--;
  return at < 0 || isLineEndCode(text.charCodeAt(at));
}

/** The first offset on the next line that is no blank. */
function nextConstruct(text: string, from: number): number {
  let at = from;
  if (text[at] === "\r") at++;
  if (text[at] === "\n") at++;
  while (isIndentCode(text.charCodeAt(at))) at++;
  return at;
}
