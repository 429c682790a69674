// A declaration, constant or named block, to be found by its name.

import type { Span } from "../../text/span.ts";

export interface WorkspaceSymbol {
  readonly name: string;
  /** `course`, `image`, `let`, or the name of a block: `pool`, `content`. */
  readonly kind: string;
  /** The declaration around a block: `provider berkeley`. */
  readonly container: string | undefined;
  readonly span: Span;
}
