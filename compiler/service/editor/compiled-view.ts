// What a place compiles to: stretches of the output files.

import type { Span } from "../../text/span.ts";

export interface CompiledView {
  /** What was asked about: the setting, block or declaration at the cursor. */
  readonly source: Span;
  /** `course data8`, `memory of course data8`. */
  readonly title: string;
  readonly outputs: readonly CompiledOutput[];
}

export interface CompiledOutput {
  /** Below the output folder. */
  readonly path: string;
  /** The whole file. */
  readonly text: string;
  /** Runs of lines that come from the source: the first and the last, from 0. */
  readonly lines: readonly { readonly first: number; readonly last: number }[];
}
