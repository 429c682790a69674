// A line that an editor shows above a declaration: how much is compiled from it.

import type { Span } from "../../text/span.ts";

/** The place of a lens; what it says is worked out when it is shown, by `lensTitle`. */
export interface CodeLens {
  /** The name of the declaration. */
  readonly span: Span;
  /** The whole declaration. */
  readonly whole: Span;
}

export interface LensTitle {
  /** `5 outputs`. */
  readonly title: string;
  /** Paths of the outputs, below the output folder. */
  readonly outputs: readonly string[];
}
