// Whether one place on the disk lies in another: the question behind every refusal to read or write elsewhere.

import { isAbsolute, relative, sep } from "node:path";

/** Whether `path` is `folder` or below it. Both absolute; links are not followed here. */
export function isWithin(folder: string, path: string): boolean {
  const steps = relative(folder, path);
  return steps === "" || (!isAbsolute(steps) && steps !== ".." && !steps.startsWith(`..${sep}`));
}
