// Every value of a file as it is written, with what its setting takes: for checks of what a file names, whatever becomes of it.

import { type BlockSchema, schemaOf } from "../schema/block.ts";
import type { Shape } from "../schema/value-type.ts";
import { kindSchema } from "../schema/vocabulary.ts";
import type { BodyItem, Condition, SyntaxTree, ValueNode } from "../syntax/tree.ts";
import { lookUp } from "../text/look-up.ts";

export interface WrittenValue {
  readonly node: ValueNode;
  /** Of the setting's type; undefined where the vocabulary does not say. */
  readonly shape: Shape | undefined;
}

/** Values of settings, keys and constants, and those inside of them, in the order of the file. */
export function valuesIn({ declarations, lets }: SyntaxTree): WrittenValue[] {
  const declared = declarations.flatMap(({ keyword, variant, body }) => {
    const kind = kindSchema(keyword.text);
    const schema = kind?.schema ?? (variant && kind?.variants && lookUp(kind.variants, variant.text));
    return bodyValues(body, schema);
  });
  return [...declared, ...lets.flatMap(({ value }) => inside({ node: value, shape: undefined }))];
}

function bodyValues(body: readonly BodyItem[], schema: BlockSchema | undefined): WrittenValue[] {
  return body.flatMap((item): WrittenValue[] => {
    if (item.kind === "package-line") return [];
    const keys = item.path.flatMap((part) => (part.kind === "text" ? [{ node: part, shape: undefined }] : []));
    if (item.kind === "setting") {
      const [first] = item.path;
      const key = item.path.length === 1 && first?.kind === "name" ? first.text : "";
      const shape = ((schema && lookUp(schema.settings, key)) ?? schema?.anySetting)?.type.shape;
      return [...keys, ...inside({ node: item.value, shape })];
    }
    const use = schema && lookUp(schema.blocks, item.name.text);
    const label = item.labels[0];
    const variant = label?.kind === "path" ? label.names[0]?.text : undefined;
    const inner = use && schemaOf(use, variant);
    const labels = use?.label === "range" ? item.labels.flatMap((node) => inside({ node, shape: undefined })) : [];
    return [...keys, ...labels, ...bodyValues(item.body, inner)];
  });
}

function inside(written: WrittenValue): WrittenValue[] {
  const { node, shape } = written;
  const items = shape?.kind === "list" || shape?.kind === "map" ? shape.of : shape;
  switch (node.kind) {
    case "range":
      return [node.from, node.to].flatMap((value) => inside({ node: value, shape: undefined }));
    case "list":
      return node.items.flatMap((value) => inside({ node: value, shape: items }));
    case "map":
      return bodyValues(node.entries, undefined);
    case "call":
      return [written, ...inside({ node: node.argument, shape: undefined })];
    case "condition":
      return conditionValues(node.condition);
    default:
      return [written];
  }
}

function conditionValues(condition: Condition): WrittenValue[] {
  const of = (...nodes: readonly ValueNode[]) => nodes.flatMap((node) => inside({ node, shape: undefined }));
  switch (condition.kind) {
    case "not":
      return of(condition.operand);
    case "and":
    case "or":
      return of(...condition.operands);
    case "comparison":
      return of(condition.left, condition.right);
    case "all":
    case "any":
      return of(condition.list, condition.operand);
    case "present":
      return [];
    case "truth":
      return of(condition.value);
  }
}
