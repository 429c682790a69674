// A chart of the project's own, of which the JupyterHub chart is a part.

import type { Span } from "../text/span.ts";
import type { OwnValue } from "./chart-leaf.ts";
import type { Sourced } from "./sourced.ts";

export interface Umbrella {
  /** The chart's folder, from the project's. */
  readonly chart: Sourced<string>;
  /** What the JupyterHub chart is called in it. */
  readonly key: Sourced<string>;
  /** Values beside those of the JupyterHub chart. */
  readonly values: readonly OwnValue[];
  readonly span: Span;
}
