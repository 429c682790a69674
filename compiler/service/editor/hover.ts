// What an editor tells of the thing under the pointer.

import type { Span } from "../../text/span.ts";

export interface Hover {
  /** The thing. */
  readonly span: Span;
  readonly markdown: string;
}
