// One entry of the list of profiles while it is read: what no word says goes past them, at its place in the entry.

import type { Json } from "../../knowledge/json-schema.ts";
import { isAtOrBelow } from "../../model/chart-leaf.ts";
import { printPath } from "../../schema/values/chart-data.ts";
import { pastPiece } from "../past.ts";
import { block, type Recognising, type Statement, set } from "../piece.ts";
import { printJson } from "../print-data.ts";

export interface PastValue {
  /** In the values of today, from the chart's top. */
  readonly path: readonly string[];
  /** In the entry, where choices may have other names. */
  readonly written: readonly string[];
  readonly value: Json;
}

export interface Entry {
  readonly piece: string;
  readonly recognising: Recognising;
  readonly past: readonly PastValue[];
  /** `undefined` for statements: no word says the value. Nor is it said where that came out different before. */
  readonly say: (
    path: readonly string[],
    value: Json | undefined,
    statements: readonly Statement[] | undefined,
    written?: readonly string[],
  ) => readonly Statement[];
  /** Did what a word says of this path come out different before? */
  readonly isTakenBack: (path: readonly string[]) => boolean;
  readonly pastBlock: () => readonly Statement[];
}

/** What the pieces of entries begin with. */
export const entryPiece = "entry ";

/** How a leaf is named among what is taken back. */
export function leafPiece(path: readonly string[]): string {
  return `leaf ${JSON.stringify(path)}`;
}

/** Did what a word says of this path, or of a part of it, come out different before? */
export function takenBack({ refused }: Pick<Recognising, "refused">, path: readonly string[]): boolean {
  return [...refused]
    .filter((one) => one.startsWith("leaf "))
    .map((one) => JSON.parse(one.slice("leaf ".length)) as string[]) // as leafPiece wrote it
    .some((one) => isAtOrBelow(one, path));
}

export function entryOf(at: readonly string[], recognising: Recognising): Entry {
  const past: PastValue[] = [];
  const isTakenBack = (path: readonly string[]) => takenBack(recognising, [...at, ...path]);
  return {
    piece: `${entryPiece}${JSON.stringify(at)}`,
    recognising,
    past,
    isTakenBack,
    say: (path, value, statements, written = path) => {
      if (value === undefined) return [];
      if (statements !== undefined && !isTakenBack(path)) return statements;
      past.push({ path: [...at, ...path], written, value });
      return [];
    },
    pastBlock: () => {
      const kept = past.filter(({ path }) => !recognising.isDropped(path));
      if (kept.length === 0) return [];
      const body = kept.map(({ path, written, value }) => set(printPath(written), printJson(value), pastPiece(path)));
      return [block("values", body, `${entryPiece}${JSON.stringify(at)}`)];
    },
  };
}
