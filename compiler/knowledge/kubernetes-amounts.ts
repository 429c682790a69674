// Amounts of Kubernetes: what a text comes to, and what a container that asks for them can't have. Sources: apimachinery,
// pkg/api/resource/quantity.go; kubernetes 1.34, pkg/apis/core/validation (ValidateResourceRequirements, ValidateResourceQuantityValue).

import { isRecord } from "../text/look-up.ts";
import { byteSpecificationFor } from "./byte-specification.ts";

const suffixes: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  "": 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** What an amount comes to; undefined where Kubernetes reads none in it. */
export function quantityIn(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return undefined;
  const [whole, digits, suffix = "", exponent] =
    /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([KMGTPE]i|[numkMGTPE])|[eE]([+-]?\d+))?$/.exec(value) ?? [];
  if (whole === undefined) return undefined;
  return Number(digits) * (exponent === undefined ? (suffixes[suffix] ?? 1) : 10 ** Number(exponent));
}

/** The amount that was most likely meant: `2Gi` for `2GiB`, `2 GB` or `2g`; undefined where it is none. */
export function quantityFor(value: string): string | undefined {
  const meant = byteSpecificationFor(value);
  return meant === undefined ? undefined : `${meant}i`;
}

export interface AmountProblem {
  readonly path: readonly string[];
  /** After the name of the amount. */
  readonly problem: string;
}

type Amounts = Readonly<Record<string, unknown>>;

/** The first thing that is wrong with amounts by the names of what they are of. */
export function amountProblem(amounts: Amounts): AmountProblem | undefined {
  for (const [name, value] of Object.entries(amounts)) {
    const amount = quantityIn(value);
    if (amount === undefined) continue;
    const problem = lonelyProblem(name, value, amount);
    if (problem !== undefined) return { path: [name], problem };
  }
  return undefined;
}

function lonelyProblem(name: string, value: unknown, amount: number): string | undefined {
  if (amount < 0) return "is less than nothing";
  if (name.includes("/") && !Number.isInteger(amount)) return "takes a whole number: such devices are not shared out";
  const isOfBytes = name === "memory" || name === "storage" || name === "ephemeral-storage";
  if (!isOfBytes || typeof value !== "string" || !value.endsWith("m")) return undefined;
  return `is thousandths of a byte, which is what \`m\` means: write \`"${value.slice(0, -1)}Mi"\``;
}

/** The first thing that is wrong with what a container asks for and may have. */
export function resourcesProblem(resources: Amounts): AmountProblem | undefined {
  const { limits, requests } = resources;
  for (const [key, amounts] of [
    ["limits", limits],
    ["requests", requests],
  ] as const) {
    const found = isRecord(amounts) ? amountProblem(amounts) : undefined;
    if (found !== undefined) return { ...found, path: [key, ...found.path] };
  }
  if (!isRecord(limits) || !isRecord(requests)) return undefined;
  for (const [name, asked] of Object.entries(requests)) {
    const [least, most] = [quantityIn(asked), quantityIn(limits[name])];
    if (least === undefined || most === undefined || least <= most) continue;
    const problem = `is above its limit, \`${String(limits[name])}\`, which Kubernetes refuses`;
    return { path: ["requests", name], problem };
  }
  return undefined;
}
