// An account whose server the members of a group share.

import type { Span } from "../text/span.ts";
import type { Sourced } from "./sourced.ts";

export interface Workspace {
  readonly account: Sourced<string>;
  readonly collaboration: Sourced<boolean>;
  readonly span: Span;
}
