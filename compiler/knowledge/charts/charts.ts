// The versions of the JupyterHub chart that hubc knows, and which of them a program's chart is checked as.

import versionsText from "./versions.json?raw";

/** A known version of the chart, with the Kubernetes that it needs at least and the versions of what its hub's image holds. */
export interface Chart {
  readonly version: string;
  readonly jupyterhub: string;
  readonly kubespawner: string;
  readonly oauthenticator: string;
  readonly ldapauthenticator: string;
  readonly ltiauthenticator: string;
  readonly nativeauthenticator: string;
  readonly kubernetes: string;
}

/** From the oldest to the newest. */
export const knownCharts = JSON.parse(versionsText) as readonly [Chart, ...Chart[]]; // the form of the table

export const oldestChart: Chart = knownCharts[0];
export const newestChart: Chart = knownCharts.at(-1) ?? oldestChart;

/**
 * What a named version is checked as: itself where it is known, else the known one of its series, else the newest of those before it. An
 * older one than all is refused, and all else in the program is checked as for the newest.
 */
export function chartFor(version: string): Chart {
  const series = (one: string) => one.split(".").slice(0, 2).join(".");
  const same = knownCharts.find((chart) => chart.version === version);
  const ofSeries = isTooOld(version)
    ? undefined
    : knownCharts.find((chart) => series(chart.version) === series(version));
  return same ?? ofSeries ?? knownCharts.findLast((chart) => !isBefore(version, chart.version)) ?? newestChart;
}

/** Is it older than all that hubc knows? */
export function isTooOld(version: string): boolean {
  return isBefore(version, oldestChart.version);
}

/** The oldest known version of which something holds; undefined where it holds of none. */
export function firstChartWith(holds: (chart: Chart) => boolean): Chart | undefined {
  return knownCharts.find(holds);
}

/** Is a version, such as `4.10.0` or `17.4`, before another? */
export function isBefore(version: string, other: string): boolean {
  if (version === other) return false;
  const [a, b] = [version, other].map((one) => one.split(".").map(Number));
  for (let i = 0; i < 3; i++) {
    const [left, right] = [a?.[i] ?? 0, b?.[i] ?? 0];
    if (left !== right) return left < right;
  }
  return false;
}
