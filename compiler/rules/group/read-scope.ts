// A scope as it is written, read by what JupyterHub of the project's chart knows.

import { type Fix, offerFix } from "../../diagnostics/diagnostic.ts";
import { type Chart, newestChart } from "../../knowledge/charts/charts.ts";
import { parseScope, scopeFilters, scopesOf } from "../../knowledge/scopes.ts";
import type { Sourced } from "../../model/sourced.ts";
import { closest } from "../../text/edit-distance.ts";

interface UnknownScope {
  readonly scope: string;
  readonly suggestion: string | undefined;
  /** The JupyterHub of the chart that the project names, where a later one has it. */
  readonly later?: string | undefined;
  readonly fixes: readonly Fix[];
}

/** What is wrong with it; or else the group that it is narrowed to, where it is to one. */
export function readScope(
  scope: Sourced<string>,
  chart: Chart,
): { readonly unknown?: UnknownScope; readonly group?: string } {
  const { name, filter } = parseScope(scope.value);
  if (!scopesOf(chart).has(name)) {
    const later = scopesOf(newestChart).has(name) ? chart.jupyterhub : undefined;
    const suggestion = later === undefined ? closest(name, scopesOf(chart)) : undefined;
    return { unknown: { scope: name, suggestion, later, fixes: scopeFix(scope, name, suggestion) } };
  }
  if (filter === undefined || (filter.target === undefined && filter.kind === "user")) return {};
  if (filter.target === undefined || filter.target === "" || !scopeFilters.some((kind) => kind === filter.kind)) {
    const kind = closest(filter.kind, scopeFilters);
    return { unknown: { scope: scope.value, suggestion: kind && `${name}!${kind}=…`, fixes: [] } };
  }
  return filter.kind === "group" ? { group: filter.target } : {};
}

/** Writes `right` for `wrong` in it, where it is written as one text. */
export function scopeFix(scope: Sourced<string>, wrong: string, right: string | undefined): Fix[] {
  const { file, start, end } = scope.span;
  if (right === undefined || file.text.slice(start, end) !== `"${scope.value}"`) return [];
  return [offerFix(`Write \`${right}\``, scope.span, `"${scope.value.replace(wrong, right)}"`)];
}
