// Values of one's own as far as they are known: a value with an error leaves open what it was meant for, and nothing else.

import { isMap, type Json, type JsonMap } from "../knowledge/json-schema.ts";
import { unknown } from "../schema/value-type.ts";
import { stop } from "./as-far-as-known.ts";
import { isAtOrBelow } from "./chart-leaf.ts";
import { ownCodeOf } from "./own-python.ts";
import { ownTreeOf } from "./own-values.ts";
import type { Release } from "./release.ts";

/** Fields of a release that follow from values of its own. */
interface KnownValues extends Pick<Release, "ownValues" | "ownOpen"> {
  readonly ownTree: JsonMap | typeof unknown;
  readonly ownCode: Release["ownCode"] | typeof unknown;
  /** Only where the hub's base may be another one. */
  readonly url?: typeof unknown;
}

/**
 * The values without those that have an error, or stand in a part of which something could not be read. Where that may be code, which may set
 * anything, what follows from code is not known; where it may be any value, nothing is but what the others say.
 */
export function knownValues({ ownValues, ownOpen }: Release, unread: readonly (readonly string[])[]): KnownValues {
  const known = ownValues.filter(({ leaf }) => leaf.value.leavesOpen === undefined);
  const open = [...ownOpen, ...unread];
  if (open.some(isAnything))
    return { url: unknown, ownValues: known, ownOpen: [[]], ownTree: unknown, ownCode: unknown };
  return {
    ...(open.some((path) => isAtOrBelow(["hub", "baseUrl"], path)) && { url: unknown }),
    ownValues: known,
    ownOpen: open,
    ownTree: withOpen(ownTreeOf(known), open),
    ownCode: open.some(mayBeCode) ? unknown : ownCodeOf(known),
  };
}

/** Is it the path of any value at all? */
export function isAnything(path: readonly string[]): boolean {
  return path.length === 0;
}

/** The parts of `hub` that bring code, or what sign-in reads beside its configuration. */
const codeParts: ReadonlySet<string> = new Set([
  "extraConfig",
  "extraFiles",
  "extraEnv",
  "extraVolumeMounts",
  "args",
  "command",
]);

/** May what is not known there be code, or a class's whole configuration? */
function mayBeCode([first, part, className]: readonly string[]): boolean {
  if (first !== "hub") return false;
  return part === undefined || codeParts.has(part) || (part === "config" && className === undefined);
}

/** The tree, in which nothing at these paths can be looked at. Each map of it is copied once, however many paths lead into it. */
export function withOpen(tree: JsonMap, paths: readonly (readonly string[])[]): JsonMap {
  const inside = new Map<string, (readonly string[])[]>();
  for (const [key, ...rest] of paths) {
    const others = key === undefined ? undefined : inside.get(key);
    if (others !== undefined) others.push(rest);
    else if (key !== undefined) inside.set(key, [rest]);
  }
  if (inside.size === 0) return tree;
  const copy = Object.defineProperties({}, Object.getOwnPropertyDescriptors(tree)) as JsonMap; // a copy of a map
  for (const [key, open] of inside) {
    const before = Object.getOwnPropertyDescriptor(tree, key);
    if (before?.get !== undefined) continue;
    const there: Json | undefined = before?.value;
    const isPart = open.every(isBelow) && (there === undefined || isMap(there));
    const found = isPart ? { value: withOpen(there ?? {}, open) } : { get: stop };
    Object.defineProperty(copy, key, { ...found, enumerable: true, configurable: true });
  }
  return copy;
}

function isBelow(path: readonly string[]): boolean {
  return path.length > 0;
}
