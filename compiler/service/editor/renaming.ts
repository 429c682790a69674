// A change of a name everywhere that it stands, or why it can't be.

import type { TextEdit } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../text/span.ts";

/** The name under the cursor, as it may be changed. */
export interface RenamePlace {
  readonly span: Span;
  /** What the editor offers to change. */
  readonly text: string;
}

/** A sentence that says why something is not done. */
export interface Refused {
  readonly refused: string;
}

export interface Renaming {
  readonly edits: readonly TextEdit[];
}
