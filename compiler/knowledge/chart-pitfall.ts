// The form of what helm takes and does not work.

import type { JsonPath } from "./json-schema.ts";

/** One thing that does not work. */
export interface ChartPitfall {
  /** The values that it comes from; the first is the one to speak of. */
  readonly paths: readonly [JsonPath, ...JsonPath[]];
  /** What goes wrong and what to do, after the name of the value. */
  readonly problem: string;
}
