// What tools of courses take that differs between their versions.

import type { Image } from "../model/model.ts";
import { packagesNamed } from "./capabilities.ts";
import { exclude, rangeOf, versionRange } from "./version-range.ts";

/**
 * Has this image's Otter an option by which an autograder leaves Anaconda's own channels out? 6.1 adds them unless it is told; 7 never does, and
 * knows neither the key nor the option. Undefined where the image's lines leave the version open. Source: otter-grader 6.1 and 7.0, generate/.
 */
export function canExcludeCondaDefaults(image: Image): boolean | undefined {
  const ranges = packagesNamed(image, "otter-grader").map(({ requirement }) => versionRange(requirement));
  if (ranges.some((range) => exclude(range, rangeOf(">=7")) && exclude(range, rangeOf("<6.1")))) return true;
  if (ranges.some((range) => exclude(range, rangeOf("<7")) || exclude(range, rangeOf(">=6.1")))) return false;
  return undefined;
}

/** Jupyter Book 1's theme opens a page in the classic notebook or in JupyterLab, and in nothing else. Source: sphinx-book-theme 1.1, launch.py (2026-11). */
export function buttonInterface(app: string): "classic" | "jupyterlab" | undefined {
  return app === "notebook" ? "classic" : app === "lab" ? "jupyterlab" : undefined;
}

/** The releases of nbgrader that the exchange is made for: its classes are replaced one by one, by what they are called and do there. Source: nbgrader 0.9.5, exchange/default/*.py, on PyPI; the last release of the series. Looked at in 2026-11. */
export const nbgraderVersions = { range: ">=0.9,<0.10", text: "0.9", example: "0.9.5" } as const;
