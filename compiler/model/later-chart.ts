// Keys and traits that the chart of the project lacks, and that a later one has: what is wrong then is the version, and not the word.

import { chartValueProblems } from "../knowledge/chart-values.ts";
import { type Chart, firstChartWith, isBefore } from "../knowledge/charts/charts.ts";
import { traitsOf } from "../knowledge/hub-traits.ts";
import type { JsonPath } from "../knowledge/json-schema.ts";
import type { LaterChart } from "../schema/values-diagnostics.ts";

/** The first known chart after this one of which it holds; undefined where it holds of none. */
export function laterChart(chart: Chart, holds: (one: Chart) => boolean): LaterChart | undefined {
  const found = firstChartWith((one) => isBefore(chart.version, one.version) && holds(one));
  return found && { named: chart.version, later: found.version };
}

export function hasKey(chart: Chart, path: JsonPath): boolean {
  const keys = path.filter((key) => typeof key === "string");
  return keys.length === path.length && chartValueProblems(chart, keys, {}).every(({ kind }) => kind !== "unknown-key");
}

export function hasTrait(chart: Chart, className: string, trait: string): boolean {
  const traits = traitsOf(chart, className);
  return traits !== undefined && Object.hasOwn(traits, trait);
}
