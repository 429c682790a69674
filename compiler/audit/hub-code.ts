// The Python of a hub's values, all pieces in the order in which the hub runs them.

import type { ChartMap } from "../schema/values/chart-data.ts";
import { mapOfValues } from "./value-places.ts";

/** The pieces of `hub.extraConfig` by their keys, which the hub sorts (chart 4.4.0, files/hub/jupyterhub_config.py). */
export function hubPieces(values: ChartMap): readonly { readonly key: string; readonly text: string }[] {
  return mapOfValues(values, ["hub", "extraConfig"])
    .entries.flatMap(({ key, value }) =>
      value.kind === "scalar" && typeof value.value === "string" ? [{ key, text: value.value }] : [],
    )
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

export function hubCode(values: ChartMap): string {
  return hubPieces(values)
    .map(({ text }) => text)
    .join("\n");
}
