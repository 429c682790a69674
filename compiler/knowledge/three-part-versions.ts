// Packages whose every release has three numbers, so that an exact pin of two means the first release of a series, which is almost never
// what is meant.

import { type ReleaseNumbers, releaseNumbers } from "./version-range.ts";

// Last looked through in 2026-11.

/** The numbers of a version that has too few, of a package whose releases all have three; else undefined. */
export function truncatedVersion(name: string, version: string): ReleaseNumbers | undefined {
  const plain = name.toLowerCase().replaceAll("_", "-");
  const since = Object.hasOwn(threePart, plain) ? threePart[plain] : undefined;
  const numbers = releaseNumbers(version);
  if (since === undefined || numbers === undefined || numbers.length >= 3) return undefined;
  return (numbers[0] ?? 0) >= since ? numbers : undefined;
}

/** By name, the major version since which that holds. Source: the release lists on PyPI and python.org, 2026-11. */
const threePart: Readonly<Record<string, number>> = {
  bokeh: 1,
  ipython: 5,
  ipywidgets: 7,
  "jupyter-server": 1,
  jupyterhub: 1,
  "jupyterhub-singleuser": 1,
  jupyterlab: 1,
  matplotlib: 2,
  notebook: 5,
  numpy: 1,
  pandas: 1,
  python: 3,
  scipy: 1,
};
