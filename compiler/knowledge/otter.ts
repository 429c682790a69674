// What Otter-Grader takes that differs between its versions.

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
