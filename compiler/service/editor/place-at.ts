// Where in the tree an offset lies: the declaration, the blocks and the setting around it, with the vocabulary of each.

import { type BlockSchema, type BlockUse, schemaOf } from "../../schema/block.ts";
import type {
  BlockNode,
  BodyItem,
  DeclarationNode,
  LetNode,
  PackageLineNode,
  Range,
  SettingNode,
  SyntaxTree,
} from "../../syntax/tree.ts";
import { blockLabel, declarationSchema, useIn } from "./body-schema.ts";

/** A block around an offset, with what the vocabulary says of it; both absent where it is no word of the body around. */
export interface BlockAround {
  readonly node: BlockNode;
  readonly use: BlockUse | undefined;
  readonly schema: BlockSchema | undefined;
}

export interface TreePlace {
  readonly declaration: DeclarationNode | undefined;
  readonly constant: LetNode | undefined;
  /** The outermost first; the last may hold the offset in its header. */
  readonly blocks: readonly BlockAround[];
  /** Of the body that holds `item`, or of the innermost body. */
  readonly schema: BlockSchema | undefined;
  /** The setting or package line that holds the offset. */
  readonly item: SettingNode | PackageLineNode | undefined;
}

/** The place of an offset. The end of a node belongs to it. */
export function placeAt(tree: SyntaxTree, offset: number): TreePlace {
  const declaration = around(tree.declarations, offset);
  const constant = around(tree.lets, offset);
  const nothing = { declaration, constant, blocks: [], schema: undefined, item: undefined };
  if (declaration === undefined) return nothing;
  const schema = declarationSchema(declaration);
  return { ...nothing, ...inBody(declaration.body, { schema, blocks: [] }, offset) };
}

/** Does the range hold the offset, its end included? */
export function holds({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset <= end;
}

type Around = Pick<TreePlace, "schema" | "blocks">;

function inBody(
  body: readonly BodyItem[],
  { schema, blocks }: Around,
  offset: number,
): Around & Pick<TreePlace, "item"> {
  const item = around(body, offset);
  if (item?.kind !== "block") return { schema, blocks, item };
  const use = schema && useIn(schema, item.name.text);
  const inner = use && schemaOf(use, use.variants === undefined ? undefined : blockLabel(item));
  const next = { schema: inner, blocks: [...blocks, { node: item, use, schema: inner }] };
  return holds(item.header, offset) ? { ...next, item: undefined } : inBody(item.body, next, offset);
}

/** Of nodes in order of place, the one that holds the offset; of two that meet there, the later. */
function around<T extends Range>(nodes: readonly T[], offset: number): T | undefined {
  return nodes.findLast((node) => holds(node, offset));
}

// How far a construct reaches. The tree ends one that was not closed after its opening brace; while it is typed, what stands in it
// belongs to it all the same.

/** The range of a declaration, block or setting with all that it holds. */
export function extentOf(node: Range & { readonly body?: readonly BodyItem[] }): Range {
  let { end } = node;
  for (const item of node.body ?? []) end = Math.max(end, extentOf(item).end);
  return { start: node.start, end };
}
