// The code that a comment `# hubc: allow area/code because "…"` names.

import type { Comment, Range } from "../../syntax/tree.ts";

/** The code and its place; for a comment that is no allowance, nothing. */
export function codeIn(comment: Comment): (Range & { readonly text: string }) | undefined {
  const match = /^(#\s*hubc:\s*allow\s+)(\S+)/.exec(comment.image);
  const [before, text] = [match?.[1], match?.[2]];
  if (before === undefined || text === undefined) return undefined;
  const start = comment.start + before.length;
  return { text, start, end: start + text.length };
}
