// What a release's own pieces of Python set, with the place of each in the program.

import type { ChartData, ChartScalar } from "../schema/values/chart-data.ts";
import { type PythonSetting, pythonSettings } from "../syntax/python/python-settings.ts";
import { placeInText } from "../syntax/text-places.ts";
import { computedOnce } from "../text/computed-once.ts";
import type { Span } from "../text/span.ts";
import type { OwnValue } from "./chart-leaf.ts";
import type { Release } from "./model.ts";

export interface OwnPythonSetting extends PythonSetting {
  /** Of `c.Class.trait`; of the whole text where that is filled in or stands in another file. */
  readonly span: Span;
  /** The name of the piece. */
  readonly piece: string;
}

/** In the order in which the hub runs the pieces. */
export const ownPython = computedOnce((release: Release): readonly OwnPythonSetting[] =>
  release.ownValues
    .flatMap((own) => pieceOf(own) ?? [])
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .flatMap(({ name, data }) =>
      pythonSettings(data.value).map((setting) => ({
        ...setting,
        piece: name,
        span: placeInPiece(data, setting.start, setting.end) ?? data.span,
      })),
    ),
);

interface Piece {
  readonly name: string;
  readonly data: ChartScalar & { readonly value: string };
}

function pieceOf({ leaf: { value } }: OwnValue): Piece | undefined {
  const [hub, extraConfig, name, ...rest] = value.path;
  if (hub !== "hub" || extraConfig !== "extraConfig" || name === undefined || rest.length > 0) return undefined;
  return isText(value.data) ? { name, data: value.data } : undefined;
}

function isText(data: ChartData): data is Piece["data"] {
  return data.kind === "scalar" && typeof data.value === "string";
}

/** The place in a program of a part of a piece; nothing where the piece is not written as one text there. */
export function placeInPiece({ from, span }: ChartScalar, start: number, end: number): Span | undefined {
  if (from !== "quotes") return undefined;
  const first = placeInText(span.file.text, span, start);
  const last = placeInText(span.file.text, span, end);
  if (first === undefined || last === undefined) return undefined;
  return { file: span.file, start: first, end: Math.max(last, first + 1) };
}
