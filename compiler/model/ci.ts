// What a project says of continuous integration.

import type { Span } from "../text/span.ts";
import type { Sourced } from "./sourced.ts";

export type CiSystem = "github" | "gitlab" | "hubploy" | "chartpress";

export interface Ci {
  readonly systems: readonly Sourced<CiSystem>[];
  /** The branch that is deployed. */
  readonly branch: Sourced<string>;
  /** Where the project lies in its repository; `.` is the repository itself. */
  readonly folder: Sourced<string>;
  /** What npm installs to have hubc; absent where the repository's own package.json says it. */
  readonly hubc: Sourced<string> | undefined;
  readonly span: Span;
}
