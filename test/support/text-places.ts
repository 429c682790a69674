// The places of the vocabulary that take a text, and those at which a program has one.

import { type BlockSchema, schemaOf } from "../../compiler/schema/block.ts";
import type { Shape, ValueType } from "../../compiler/schema/value-type.ts";
import { kindSchema } from "../../compiler/schema/vocabulary.ts";
import { parse } from "../../compiler/syntax/parse.ts";
import type { BodyItem } from "../../compiler/syntax/tree.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { places } from "./vocabulary-walk.ts";

/**
 * Every setting that takes a text, alone, in a list or in a record, by the block that it is declared in: `pool.machine`. A block that
 * stands at several places is one.
 */
export function textPlaces(): ReadonlySet<string> {
  return new Set(
    places().flatMap(({ steps }) => {
      const schema = steps.at(-1)?.schema;
      if (schema === undefined) return [];
      const named = Object.values(schema.settings).filter(({ type }) => takesText(type));
      const any = schema.anySetting !== undefined && takesText(schema.anySetting.type) ? ["*"] : [];
      const free = schema.free === undefined ? [] : ["*"];
      return [...named.map(({ key }) => key), ...any, ...free].map((key) => `${schema.name}.${key}`);
    }),
  );
}

/** Those of them at which the program has a text, or a file. */
export function textPlacesOf(program: string): ReadonlySet<string> {
  return new Set(bodiesOf(program).flatMap(({ places }) => places));
}

/**
 * The program with texts at more of those places, as the examples of the vocabulary have them, wherever it stays sound; what could be
 * added is taken out of `wanted`.
 */
export function withMoreTexts(program: string, wanted: Set<string>, isSound: (program: string) => boolean): string {
  let text = program;
  for (const place of [...wanted]) {
    const body = bodiesOf(text).find(({ schema }) => place.startsWith(`${schema.name}.`));
    const key = place.slice(place.lastIndexOf(".") + 1);
    const setting = key === "*" ? body?.schema.anySetting : body?.schema.settings[key];
    if (body === undefined || setting === undefined) continue;
    const line = `\n${key === "*" ? '"/opt/more"' : key} = ${setting.example}\n`;
    const more = text.slice(0, body.end) + line + text.slice(body.end);
    if (!isSound(more)) continue;
    wanted.delete(place);
    text = more;
  }
  return text;
}

interface Body {
  readonly schema: BlockSchema;
  /** The places of the vocabulary at which it has a text. */
  readonly places: readonly string[];
  /** The offset of its closing brace. */
  readonly end: number;
}

function bodiesOf(program: string): readonly Body[] {
  const { declarations } = parse(createSourceFile("p.hub", program), () => {});
  return declarations.flatMap(({ keyword, variant, body, end }) => {
    const kind = kindSchema(keyword.text);
    const schema = variant === undefined ? kind?.schema : kind?.variants?.[variant.text];
    return schema === undefined ? [] : bodiesIn(body, schema, end - 1);
  });
}

function bodiesIn(body: readonly BodyItem[], schema: BlockSchema, end: number): readonly Body[] {
  const places: string[] = [];
  const inner: Body[] = [];
  for (const item of body) {
    if (item.kind === "package-line") continue;
    const first = item.path[0];
    const key = first?.kind === "name" ? first.text : "*";
    if (schema.free !== undefined) places.push(`${schema.name}.*`);
    else if (item.kind === "setting") {
      if (hasText(item.value)) places.push(`${schema.name}.${Object.hasOwn(schema.settings, key) ? key : "*"}`);
    } else {
      const use = schema.blocks[key];
      const label = item.labels[0];
      const variant = label?.kind === "path" ? label.names[0]?.text : undefined;
      const block = use && schemaOf(use, use.variants === undefined ? undefined : variant);
      if (block !== undefined) inner.push(...bodiesIn(item.body, block, item.end - 1));
    }
  }
  return [{ schema, places, end }, ...inner];
}

function hasText(value: unknown): boolean {
  if (typeof value !== "object" || value === null || "lineStarts" in value) return false;
  return ("kind" in value && value.kind === "text") || Object.values(value).some(hasText);
}

function takesText(type: ValueType<unknown>): boolean {
  return type.use !== undefined || shapeTakesText(type.shape) || (type.of !== undefined && takesText(type.of));
}

function shapeTakesText(shape: Shape): boolean {
  return shape.kind === "record" && Object.values(shape.fields).some(takesText);
}
