// A place where something that has a name is declared or named.

import type { Span } from "../../text/span.ts";

export interface Occurrence {
  readonly span: Span;
  readonly role: "declaration" | "use";
}
