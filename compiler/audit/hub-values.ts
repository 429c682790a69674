// A hub that exists: its values files, and where in them the chart's own values lie.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { type Chart, chartFor, isBefore, isTooOld, newestChart, oldestChart } from "../knowledge/charts/charts.ts";
import { oldKeys } from "../knowledge/old-chart-keys.ts";
import type { ChartData, ChartEntry, ChartMap } from "../schema/values/chart-data.ts";
import { closest } from "../text/edit-distance.ts";
import type { SourceFile } from "../text/source-file.ts";
import { unreadKey } from "./course-grants-diagnostics.ts";
import { readValues } from "./read-values.ts";
import { mapOfValues, placeAt } from "./value-places.ts";

/** A values file, and the key of the chart's that its values are for: none for those that are given to helm. */
export interface ValuesFile {
  readonly file: SourceFile;
  readonly under: readonly string[];
}

export interface HubFiles {
  /** The hub and its stage, as the layout names them. */
  readonly name: string;
  /** In the order in which helm takes them. */
  readonly files: readonly ValuesFile[];
  readonly chart: Chart;
  /** The chart is older than this one: a key that this one has not is no finding. */
  readonly isOlder?: boolean;
  /** Charts of the repository around the JupyterHub chart; what they read is checked. */
  readonly charts?: readonly ChartKeys[];
  /** Files beside its values that say how it is deployed, which have to be YAML too. */
  readonly layoutFiles?: readonly SourceFile[];
  /** Paths of images, from the top of the values, whose names and tags are filled in before helm reads them. */
  readonly filledIn?: readonly (readonly string[])[];
  /** What deploys it adds values, such as the hosts and the `tls` of the ingress: what the files lack may come from there. */
  readonly mayHaveMore?: boolean;
  /** Nothing says how its file is deployed: it may lie over another one, and both be one hub. */
  readonly mayBeLayer?: boolean;
}

/** Keys at the top of the chart's values that other charts hardly have. */
const tellingKeys: ReadonlySet<string> = new Set(["hub", "proxy", "singleuser", "scheduling", "prePuller", "cull"]);

/** Where the chart's values lie, by what the files hold; undefined where they hold none. */
export function chartKeyOf(values: ChartMap, depth = 0): readonly string[] | undefined {
  const inner = values.entries.flatMap(({ key, value }) => {
    if (isSchema(values) && key === "properties") return [];
    if (value.kind !== "map" || depth >= 2 || (tellingKeys.has(key) && !isWholeChart(value))) return [];
    const below = chartKeyOf(value, depth + 1);
    return below === undefined ? [] : [[key, ...below]];
  });
  const best = inner.toSorted((a, b) => countAt(values, b) - countAt(values, a))[0];
  const here = countAt(values, []);
  if (best !== undefined && countAt(values, best) >= here) return best;
  return here === 0 ? undefined : [];
}

/** A chart around this one may have it under `hub`, which of the chart's own values holds neither (chart 4.4.0, values.yaml). */
function isWholeChart({ entries }: ChartMap): boolean {
  return ["hub", "singleuser"].every((key) => entries.some((entry) => entry.key === key && entry.value.kind === "map"));
}

/** A schema says what values may be, and has none (JSON Schema draft-07). */
function isSchema({ entries }: ChartMap): boolean {
  return entries.some(
    ({ key, value }) => key === "$schema" || (key === "type" && value.kind === "scalar" && value.value === "object"),
  );
}

function countAt(values: ChartMap, path: readonly string[]): number {
  return mapOfValues(values, path).entries.filter(isTelling).length;
}

/** Other charts have a `proxy` too, such as Keycloak's: the JupyterHub chart's is told by what it holds (chart 4.4.0 and 0.9.0, values.yaml). */
const proxyKeys: ReadonlySet<string> = new Set(
  "secretToken annotations deploymentStrategy service chp traefik secretSync labels https nodeSelector networkPolicy pdb".split(
    " ",
  ),
);

/** What a service of Docker Compose, or another chart, has in a `hub` of its own: the chart's image is a map (chart 0.4 and later, values.yaml). */
function isAnothers(values: ChartMap): boolean {
  return values.entries.some(
    ({ key, value }) =>
      /^(?:container_name|build|ports|depends_on)$/.test(key) || (key === "image" && value.kind === "scalar"),
  );
}

function isTelling({ key, value }: ChartEntry): boolean {
  if (!tellingKeys.has(key) || value.kind !== "map" || isAnothers(value)) return false;
  return key !== "proxy" || value.entries.length === 0 || value.entries.some((inner) => proxyKeys.has(inner.key));
}

/** Keys of the chart that lie beside the key that its values belong under, so that nothing reads them. */
export function strayKeys(values: ChartMap, chartKey: readonly string[]): ChartMap["entries"] {
  return chartKey.length === 0 ? [] : values.entries.filter(({ key }) => tellingKeys.has(key));
}

/** The values of a file where the chart has them. */
export function nested(values: ChartMap, under: readonly string[]): ChartMap {
  return under.reduceRight<ChartMap>((inner, key) => {
    const { span } = inner;
    return { kind: "map", entries: [{ key, keySpan: span, value: inner, doc: undefined }], span };
  }, values);
}

export interface CheckedAs {
  readonly chart: Chart;
  /** What is to be said, where the version is not one that hubc knows. */
  readonly note: string | undefined;
  /** The version is older than all that hubc knows: it may have keys that these have not. */
  readonly isOlder: boolean;
}

/** As what the values of a hub are checked: by the version that is said, else by keys that charts before 1.0 alone read. */
export function checkedHub(version: string | undefined, files: readonly ValuesFile[]): CheckedAs {
  if (version !== undefined || !isOfOldChart(files)) return checkedAs(version);
  const note = `Some values are of a chart before 1.0: they are checked as ${oldestChart.version}, and keys that it may have are not reported. --chart says which it is.`;
  return { chart: oldestChart, note, isOlder: true };
}

function isOfOldChart(files: readonly ValuesFile[]): boolean {
  return files.some(({ file }) => {
    const values = readValues(file, () => {});
    const key = values && chartKeyOf(values);
    return values !== undefined && key !== undefined && hasOldKey(mapOfValues(values, key));
  });
}

function hasOldKey(values: ChartMap): boolean {
  if (values.entries.some(({ key }) => key === "auth")) return true;
  return oldKeys.some(({ from, how }) => {
    const data = placeAt(values, from)?.data;
    return data !== undefined && (how !== "as-named-text" || isOldPython(data));
  });
}

/** One text of Python in place of pieces with names (chart 0.7.0, values.yaml, `hub.extraConfig`). */
export function isOldPython(data: ChartData): boolean {
  return data.kind === "scalar" && typeof data.value === "string";
}

/** What values for a version of the chart are checked as; the newest where no version is said. */
export function checkedAs(version: string | undefined): CheckedAs {
  const [named] = /\d+\.\d+(?:\.\d+)?/.exec(version ?? "") ?? [];
  if (named === undefined) return { chart: newestChart, note: undefined, isOlder: false };
  const chart = isTooOld(named) ? oldestChart : chartFor(named);
  const far = isTooOld(named) ? "older" : isBefore(newestChart.version, named) ? "newer" : undefined;
  const note = `The chart ${named} is ${far} than all that hubc knows: checked as ${chart.version}, so ${far === "older" ? "keys that it may have are not reported, and " : ""}some findings may not be true of it.`;
  return { chart, note: far === undefined ? undefined : note, isOlder: far === "older" };
}

// Keys beside the JupyterHub chart's own that no part of the chart around it, and none of its templates, reads.

/** What a chart of the repository reads at the top of its values. */
export interface ChartKeys {
  readonly chart: string;
  /** Under which keys of the outermost chart its values lie. */
  readonly under: readonly string[];
  readonly keys: readonly string[];
}

export function checkUnreadKeys(values: ChartMap, charts: readonly ChartKeys[], report: Report): void {
  for (const { chart, under, keys } of charts)
    for (const { key, keySpan } of mapOfValues(values, under).entries)
      if (!keys.includes(key))
        report(diagnose(unreadKey, { key, chart, suggestion: closest(key, keys) }, { span: keySpan }));
}
