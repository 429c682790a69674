// A stretch of a file that leads somewhere else.

import type { Span } from "../../text/span.ts";

export interface DocumentLink {
  /** Without the quotes. */
  readonly span: Span;
  /** A URL, or the path of a file of the project from its root. */
  readonly target: { readonly url: string } | { readonly path: string };
  readonly tooltip: string;
}
