// A value of the chart as one writes it oneself: any data that YAML can hold, with the place of each part.

import type { BodyItem, ValueNode } from "../../syntax/tree.ts";
import { closest } from "../../text/edit-distance.ts";
import { oneForm } from "../../text/one-form.ts";
import { type Span, spanOf } from "../../text/span.ts";
import { duplicateSetting, notATruthValue, wrongForm, wrongType } from "../schema-diagnostics.ts";
import { type Unknown, unknown, type ValueReader, type ValueType } from "../value-type.ts";
import { notPlain } from "../values-diagnostics.ts";
import { describeValue } from "./describe-value.ts";
import { type SecretReference, secret } from "./references.ts";
import { code, quote } from "./scalars.ts";
import { refuseCharacters } from "./text-characters.ts";

export type ChartData = ChartScalar | ChartList | ChartMap | ChartSecret;

export interface ChartScalar {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  readonly span: Span;
  /** Where a text's value comes from: quotes in the file, another file of the project, or lines of YAML, each with the offset where it begins. */
  readonly from: "quotes" | { readonly asset: string } | { readonly lines: readonly number[] } | undefined;
}

export interface ChartList {
  readonly kind: "list";
  readonly items: readonly ChartData[];
  readonly span: Span;
}

export interface ChartMap {
  readonly kind: "map";
  readonly entries: readonly ChartEntry[];
  readonly span: Span;
}

export interface ChartEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: ChartData;
  readonly doc: string | undefined;
}

/** A secret by its name; what can be made of it depends on where it stands. */
export interface ChartSecret {
  readonly kind: "secret";
  readonly secret: SecretReference;
  readonly span: Span;
}

export const chartData: ValueType<ChartData> = {
  name: "chart value",
  expected: "a text, a number, `true`, `false`, `null`, a list or a map",
  shape: { kind: "scalar" },
  read: (node, reader) => {
    const span = spanOf(reader.file, node);
    switch (node.kind) {
      case "text":
      case "call":
        return readText(node, reader, span);
      case "literal":
        return readLiteral(node, reader, span);
      case "path":
        return readWord(node, reader, span);
      case "list":
        return readList(node.items, reader, span);
      case "map":
        return readMap(node.entries, reader, span);
      case "unreadable":
        return unknown;
      default:
        return reader.say(notPlain, { found: describeValue(node), instead: chartData.expected }, node);
    }
  },
  print: printData,
};

function readText(node: ValueNode, reader: ValueReader, span: Span): ChartData | Unknown {
  if (node.kind === "call" && node.name.text === "secret") {
    const value = secret.read(node, reader);
    return value === unknown ? unknown : { kind: "secret", secret: value, span };
  }
  const value = code.read(node, reader);
  if (value === unknown) return unknown;
  const { argument } = node.kind === "call" ? node : { argument: undefined };
  const asset =
    argument?.kind === "text" ? argument.parts.filter((part) => typeof part === "string").join("") : undefined;
  return { kind: "scalar", value, span, from: asset === undefined ? "quotes" : { asset } };
}

function readLiteral(
  node: ValueNode & { readonly kind: "literal" },
  reader: ValueReader,
  span: Span,
): ChartData | Unknown {
  if (node.form === "number" && /^-?[\d.]+$/.test(node.raw)) return plainScalar(Number(node.raw), span);
  const instead = `the text \`"${node.raw}"\` where that is meant, or the number that the chart takes`;
  // Only a text can say a date; a quantity may be meant as a number in some unit.
  const fixes = node.form === "number" ? [] : [reader.fix("Put it in quotes", node, `"${node.raw}"`)];
  return reader.say(notPlain, { found: describeValue(node), instead }, node, { fixes });
}

function plainScalar(value: ChartScalar["value"], span: Span): ChartScalar {
  return { kind: "scalar", value, span, from: undefined };
}

const words: ReadonlyMap<string, boolean | null> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);

const lookalikes: ReadonlyMap<string, string> = new Map([
  ["yes", "true"],
  ["on", "true"],
  ["True", "true"],
  ["no", "false"],
  ["off", "false"],
  ["False", "false"],
]);

function readWord(node: ValueNode & { readonly kind: "path" }, reader: ValueReader, span: Span): ChartData | Unknown {
  const word = node.names.length === 1 && node.index === undefined ? (node.names[0]?.text ?? "") : "";
  const known = words.get(word);
  if (known !== undefined) return plainScalar(known, span);
  const constant = reader.constant(node, chartData);
  if (constant !== undefined) return constant;
  const meant = lookalikes.get(word);
  if (meant !== undefined)
    return reader.say(notATruthValue, { found: word }, node, {
      fixes: [reader.fix(`Write \`${meant}\``, node, meant)],
    });
  const found = describeValue(node);
  const slip = word.length < 3 ? undefined : closest(word, [...words.keys()]);
  const quoted =
    word === "" ? [] : [reader[slip === undefined ? "fix" : "offer"]("Put it in quotes", node, `"${word}"`)];
  const fixes = slip === undefined ? quoted : [reader.offer(`Write \`${slip}\``, node, slip), ...quoted];
  const expected = "A text, a number, `true`, `false`, `null`, a list, a map or a constant";
  return reader.say(wrongType, { expected, found }, node, { fixes });
}

function readList(nodes: readonly ValueNode[], reader: ValueReader, span: Span): ChartData | Unknown {
  const items = nodes.map((node) => chartData.read(node, reader));
  return items.every((item) => item !== unknown) ? { kind: "list", items, span } : unknown;
}

function readMap(nodes: readonly BodyItem[], reader: ValueReader, span: Span): ChartData | Unknown {
  const entries: ChartEntry[] = [];
  let sound = true;
  for (const node of nodes) {
    const entry = readEntry(node, reader);
    const other = entry === unknown ? undefined : entries.find(({ key }) => key === entry.key);
    if (entry === unknown) sound = false;
    else if (other !== undefined) {
      const related = [{ span: other.keySpan, message: "It is also set here." }];
      reader.say(duplicateSetting, { name: entry.key }, entry.keySpan, { related });
      sound = false;
    } else entries.push(entry);
  }
  return sound ? { kind: "map", entries, span } : unknown;
}

/** `key = value`; a key of several parts stands for maps in one another. */
function readEntry(node: BodyItem, reader: ValueReader): ChartEntry | Unknown {
  if (node.kind !== "setting" || node.operator !== "=") {
    if (node.kind !== "setting") reader.say(wrongForm, { name: "An entry", form: "key = value" }, node);
    else if (node.value.kind !== "unreadable") reader.say(wrongForm, { name: "An entry", form: "key = value" }, node);
    return unknown;
  }
  const value = chartData.read(node.value, reader);
  if (value === unknown) return unknown;
  const keys = keysOf(node.path, reader);
  const [first, ...rest] = keys;
  if (first === undefined) return unknown;
  const inner = rest.reduceRight<ChartData>(
    (within, { key, span }) => ({
      kind: "map",
      entries: [{ key, keySpan: span, value: within, doc: undefined }],
      span: value.span,
    }),
    value,
  );
  return { key: first.key, keySpan: first.span, value: inner, doc: node.doc };
}

/** One part of a key path, with its place. */
export interface ChartKey {
  readonly key: string;
  readonly span: Span;
}

/** The parts of a key path; none, reported, where a constant is filled into one. */
export function keysOf(
  path: Extract<BodyItem, { readonly path: unknown }>["path"],
  reader: ValueReader,
): readonly ChartKey[] {
  const keys: ChartKey[] = [];
  for (const part of path) {
    const [only, ...more] = part.kind === "name" ? [part.text] : part.parts;
    if (typeof only !== "string" || more.length > 0) {
      reader.say(wrongForm, { name: "A key", form: 'name or "plain text", without `${…}`' }, part);
      return [];
    }
    if (part.kind === "text" && refuseCharacters(only, { node: part }, reader, { use: "name" })) return [];
    keys.push({ key: oneForm(only), span: spanOf(reader.file, part) });
  }
  return keys;
}

/** A key path as it is written. */
export function printPath(path: readonly string[]): string {
  return path.map((key) => (/^[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*$/.test(key) ? key : quote(key))).join(".");
}

function printData(data: ChartData): string {
  switch (data.kind) {
    case "scalar":
      return typeof data.value === "string" ? quote(data.value) : String(data.value);
    case "list":
      return `[${data.items.map(printData).join(", ")}]`;
    case "map":
      return `{ ${data.entries.map(({ key, value }) => `${printPath([key])} = ${printData(value)}`).join(", ")} }`;
    case "secret":
      return secret.print(data.secret);
  }
}

/** The items of a list; none where it is no list. */
export function chartItems(data: ChartData | undefined): readonly ChartData[] {
  return data?.kind === "list" ? data.items : [];
}

export function isChartText(data: ChartData): data is ChartScalar & { readonly value: string } {
  return data.kind === "scalar" && typeof data.value === "string";
}
