// The code that a comment `# hubc: allow area/code because "…"` names.

import type { IToken } from "chevrotain";
import type { Range } from "../../syntax/tree.ts";

/** The code and its place; for a comment that is no allowance, nothing. */
export function codeIn({ image, startOffset }: IToken): (Range & { readonly text: string }) | undefined {
  const match = /^(#\s*hubc:\s*allow\s+)(\S+)/.exec(image);
  const [before, text] = [match?.[1], match?.[2]];
  if (before === undefined || text === undefined) return undefined;
  const start = startOffset + before.length;
  return { text, start, end: start + text.length };
}
