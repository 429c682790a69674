// What no word of the language says, in the words of the chart: `values`, `config`, `python`, `custom`.

import { isList, isMap, type Json } from "../knowledge/json-schema.ts";
import { type ChartLeaf, jsonOf } from "../model/chart-leaf.ts";
import { printPath } from "../schema/values/chart-data.ts";
import { commentsAbove } from "./environment.ts";
import { block, type Statement, set } from "./piece.ts";
import { printJson } from "./print-data.ts";

/** The piece of a leaf that is written so. */
export function pastPiece(path: readonly string[]): string {
  return `past ${JSON.stringify(path)}`;
}

/** The piece of a value of another chart. */
export function umbrellaPiece(path: readonly string[]): string {
  return `umbrella ${JSON.stringify(path)}`;
}

export interface PastUse {
  /** All go into `values`, whatever they are. */
  readonly place?: "umbrella";
  /** Paths below leaves that are left out of them. */
  readonly cut?: readonly (readonly string[])[];
  /** Another path for a leaf, where a word beside it writes its part so. */
  readonly renamed?: (path: readonly string[]) => readonly string[];
}

export function pastStatements(
  leaves: readonly ChartLeaf[],
  { place, cut = [], renamed = (path) => path }: PastUse = {},
): readonly Statement[] {
  const blocks = new Map<string, Statement[]>();
  for (const leaf of leaves) {
    const { head, path } = place === undefined ? placeOf(renamed(leaf.path)) : { head: "values", path: leaf.path };
    const piece = place === undefined ? pastPiece(leaf.path) : umbrellaPiece(leaf.path);
    const statement = set(printPath(path), printJson(withoutCut(leaf, cut)), piece, commentsAbove(leaf));
    const body = blocks.get(head);
    if (body === undefined) blocks.set(head, [statement]);
    else body.push(statement);
  }
  return [...blocks].map(([head, body]) => block(head, body, "past"));
}

function withoutCut({ path, data }: ChartLeaf, cut: readonly (readonly string[])[]): Json {
  if (data.kind === "scalar") return jsonOf(data);
  return cut
    .filter((one) => one.length > path.length && path.every((key, i) => key === one[i]))
    .reduce<Json>((value, one) => withoutPath(value, one.slice(path.length)), jsonOf(data));
}

function withoutPath(value: Json, [key, ...rest]: readonly string[]): Json {
  if (key === undefined) return value;
  if (isList(value)) return value.map((json, i) => (String(i) === key ? withoutPath(json, rest) : json));
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      if (name !== key) return [[name, inner]];
      return rest.length === 0 ? [] : [[name, withoutPath(inner, rest)]];
    }),
  );
}

function placeOf(path: readonly string[]): { readonly head: string; readonly path: readonly string[] } {
  const [first, second, ...rest] = path;
  if (first === "hub" && second === "config" && rest.length >= 2) return { head: "config", path: rest };
  if (first === "hub" && second === "extraConfig" && rest.length === 1) return { head: "python", path: rest };
  if (first === "custom" && second !== undefined) return { head: "custom", path: [second, ...rest] };
  return { head: "values", path };
}
