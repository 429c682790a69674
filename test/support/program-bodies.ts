// The bodies of a program's declarations and blocks, each with the part of the vocabulary that it is written by.

import { type BlockSchema, schemaOf } from "../../compiler/schema/block.ts";
import { kindSchema } from "../../compiler/schema/vocabulary.ts";
import { parse } from "../../compiler/syntax/parse.ts";
import type { BodyItem } from "../../compiler/syntax/tree.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

export interface Body {
  readonly schema: BlockSchema;
  readonly items: readonly BodyItem[];
  /** The offset of its closing brace. */
  readonly end: number;
}

/** In order of their beginnings. What the vocabulary does not know is left out. */
export function bodiesOf(program: string): readonly Body[] {
  const { declarations } = parse(createSourceFile("p.hub", program), () => {});
  return declarations.flatMap(({ keyword, variant, body, end }) => {
    const kind = kindSchema(keyword.text);
    const schema = variant === undefined ? kind?.schema : (kind?.variants?.[variant.text] ?? kind?.schema);
    return schema === undefined ? [] : bodiesIn(body, schema, end - 1);
  });
}

function bodiesIn(items: readonly BodyItem[], schema: BlockSchema, end: number): readonly Body[] {
  const inner = items.flatMap((item) => {
    if (item.kind !== "block" || schema.free !== undefined) return [];
    const use = schema.blocks[firstName(item)];
    const label = item.labels[0];
    const variant = label?.kind === "path" ? label.names[0]?.text : undefined;
    const block = use && schemaOf(use, use.variants === undefined ? undefined : variant);
    return block === undefined ? [] : bodiesIn(item.body, block, item.end - 1);
  });
  return [{ schema, items, end }, ...inner];
}

/** The first name of a statement's path; `*` where it is quoted. */
export function firstName(item: BodyItem): string {
  const first = item.kind === "package-line" ? undefined : item.path[0];
  return first?.kind === "name" ? first.text : "*";
}
