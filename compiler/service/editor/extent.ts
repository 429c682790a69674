// How far a construct reaches. The tree ends one that was not closed after its opening brace; while it is typed, what stands in it
// belongs to it all the same.

import type { BodyItem, Range } from "../../syntax/tree.ts";

/** The range of a declaration, block or setting with all that it holds. */
export function extentOf(node: Range & { readonly body?: readonly BodyItem[] }): Range {
  let { end } = node;
  for (const item of node.body ?? []) end = Math.max(end, extentOf(item).end);
  return { start: node.start, end };
}
