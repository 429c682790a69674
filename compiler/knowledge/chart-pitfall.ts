// The form of what helm takes and does not work.

import type { JsonPath } from "./json-schema.ts";

/** One thing that does not work. */
export interface ChartPitfall {
  /** The values that it comes from; the first is the one to speak of. */
  readonly paths: readonly [JsonPath, ...JsonPath[]];
  /** What goes wrong and what to do, after the name of the value. */
  readonly problem: string;
  /** What is marked: the last key of the first path unless said. */
  readonly marks?: "value";
  /** What the last key of the first path was most likely meant to be. */
  readonly suggestion?: string;
  /**
   * `no-effect`: it does nothing and harms nothing. `moving-image`: it works, and is another image next week. `lacking`: it works, and
   * not for all that people do.
   */
  readonly kind?: "no-effect" | "moving-image" | "lacking";
  /** It comes of something that is not there, which a chart around this one may bring. */
  readonly lacks?: true;
  /** The same said of another value, for where the first is none of the program's own. */
  readonly otherwise?: Pick<ChartPitfall, "paths" | "problem"> | undefined;
}
