// What a release says of its own pods.

import type { OwnPod } from "../schema/blocks/own-pods.ts";
import type { RangeValue } from "../schema/values/compounds.ts";
import type { Span } from "../text/span.ts";
import type { Sourced } from "./sourced.ts";

/** One of the hub's own pods; an end of a range that is infinite is no limit. */
export interface PodSize {
  readonly pod: OwnPod;
  /** Bytes. */
  readonly memory: Sourced<RangeValue<number>> | undefined;
  /** Cores. */
  readonly cpu: Sourced<RangeValue<number>> | undefined;
  /** How many of them run. */
  readonly replicas: Sourced<number> | undefined;
  readonly span: Span;
}
