// Texts, numbers, truths, choices and quantities.

import type { LiteralNode, TextNode, ValueNode } from "../../syntax/tree.ts";
import { checkedDate, checkedTime, type Day, type Minutes, printDate, printTime } from "../../text/calendar.ts";
import { closest } from "../../text/edit-distance.ts";
import {
  badText,
  missingUnit,
  notAChoice,
  notATruthValue,
  outOfBounds,
  wrongType,
  wrongUnit,
} from "../schema-diagnostics.ts";
import { type Shape, type Unknown, unknown, type ValueReader, type ValueType } from "../value-type.ts";
import { describeValue } from "./describe-value.ts";
import { refuseSecretLooks } from "./secret-looks.ts";

const scalar: Shape = { kind: "scalar" };

/** Reports a value of the wrong type; unreadable values have been reported before. */
export function wrong(node: ValueNode, reader: ValueReader, expected: string): Unknown {
  if (node.kind === "unreadable") return unknown;
  const capital = expected.charAt(0).toUpperCase() + expected.slice(1);
  const single =
    node.kind === "path" && node.names.length === 1 && expected.includes("text") ? node.names[0] : undefined;
  const fixes = single ? [reader.fix("Put it in quotes", node, `"${single.text}"`)] : [];
  return reader.say(wrongType, { expected: capital, found: describeValue(node) }, node, { fixes });
}

/** Reads `node` as a constant where it is a bare word, else by `otherwise`. */
function constantOr<T>(
  node: ValueNode,
  reader: ValueReader,
  type: ValueType<T>,
  otherwise: () => T | Unknown,
): T | Unknown {
  const constant = node.kind === "path" ? reader.constant(node, type) : undefined;
  return constant ?? otherwise();
}

/** The text of a text node, with constants filled in. */
export function textOf(node: TextNode, reader: ValueReader): string | Unknown {
  let text = "";
  for (const part of node.parts) {
    const piece = typeof part === "string" ? part : reader.interpolated(part.text, part);
    if (piece === unknown) return unknown;
    text += piece;
  }
  return refuseSecretLooks(text, node, reader) ? unknown : text;
}

/** A text that must satisfy `accepts`; `what` completes "… is not …". */
export function textType(options: {
  readonly name: string;
  readonly expected: string;
  readonly accepts?: (text: string) => boolean;
  readonly what?: string;
}): ValueType<string> {
  const type: ValueType<string> = {
    name: options.name,
    expected: options.expected,
    shape: scalar,
    read: (node, reader) =>
      constantOr(node, reader, type, () => {
        if (node.kind === "call" && node.name.text === "file") return readFileCall(node.argument, reader);
        if (node.kind !== "text") return wrong(node, reader, options.expected);
        const value = textOf(node, reader);
        if (value === unknown || options.accepts === undefined || options.accepts(value)) return value;
        return reader.say(badText, { found: `\`${value}\``, expected: options.what ?? options.expected }, node);
      }),
    print: (value) => quote(value),
  };
  return type;
}

function readFileCall(argument: ValueNode, reader: ValueReader): string | Unknown {
  if (argument.kind !== "text") return wrong(argument, reader, "the path of a file, as a text");
  const path = textOf(argument, reader);
  return path === unknown ? unknown : reader.asset(path, argument);
}

/** `"…"` with what needs it escaped. */
export function quote(text: string): string {
  const escaped = text.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n").replace(/\t/g, "\\t").replace(/\$\{/g, "\\${");
  return `"${escaped}"`;
}

export const text: ValueType<string> = textType({ name: "text", expected: "a text" });

export const url: ValueType<string> = textType({
  name: "url",
  expected: 'a text with a URL, such as `"https://example.edu"`',
  what: "a URL: it begins with `https://` or `http://`, names a host and holds no blanks",
  accepts: (value) =>
    /^https?:\/\/[A-Za-z0-9.-]+(?::\d+)?(?:[/?#][^\s<>"\\^`{|}]*)?$/.test(
      value.replace(/^(https?:\/\/)[^/@\s]*@/, "$1"),
    ),
});

/** A count or an amount without a unit; `whole` refuses fractions. */
export function numberType(options: {
  readonly name: string;
  readonly whole: boolean;
  readonly from: number;
  readonly to?: number;
}): ValueType<number> {
  const bounds =
    options.to === undefined ? `it is at least ${options.from}` : `it is from ${options.from} to ${options.to}`;
  const type: ValueType<number> = {
    name: options.name,
    expected: options.whole ? "a whole number" : "a number",
    shape: scalar,
    read: (node, reader) =>
      constantOr(node, reader, type, () => {
        const value =
          node.kind === "literal" && node.form === "number" && /^-?[\d.]+$/.test(node.raw)
            ? Number(node.raw)
            : Number.NaN;
        if (Number.isNaN(value) || (options.whole && !Number.isSafeInteger(value)))
          return wrong(node, reader, type.expected);
        if (value < options.from || value > (options.to ?? Number.POSITIVE_INFINITY)) {
          return reader.say(outOfBounds, { found: String(value), bounds }, node);
        }
        return value;
      }),
    print: (value) => String(value),
  };
  return type;
}

export const count: ValueType<number> = numberType({ name: "number", whole: true, from: 0 });

const lookalikes = new Map([
  ["yes", "true"],
  ["on", "true"],
  ["no", "false"],
  ["off", "false"],
  ["True", "true"],
  ["False", "false"],
  ["1", "true"],
  ["0", "false"],
]);

export const truth: ValueType<boolean> = {
  name: "truth",
  expected: "`true` or `false`",
  shape: { kind: "choice", words: ["true", "false"] },
  read: (node, reader) => {
    const word =
      node.kind === "path" && node.names.length === 1
        ? node.names[0]?.text
        : node.kind === "literal"
          ? node.raw
          : undefined;
    if (word === "true" || word === "false") return word === "true";
    const constant = node.kind === "path" ? reader.constant(node, truth) : undefined;
    if (constant !== undefined) return constant;
    if (word === undefined) return wrong(node, reader, truth.expected);
    const meant = lookalikes.get(word) ?? closest(word, ["true", "false"]);
    const fixes = meant === undefined ? [] : [reader.fix(`Write \`${meant}\``, node, meant)];
    return reader.say(notATruthValue, { found: word }, node, { fixes });
  },
  print: (value) => String(value),
};

/** One of a few words. A bare word here is never a reference. */
export function choice<const W extends string>(...words: readonly W[]): ValueType<W> {
  const listed = words.map((word) => `\`${word}\``).join(", ");
  return {
    name: words.join(" | "),
    expected: `one of ${listed}`,
    shape: { kind: "choice", words },
    read: (node, reader) => {
      const written =
        node.kind === "path" && node.names.length === 1
          ? node.names[0]?.text
          : node.kind === "text"
            ? plain(node)
            : undefined;
      if (written === undefined) return wrong(node, reader, `one of ${listed}`);
      const word = words.find((candidate) => candidate === written);
      if (word !== undefined && node.kind === "path") return word;
      const suggestion = word ?? closest(written, words);
      const fixes = suggestion === undefined ? [] : [reader.fix(`Write \`${suggestion}\``, node, suggestion)];
      return reader.say(notAChoice, { found: written, words: listed, suggestion }, node, { fixes });
    },
    print: (value) => value,
  };
}

function plain(node: TextNode): string | undefined {
  return node.parts.length === 1 && typeof node.parts[0] === "string" ? node.parts[0] : undefined;
}

interface Unit {
  readonly names: readonly string[];
  readonly factor: number;
}

interface Quantity {
  readonly name: string;
  readonly expected: string;
  readonly units: readonly Unit[];
  /** Units that people write and that mean something else, and what they most likely meant. */
  readonly slips: Readonly<Record<string, string>>;
  readonly listed: string;
  readonly usual: string;
}

const sizes: Quantity = {
  name: "bytes",
  expected: "a size, such as `2GiB`",
  listed: "`KiB`, `MiB`, `GiB`, `TiB`, or decimal `kB`, `MB`, `GB`, `TB`",
  usual: "GiB",
  units: [
    { names: ["TiB"], factor: 2 ** 40 },
    { names: ["GiB"], factor: 2 ** 30 },
    { names: ["MiB"], factor: 2 ** 20 },
    { names: ["KiB"], factor: 2 ** 10 },
    { names: ["TB"], factor: 1e12 },
    { names: ["GB"], factor: 1e9 },
    { names: ["MB"], factor: 1e6 },
    { names: ["kB"], factor: 1e3 },
  ],
  slips: {
    Gi: "GiB",
    Mi: "MiB",
    Ki: "KiB",
    Ti: "TiB",
    G: "GiB",
    M: "MiB",
    K: "KiB",
    T: "TiB",
    g: "GiB",
    m: "MiB",
    k: "KiB",
    gb: "GB",
    mb: "MB",
    KB: "kB",
    kb: "kB",
    tb: "TB",
    gib: "GiB",
    mib: "MiB",
    GIB: "GiB",
    Gb: "GB",
    Mb: "MB",
  },
};

const durations: Quantity = {
  name: "duration",
  expected: "a duration, such as `30min`",
  listed: "`s`, `min`, `h`, `d`, `w`",
  usual: "min",
  units: [
    { names: ["w"], factor: 604800 },
    { names: ["d"], factor: 86400 },
    { names: ["h"], factor: 3600 },
    { names: ["min"], factor: 60 },
    { names: ["s"], factor: 1 },
  ],
  slips: {
    m: "min",
    mins: "min",
    minutes: "min",
    minute: "min",
    sec: "s",
    secs: "s",
    seconds: "s",
    hr: "h",
    hrs: "h",
    hour: "h",
    hours: "h",
    day: "d",
    days: "d",
    week: "w",
    weeks: "w",
    mn: "min",
  },
};

function quantityType(quantity: Quantity): ValueType<number> {
  const type: ValueType<number> = {
    name: quantity.name,
    expected: quantity.expected,
    shape: scalar,
    read: (node, reader) => constantOr(node, reader, type, () => readQuantity(node, reader, quantity)),
    print: (value) => {
      const unit = quantity.units.find(({ factor }) => value % factor === 0 && value !== 0) ?? quantity.units.at(-1);
      return unit === undefined || value === 0 ? `0${quantity.usual}` : `${value / unit.factor}${unit.names[0]}`;
    },
  };
  return type;
}

function readQuantity(node: ValueNode, reader: ValueReader, quantity: Quantity): number | Unknown {
  const match =
    node.kind === "literal" && node.form === "number" ? /^(-?\d+(?:\.\d+)?)([A-Za-z%_]\w*)?$/.exec(node.raw) : null;
  if (match === null) return wrong(node, reader, quantity.expected);
  const [found, digits, written] = [match[0], match[1] ?? "0", match[2]];
  if (written === undefined) {
    const fixes = [reader.fix(`Write \`${found}${quantity.usual}\``, node, `${found}${quantity.usual}`)];
    return reader.say(missingUnit, { found, units: quantity.listed }, node, { fixes });
  }
  const unit = quantity.units.find(({ names }) => names.includes(written));
  if (unit === undefined) {
    const meant = quantity.slips[written];
    const fixes = meant === undefined ? [] : [reader.fix(`Write \`${digits}${meant}\``, node, `${digits}${meant}`)];
    const units =
      meant === undefined ? quantity.listed : `did you mean \`${digits}${meant}\`? There are ${quantity.listed}`;
    return reader.say(wrongUnit, { found, units }, node, { fixes });
  }
  const value = Math.round(Number(digits) * unit.factor);
  return value < 0 ? reader.say(outOfBounds, { found, bounds: "it is not below zero" }, node) : value;
}

/** A size in bytes. */
export const bytes: ValueType<number> = quantityType(sizes);
/** A duration in seconds. */
export const duration: ValueType<number> = quantityType(durations);

/** Processor time in cores: `2`, `0.05`, `500m`. */
export const cpu: ValueType<number> = {
  name: "cpu",
  expected: "a number of cores, such as `2`, `0.5` or `500m`",
  shape: scalar,
  read: (node, reader) =>
    constantOr(node, reader, cpu, () => {
      const match = node.kind === "literal" && node.form === "number" ? /^(-?\d+(?:\.\d+)?)(m?)$/.exec(node.raw) : null;
      if (match === null) return wrong(node, reader, cpu.expected);
      const cores = Number(match[1]) / (match[2] === "m" ? 1000 : 1);
      if (cores < 0) return reader.say(outOfBounds, { found: match[0], bounds: "it is not below zero" }, node);
      return Math.round(cores * 1000) / 1000;
    }),
  print: (value) => String(value),
};

function literalType<T>(
  name: string,
  expected: string,
  parse: (node: LiteralNode) => T | undefined,
  print: (value: T) => string,
): ValueType<T> {
  const type: ValueType<T> = {
    name,
    expected,
    shape: scalar,
    read: (node, reader) =>
      constantOr(
        node,
        reader,
        type,
        () => (node.kind === "literal" ? parse(node) : undefined) ?? wrong(node, reader, expected),
      ),
    print,
  };
  return type;
}

export const date: ValueType<Day> = literalType(
  "date",
  "a date, such as `2026-08-26`",
  (node) => (node.form === "date" ? checkedDate(node.raw) : undefined),
  printDate,
);

export const time: ValueType<Minutes> = literalType(
  "time",
  "a time, such as `19:00`",
  (node) => (node.form === "time" ? checkedTime(node.raw) : undefined),
  printTime,
);

/** A date and a time of day, in the project's time zone. */
export interface Moment {
  readonly day: Day;
  readonly minutes: Minutes;
}

export const moment: ValueType<Moment> = literalType(
  "moment",
  "a date and a time, such as `2026-10-09 19:00`",
  (node) => {
    const [day, minutes] = [checkedDate(node.raw.slice(0, 10)), checkedTime(node.raw.slice(11))];
    return node.form === "moment" && day !== undefined && minutes !== undefined ? { day, minutes } : undefined;
  },
  ({ day, minutes }) => `${printDate(day)} ${printTime(minutes)}`,
);
