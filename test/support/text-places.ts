// The places of the vocabulary that take a text, and those at which a program has one.

import type { Shape, ValueType } from "../../compiler/schema/value-type.ts";
import { type Body, firstName, bodiesOf as programBodies } from "./program-bodies.ts";
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

function bodiesOf(program: string): readonly (Body & { readonly places: readonly string[] })[] {
  return programBodies(program).map((body) => ({ ...body, places: placesIn(body) }));
}

/** The places of the vocabulary at which a body has a text. */
function placesIn({ schema, items }: Body): readonly string[] {
  if (schema.free !== undefined) return items.map(() => `${schema.name}.*`);
  return items.flatMap((item) => {
    if (item.kind !== "setting" || !hasText(item.value)) return [];
    const key = firstName(item);
    return [`${schema.name}.${Object.hasOwn(schema.settings, key) ? key : "*"}`];
  });
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
