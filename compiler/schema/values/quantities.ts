// Sizes, durations and processor time: numbers that mean nothing without their unit.

import type { Fix } from "../../diagnostics/diagnostic.ts";
import type { ValueNode } from "../../syntax/tree.ts";
import { missingUnit, outOfBounds, wrongUnit } from "../schema-diagnostics.ts";
import { type Unknown, unknown, type ValueReader, type ValueType } from "../value-type.ts";
import { type RangeValue, rangeOf } from "./compounds.ts";
import { constantOr, scalar, wrong, wrongButFor } from "./scalars.ts";

interface Unit {
  readonly names: readonly string[];
  readonly factor: number;
}

interface Quantity {
  readonly name: string;
  readonly expected: string;
  readonly units: readonly Unit[];
  /** Other spellings of a unit, which can mean nothing else. */
  readonly spellings: Readonly<Record<string, string>>;
  /** Units that people write and that mean something else, and what they most likely meant. */
  readonly slips: Readonly<Record<string, string>>;
  readonly listed: string;
  readonly usual: string;
  /** Which unit a number without one most likely has: the first row whose number it reaches. */
  readonly meant: readonly (readonly [from: number, unit: string])[];
  /** The same where the setting's example counts in a unit: which ones a number up to the bound may have. */
  readonly meantBy: Readonly<Record<string, { readonly upTo: number; readonly units: readonly string[] }>>;
  /** From this number on, one without a unit counts the smallest amount: bytes. */
  readonly countsBaseFrom: number;
}

const sizes: Quantity = {
  name: "bytes",
  expected: "a size, such as `2GiB`",
  listed: "`KiB`, `MiB`, `GiB`, `TiB`, or decimal `kB`, `MB`, `GB`, `TB`, or plain bytes `B`",
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
    { names: ["B"], factor: 1 },
  ],
  // Nobody gives a server 128 GiB in passing; 512, 1024 and 2048 are mebibytes everywhere.
  meant: [
    [128, "MiB"],
    [0, "GiB"],
  ],
  meantBy: {},
  countsBaseFrom: 2 ** 20,
  spellings: { Gi: "GiB", Mi: "MiB", Ki: "KiB", Ti: "TiB", gib: "GiB", mib: "MiB", GIB: "GiB", MIB: "MiB" },
  slips: {
    G: "GiB",
    M: "MiB",
    K: "KiB",
    T: "TiB",
    g: "GiB",
    m: "MiB",
    k: "KiB",
    t: "TiB",
    gig: "GiB",
    gigs: "GiB",
    meg: "MiB",
    megs: "MiB",
    gigabyte: "GB",
    gigabytes: "GB",
    megabyte: "MB",
    megabytes: "MB",
    gb: "GB",
    mb: "MB",
    KB: "kB",
    kb: "kB",
    tb: "TB",
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
  // JupyterHub and its culler count seconds: 600, 3600.
  meant: [
    [300, "s"],
    [0, "min"],
  ],
  meantBy: {
    h: { upTo: 24, units: ["h", "min"] },
    d: { upTo: 100, units: ["d", "w"] },
    w: { upTo: 100, units: ["d", "w"] },
  },
  countsBaseFrom: Number.POSITIVE_INFINITY,
  slips: { m: "min" },
  spellings: {
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
    order: (value) => value,
  };
  return type;
}

function readQuantity(node: ValueNode, reader: ValueReader, quantity: Quantity): number | Unknown {
  const match =
    node.kind === "literal" && node.form === "number" ? /^(-?\d+(?:\.\d+)?)([A-Za-z%_]\w*)?$/.exec(node.raw) : null;
  if (match === null) return wrong(node, reader, quantity.expected);
  const [found, digits, written] = [match[0], match[1] ?? "0", match[2]];
  if (written === undefined) {
    const fixes = withUnits(found, quantity, reader).map((meant) => reader.offer(`Write \`${meant}\``, node, meant));
    return reader.say(missingUnit, { found, units: quantity.listed }, node, { fixes });
  }
  const unit = quantity.units.find(({ names }) => names.includes(written));
  if (unit === undefined) {
    const spelling = quantity.spellings[written];
    const meant = spelling ?? quantity.slips[written] ?? quantity.slips[written.toLowerCase()];
    const kind = spelling === undefined ? "offer" : "fix";
    const fixes = meant === undefined ? [] : [reader[kind](`Write \`${digits}${meant}\``, node, `${digits}${meant}`)];
    const units =
      meant === undefined ? quantity.listed : `did you mean \`${digits}${meant}\`? There are ${quantity.listed}`;
    return reader.say(wrongUnit, { found, units }, node, { fixes });
  }
  const value = wholeAmount(Number(digits), unit);
  if (value > Number.MAX_SAFE_INTEGER)
    return reader.say(outOfBounds, { found, bounds: "no machine has so much" }, node);
  return value < 0 ? reader.say(outOfBounds, { found, bounds: "it is not below zero" }, node) : value;
}

/** A part of a binary unit counts as JupyterHub counts it (5.5, traitlets.py, ByteSpecification): what is less than a byte is none. */
function wholeAmount(amount: number, { factor }: Unit): number {
  return factor >= 1024 && Number.isInteger(Math.log2(factor))
    ? Math.floor(amount * factor)
    : Math.round(amount * factor);
}

/** What a number without a unit most likely means: by the setting where that counts hours or days. None where no unit says it exactly. */
function withUnits(digits: string, quantity: Quantity, { example = "" }: ValueReader): readonly string[] {
  const { units, meant, countsBaseFrom, meantBy } = quantity;
  const amount = Number(digits);
  const usual = example.replace(/^[\d.]+/, "");
  const bySetting = Object.hasOwn(meantBy, usual) ? meantBy[usual] : undefined;
  if (bySetting !== undefined && amount <= bySetting.upTo) return bySetting.units.map((unit) => `${digits}${unit}`);
  if (amount < countsBaseFrom) {
    const [, unit] = meant.find(([from]) => amount >= from) ?? [];
    return unit === undefined ? [] : [`${digits}${unit}`];
  }
  const unit = units.find(({ factor }) => amount % factor === 0);
  return unit === undefined ? [] : [`${amount / unit.factor}${unit.names[0]}`];
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
      if (match === null) {
        const fixes = meantCores(node, reader);
        const { expected } = cpu;
        return fixes.length === 0 ? wrong(node, reader, expected) : wrongButFor(node, reader, { expected, fixes });
      }
      const cores = Number(match[1]) / (match[2] === "m" ? 1000 : 1);
      if (cores < 0) return reader.say(outOfBounds, { found: match[0], bounds: "it is not below zero" }, node);
      return cores;
    }),
  print: (value) => String(value),
  order: (value) => value,
};

/** `50%` may be of a core or of a machine; `2cores` and `2vCPU` can mean nothing else than 2. */
function meantCores(node: ValueNode, reader: ValueReader): readonly Fix[] {
  const written = node.kind === "literal" ? node.raw : "";
  const cores = /^(\d+(?:\.\d+)?)(?:v?cpus?|cores?)$/i.exec(written)?.[1];
  if (cores !== undefined) return [reader.fix(`Write \`${cores}\``, node, cores)];
  const share = /^(\d+)%$/.exec(written)?.[1];
  if (share === undefined) return [];
  const meant = String(Number(share) / 100);
  return [reader.offer(`Write \`${meant}\``, node, meant)];
}

/** The units of each type of quantity by the type's name, those that people write most first. */
export const quantityUnits: Readonly<Record<string, readonly string[]>> = {
  bytes: ["GiB", "MiB", "TiB", "KiB", "GB", "MB", "TB", "kB", "B"],
  duration: durations.units.flatMap(({ names }) => names).reverse(),
  cpu: ["m"],
};

// Amounts that may have no end: `unlimited` in the place of a number, or at the end of a range.

/** How `unlimited` is held: every amount is below it, and a policy that compares knows it. */
export const unlimited: number = Number.POSITIVE_INFINITY;

function isUnlimited(node: ValueNode): boolean {
  return node.kind === "path" && node.names.length === 1 && node.names[0]?.text === "unlimited";
}

/** A number of that type, or `unlimited`. */
export function orUnlimited(of: ValueType<number>): ValueType<number> {
  return {
    name: `${of.name} or unlimited`,
    expected: `${of.expected}, or \`unlimited\``,
    shape: { kind: "either", of: [of.shape, { kind: "choice", words: ["unlimited"] }] },
    read: (node, reader) => (isUnlimited(node) ? unlimited : of.read(node, reader)),
    print: (value) => (value === unlimited ? "unlimited" : of.print(value)),
    order: (value) => value,
    of,
  };
}

/** `a .. b`, whose end may be `unlimited`; a single value stands for `v .. v`. */
export function openRangeOf(of: ValueType<number>): ValueType<RangeValue<number>> {
  const closed = rangeOf(of);
  const end = orUnlimited(of);
  return {
    ...closed,
    shape: { kind: "range", of: end.shape },
    read: (node, reader) => {
      if (node.kind !== "range" || !isUnlimited(node.to)) return closed.read(node, reader);
      const from = of.read(node.from, reader);
      return from === unknown ? unknown : { from, to: unlimited };
    },
    print: ({ from, to }) => `${of.print(from)} .. ${end.print(to)}`,
    of: end,
  };
}
