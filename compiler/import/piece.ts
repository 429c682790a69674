// A part of a program that stands for some values: it is taken back as a whole where it does not come out as they are.

import type { Json, JsonMap } from "../knowledge/json-schema.ts";
import { listOf, mapAt, valueAt } from "../knowledge/value-at.ts";
import type { ClusterPool } from "./cluster-pools.ts";
import type { Environment } from "./environment.ts";
import { type Statement, set } from "./statements.ts";

export interface Piece {
  readonly name: string;
  /** In the body of the hub. */
  readonly statements: readonly Statement[];
  /** Paths of the chart's values, with all below them, that it says. */
  readonly claims: readonly (readonly string[])[];
  /** Paths below the claims that it says in the words of the chart. */
  readonly past?: readonly (readonly string[])[];
  /** What it says stands at another place of the chart then, as a file from a Secret: the places are not compared. */
  readonly isElsewhere?: boolean;
  /** Paths of encrypted values from the chart's top, for which it names a secret. */
  readonly secrets?: readonly (readonly string[])[];
}

/** What is said as a part of a piece, and of which values. */
export type Said = Pick<Piece, "statements" | "claims">;

/** Gives declarations of their own, once for all hubs, by kind and what they say; returns the name. */
export interface Declarations {
  /** `wanted`: the name, unless another has it. `head`: `image`, `storage claim`. `body`: as it is written between the braces. */
  readonly declare: (head: string, wanted: string, body: string) => string;
}

export interface Recognising {
  readonly environment: Environment;
  /** What the chart is given today. */
  readonly values: JsonMap;
  readonly declarations: Declarations;
  /** The cluster's pools, and what the program calls the cluster. */
  readonly pools: readonly ClusterPool[];
  readonly provider: string;
  /** Where people come back to from signing in, where that tells this hub from the others. */
  readonly callbackHost: string | undefined;
  /** Names of pieces that did not come out as they should. */
  readonly refused: ReadonlySet<string>;
  /** Is a value left out, since a check refuses it? */
  readonly isDropped: (path: readonly string[]) => boolean;
}

export type Recognise = (recognising: Recognising) => readonly Piece[];

/** A setting of the hub that says what stands at these paths; nothing where there is no value to write. */
export function saying(name: string, value: string | undefined, ...paths: readonly string[]): readonly Piece[] {
  if (value === undefined) return [];
  return [{ name, statements: [set(name, value, name)], claims: paths.map((path) => path.split(".")) }];
}

export function textAt(values: JsonMap, path: string): string | undefined {
  const found = valueAt(values, path);
  return typeof found === "string" && found !== "" ? found : undefined;
}

export function numberAt(values: JsonMap, path: string): number | undefined {
  const found = valueAt(values, path);
  return typeof found === "number" ? found : undefined;
}

export function booleanAt(values: JsonMap, path: string): boolean | undefined {
  const found = valueAt(values, path);
  return typeof found === "boolean" ? found : undefined;
}

/** Texts of a list; undefined where it is none, or holds something else. */
export function textsIn(value: Json | undefined): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const texts = value.filter((one): one is string => typeof one === "string" && one.trim() !== "");
  return texts.length === value.length ? texts : undefined;
}

/** The keys that a chart around this one has in a map of the chart. */
export function keysBelow({ below, key }: Environment, path: readonly string[]): readonly string[] {
  return Object.keys(mapAt(below, [...key, ...path].join(".")));
}

export { listOf, mapAt, valueAt };
