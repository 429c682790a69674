// Amounts of memory as JupyterHub's traits take them: a number of bytes, or a text with a unit by 1024.
// Source: jupyterhub 5.5.0, traitlets.py, ByteSpecification; each form here was tried with KubeSpawner 7.0.0, 2026-11.

import type { Json } from "./json-schema.ts";

const units = ["K", "M", "G", "T"];

/** Bytes; undefined where JupyterHub would refuse the value. A text needs a unit: `"1024"` is none. */
export function bytesIn(value: Json | undefined): number | undefined {
  if (typeof value === "number") return value;
  const [, digits, unit] = typeof value === "string" ? (/^\s*(\d+(?:\.\d*)?)\s*([KMGT])$/.exec(value) ?? []) : [];
  return digits === undefined || unit === undefined
    ? undefined
    : Math.floor(Number(digits) * 1024 ** (units.indexOf(unit) + 1));
}

/** The text that an amount in another writing means: `2G` for `2Gi`, `2 GB`, `2g`; undefined where it is no amount. */
export function byteSpecificationFor(value: Json): string | undefined {
  const text = typeof value === "string" ? value : "";
  const [, digits, unit] = /^\s*(\d+(?:\.\d+)?)\s*([kmgt])(?:i?b?|bytes)\s*$/i.exec(text) ?? [];
  return digits === undefined || unit === undefined ? undefined : `${digits}${unit.toUpperCase()}`;
}

/** No server starts in less, in bytes. A bare number is one of bytes, and whoever writes `4` means another unit. */
const leastMemory = 1024 ** 2;

/** Is it a bare number that is too small to be meant as bytes? 0 means none. */
export function isTooFewBytes(value: Json | undefined): value is number {
  return typeof value === "number" && value > 0 && value < leastMemory;
}
