// Something that can't follow on an earlier deployment, or must not in silence.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { HubAndStage } from "../model/release-folder.ts";

/** `was` and `is` are what `moved` of the hub would say. */
export interface WorkFinding extends HubAndStage {
  readonly was: string;
  readonly is: string;
  readonly diagnostic: Diagnostic;
}
