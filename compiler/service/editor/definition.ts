// Where a name is declared.

import type { Span } from "../../text/span.ts";

export interface Definition {
  /** The whole declaration or block. In the standard library, `whole.file` is one of its files (`isStandardFile`). */
  readonly whole: Span;
  /** Its name. */
  readonly name: Span;
  /** The use that was asked about. */
  readonly origin: Span;
}
