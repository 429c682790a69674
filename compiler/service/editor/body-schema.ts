// Which part of the vocabulary a body is written in, read from the syntax alone, so that it is known for half-typed files too.

import { type BlockSchema, type BlockUse, schemaOf } from "../../schema/block.ts";
import { kindSchema } from "../../schema/vocabulary.ts";
import type { BlockNode, DeclarationNode, NameNode, TextNode, ValueNode } from "../../syntax/tree.ts";
import { oneForm } from "../../text/one-form.ts";

/** The schema of a declaration's body; absent where its kind or variant is none. */
export function declarationSchema(node: DeclarationNode): BlockSchema | undefined {
  return schemaOfKind(node.keyword.text, node.variant?.text);
}

/** The schema of a kind, for the variant where it has variants. */
export function schemaOfKind(kind: string, variant: string | undefined): BlockSchema | undefined {
  const entry = kindSchema(kind);
  if (entry?.variants === undefined) return entry?.schema;
  return variant !== undefined && Object.hasOwn(entry.variants, variant) ? entry.variants[variant] : undefined;
}

/** What the vocabulary says of a block of this name in a body. */
export function useIn(schema: BlockSchema, key: string): BlockUse | undefined {
  return Object.hasOwn(schema.blocks, key) ? schema.blocks[key] : undefined;
}

/** The schema of a block's body. */
export function blockSchema(node: BlockNode, around: BlockSchema): BlockSchema | undefined {
  const use = useIn(around, node.name.text);
  return use && schemaOf(use, use.variants === undefined ? undefined : blockLabel(node));
}

/** The first word or plain text between a block's name and its brace. */
export function blockLabel({ labels }: BlockNode): string | undefined {
  const [label] = labels;
  return label && labelText(label);
}

/** The name that a label is. */
export function labelText(label: ValueNode): string | undefined {
  if (label.kind === "path") return label.names.length === 1 ? label.names[0]?.text : undefined;
  const written = label.kind === "text" ? plainText(label) : undefined;
  return written === undefined ? undefined : oneForm(written);
}

/** A key or a text as it is, where no constant is filled in. */
export function plainText(node: NameNode | TextNode): string | undefined {
  if (node.kind === "name") return node.text;
  const [part] = node.parts;
  return node.parts.length === 1 && typeof part === "string" ? part : undefined;
}
