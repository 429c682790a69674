// JSON schemas written by hand from what a tool's documentation names: whatever is not named is an error.

import { Ajv } from "ajv";

type Schema = Readonly<Record<string, unknown>>;

/** A map with these fields and no others; those with `?` may be missing. */
export function closed(fields: Readonly<Record<string, Schema>>): Schema {
  const names = Object.keys(fields);
  return {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(names.map((name) => [name.replace("?", ""), fields[name]])),
    required: names.filter((name) => !name.endsWith("?")),
  };
}

export const text: Schema = { type: "string", minLength: 1 };
export const truth: Schema = { type: "boolean" };
export const whole: Schema = { type: "integer", minimum: 0 };
/** Texts by any name. */
export const texts: Schema = { type: "object", additionalProperties: text };
export const only = (...values: readonly (string | boolean)[]): Schema => ({ enum: values });
export const list = (items: Schema): Schema => ({ type: "array", items, minItems: 1 });

/** What the schema says of the data; nothing where it fits. */
export function complaints(schema: Schema, data: unknown): string[] {
  return complainer(schema)(data);
}

/** The same for many data: large schemas take long to prepare. */
export function complainer(schema: Schema): (data: unknown) => string[] {
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
  return (data) => {
    validate(data);
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  };
}
