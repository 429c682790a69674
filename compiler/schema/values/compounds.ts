// Ranges, lists, records and choices between types.

import type { MapNode, ValueNode } from "../../syntax/tree.ts";
import { closest } from "../../text/edit-distance.ts";
import { otherName } from "../other-names.ts";
import { duplicateSetting, missingSetting, rangeEmpty, rangeReversed, unknownSetting } from "../schema-diagnostics.ts";
import { type Item, type Unknown, unknown, type ValueReader, type ValueType } from "../value-type.ts";
import { listMeant, twoEnds } from "./meant-value.ts";
import { type Moment, moment, time } from "./moments.ts";
import { wrong, wrongButFor } from "./scalars.ts";

export interface RangeValue<T> {
  readonly from: T;
  readonly to: T;
}

/** `a .. b`; a single value stands for `v .. v`. */
export function rangeOf<T>(
  of: ValueType<T>,
  order: (value: T) => number = (value) => Number(value),
): ValueType<RangeValue<T>> {
  const type: ValueType<RangeValue<T>> = {
    name: `range of ${of.name}`,
    expected: `a range \`a .. b\` of ${of.name}`,
    shape: { kind: "range", of: of.shape },
    read: (node, reader) => {
      const constant = node.kind === "path" ? reader.constant(node, type) : undefined;
      if (constant !== undefined) return constant;
      const fixes = twoEnds(node, reader);
      if (fixes.length > 0)
        return wrongButFor(node, reader, { expected: "a range, with `..` between its two ends,", fixes });
      const [first, last] = node.kind === "range" ? [node.from, node.to] : [node, node];
      const from = of.read(first, reader);
      if (from === unknown && first === last) return unknown;
      const to = first === last ? from : of.read(last, reader);
      if (from === unknown || to === unknown) return unknown;
      return ordered({ from, to }, node, reader, of, order);
    },
    print: ({ from, to }) => `${of.print(from)} .. ${of.print(to)}`,
    of,
  };
  return type;
}

function ordered<T>(
  range: RangeValue<T>,
  node: ValueNode,
  reader: ValueReader,
  of: ValueType<T>,
  order: (value: T) => number,
): RangeValue<T> | Unknown {
  if (order(range.from) <= order(range.to)) return range;
  const [from, to] = [of.print(range.from), of.print(range.to)];
  const fixes = [reader.offer("Swap the ends", node, `${to} .. ${from}`)];
  return reader.say(rangeReversed, { from, to }, node, { fixes });
}

/** `2026-10-09 19:00 .. 21:00`: a moment up to another, or up to a time of the same day. */
export const momentRange: ValueType<RangeValue<Moment>> = {
  name: "range of moments",
  expected: "a range of moments, such as `2026-10-09 19:00 .. 21:00`",
  shape: { kind: "range", of: moment.shape },
  read: (node, reader) => {
    if (node.kind !== "range") return wrong(node, reader, momentRange.expected);
    const from = moment.read(node.from, reader);
    const isTime = node.to.kind === "literal" && node.to.form === "time";
    const end = isTime ? time.read(node.to, reader) : moment.read(node.to, reader);
    if (from === unknown || end === unknown) return unknown;
    const to = typeof end === "number" ? { day: from.day, minutes: end } : end;
    if (from.day === to.day && from.minutes === to.minutes)
      return reader.say(rangeEmpty, { end: moment.print(to) }, node.to);
    return ordered({ from, to }, node, reader, moment, ({ day, minutes }) => day * 1440 + minutes);
  },
  print: ({ from, to }) => `${moment.print(from)} .. ${moment.print(to)}`,
  of: moment,
};

/** `[a, b]`. With `single`, one value without brackets is a list of one. */
export function listOf<T>(
  of: ValueType<T>,
  options: { readonly single?: boolean } = {},
): ValueType<readonly Item<T>[]> {
  const type: ValueType<readonly Item<T>[]> = {
    name: `list of ${of.name}`,
    expected: `a list \`[…]\` of ${of.name}`,
    shape: { kind: "list", of: of.shape },
    read: (node, reader) => {
      if (node.kind !== "list") {
        const constant = node.kind === "path" ? reader.constant(node, type) : undefined;
        if (constant !== undefined) return constant;
        if (!options.single) return wrongList(node, reader, type);
      }
      const items: Item<T>[] = [];
      let sound = true;
      for (const item of node.kind === "list" ? node.items : [node]) {
        const value = of.read(item, reader);
        if (value === unknown) sound = false;
        else items.push({ value, file: reader.file, start: item.start, end: item.end });
      }
      return sound ? items : unknown;
    },
    print: (items) => `[${items.map((item) => of.print(item.value)).join(", ")}]`,
    of,
  };
  return type;
}

function wrongList<T>(node: ValueNode, reader: ValueReader, type: ValueType<T>): Unknown {
  const { expected } = type;
  const word = reader.file.text.slice(node.start, node.end).replace(/^"|"$/g, "");
  const { shape } = type;
  const isChoice = shape.kind === "list" && shape.of.kind === "choice" && shape.of.words.includes(word);
  if (isChoice) {
    const fixes = [reader.fix(`Write a list: \`[${word}]\``, node, `[${word}]`)];
    return wrongButFor(node, reader, { expected, fixes });
  }
  if (!expected.includes("text")) return wrong(node, reader, expected);
  return wrongButFor(node, reader, { expected, fixes: listMeant(node, reader) });
}

/** The first of two types that can be written as `node` is; `isFirst` decides by the form alone. */
export function either<A, B>(
  first: ValueType<A>,
  second: ValueType<B>,
  isSecond: (node: ValueNode) => boolean,
): ValueType<A | B> {
  return {
    name: `${first.name} or ${second.name}`,
    expected: `${first.expected} or ${second.expected}`,
    shape: { kind: "either", of: [first.shape, second.shape] },
    read: (node, reader) => (isSecond(node) ? second.read(node, reader) : first.read(node, reader)),
    print: (value) => (typeof value === "string" ? first.print(value as A) : second.print(value as B)),
  };
}

/** `{ path = "…", with = lab }`: a map with known keys. */
export function record<F extends Record<string, ValueType<unknown>>>(
  name: string,
  fields: F,
  required: readonly (keyof F & string)[],
): ValueType<Readonly<Record<string, unknown>>> {
  return {
    name,
    expected: `a map \`{ ${Object.keys(fields)
      .map((key) => `${key} = …`)
      .join(", ")} }\``,
    shape: { kind: "record", fields },
    read: (node, reader) =>
      node.kind === "map" ? readRecord(node, reader, name, fields, required) : wrong(node, reader, `a map for ${name}`),
    print: (value) =>
      `{ ${Object.entries(value)
        .map(([key, field]) => `${key} = ${fields[key]?.print(field)}`)
        .join(", ")} }`,
  };
}

function readRecord(
  node: MapNode,
  reader: ValueReader,
  name: string,
  fields: Readonly<Record<string, ValueType<unknown>>>,
  required: readonly string[],
): Readonly<Record<string, unknown>> | Unknown {
  const values: Record<string, unknown> = {};
  let sound = true;
  for (const entry of node.entries) {
    const key =
      entry.kind === "setting" && entry.path.length === 1 && entry.path[0]?.kind === "name" ? entry.path[0] : undefined;
    const field = key && Object.hasOwn(fields, key.text) ? fields[key.text] : undefined;
    if (entry.kind !== "setting" || key === undefined || field === undefined) {
      const written = key?.text ?? "this";
      reader.say(
        unknownSetting,
        {
          name: written,
          block: name,
          suggestion: otherName(written, Object.keys(fields)) ?? closest(written, Object.keys(fields)),
          what: "entry",
        },
        key ?? entry,
      );
      sound = false;
    } else if (Object.hasOwn(values, key.text)) {
      reader.say(duplicateSetting, { name: key.text }, key);
      sound = false;
    } else {
      const value = field.read(entry.value, reader);
      if (value === unknown) sound = false;
      values[key.text] = value;
    }
  }
  const missing = required.filter((key) => !Object.hasOwn(values, key)).map((key) => `\`${key}\``);
  if (sound && missing.length > 0) return reader.say(missingSetting, { block: name, missing }, node);
  return sound ? values : unknown;
}
