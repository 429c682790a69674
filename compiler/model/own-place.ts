// Where the program itself says a value of the chart.

import type { ChartData } from "../schema/values/chart-data.ts";
import type { Span } from "../text/span.ts";
import type { Release } from "./model.ts";

/** The place of the value at a path such as `ingress.hosts`; the last one, where several say it, and undefined where none does. */
export function ownPlace({ ownValues }: Pick<Release, "ownValues">, path: string): Span | undefined {
  const wanted = path.split(".");
  const found = ownValues.flatMap(({ leaf }) => {
    const { path: said, data } = leaf.value;
    return said.every((key, i) => key === wanted[i]) ? (placeIn(data, wanted.slice(said.length)) ?? []) : [];
  });
  return found.at(-1);
}

function placeIn(data: ChartData, [key, ...rest]: readonly string[]): Span | undefined {
  if (key === undefined) return data.span;
  const entry = data.kind === "map" ? data.entries.findLast((one) => one.key === key) : undefined;
  return entry && placeIn(entry.value, rest);
}
