// Values as the language writes them: texts with their quotes, lists and maps, sizes and amounts.

import { isList, isMap, type Json } from "../knowledge/json-schema.ts";
import { printPath } from "../schema/values/chart-data.ts";
import { quote } from "../schema/values/scalars.ts";
import { smallest } from "../text/many.ts";
import { visible } from "../text/unseen-characters.ts";

/** Data in `values` and the like. */
export function printJson(value: Json): string {
  if (typeof value === "string") return printText(value);
  if (isList(value)) return `[${value.map(printJson).join(", ")}]`;
  if (isMap(value)) {
    const entries = Object.entries(value).map(([key, inner]) => `${printPath([key])} = ${printJson(inner)}`);
    return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
  }
  return printNumber(value);
}

export function printTexts(texts: readonly string[]): string {
  return `[${texts.map(quote).join(", ")}]`;
}

function printNumber(value: number | boolean | null): string {
  if (typeof value !== "number") return String(value);
  const text = String(value);
  return text.includes("e") ? value.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 }) : text;
}

/** A text of several lines stands between `"""`, where that holds it as it is. */
export function printText(text: string): string {
  const lines = text.split("\n");
  const isPlain = !/[\t\r]|"""/.test(text) && !text.startsWith("\n") && lines.some((line) => line.trim() !== "");
  if (
    lines.length < 3 ||
    lines.at(-1) !== "" ||
    lines.at(-2) === "" ||
    !isPlain ||
    lines.some((line) => /\s$/.test(line) || (/^\s*$/.test(line) && line !== ""))
  )
    return quote(text);
  const common = smallest(lines.filter((line) => line !== "").map((line) => line.search(/\S/)));
  if (common > 0) return quote(text);
  const escaped = text.replace(/\\/g, "\\\\").replace(/\$\{/g, "\\${");
  const indented = escaped
    .slice(0, -1)
    .split("\n")
    .map((line) => (line === "" ? "" : `      ${line}`));
  return `"""\n${visible(indented.join("\n"))}\n    """`;
}

const byteUnits = [
  ["TiB", 2 ** 40],
  ["GiB", 2 ** 30],
  ["MiB", 2 ** 20],
  ["KiB", 2 ** 10],
  ["TB", 1e12],
  ["GB", 1e9],
  ["MB", 1e6],
  ["kB", 1e3],
] as const;

/** `2GiB`; undefined for what is no whole number of bytes. */
export function printBytes(bytes: number): string | undefined {
  if (!Number.isInteger(bytes) || bytes <= 0) return undefined;
  for (const [unit, size] of byteUnits) if (bytes % size === 0) return `${bytes / size}${unit}`;
  for (const [unit, size] of byteUnits.slice(0, 4)) {
    const amount = bytes / size;
    const text = String(amount);
    if (amount >= 1 && text.length <= 8 && Number(text) * size === bytes) return `${text}${unit}`;
  }
  return `${bytes}B`;
}

/** Seconds as a duration of the language. */
export function printSeconds(seconds: number): string | undefined {
  if (!Number.isInteger(seconds) || seconds <= 0) return undefined;
  const units = [
    ["d", 86400],
    ["h", 3600],
    ["min", 60],
    ["s", 1],
  ] as const;
  const [unit, size] = units.find(([, one]) => seconds % one === 0) ?? ["s", 1];
  return `${seconds / size}${unit}`;
}

/** A name of the language, made of any text. */
export function nameFrom(text: string): string {
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const safe = /^[a-z]/.test(name) ? name : `x-${name}`;
  return safe.slice(0, 40).replace(/-+$/, "").replace(/^-/, "x");
}
