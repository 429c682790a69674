// A change that an editor offers at a place.

import type { Diagnostic, TextEdit } from "../../diagnostics/diagnostic.ts";

export interface CodeAction {
  /** An imperative phrase. */
  readonly title: string;
  readonly kind: "quickfix" | "refactor.extract" | "refactor.rewrite" | "source.fixAll";
  readonly edits: readonly TextEdit[];
  /** What it mends. */
  readonly diagnostics: readonly Diagnostic[];
  /** The only or the best of several fixes. */
  readonly preferred: boolean;
}
