// Who may sign in to a hub, as its program says it.

import type { Span } from "../text/span.ts";
import type { Sourced } from "./sourced.ts";

/** Who may sign in. `narrowed` is by the institution that the sign-in itself is narrowed to, `elsewhere` what no setting says. */
export interface Allow {
  readonly how: "everyone" | "listed" | "narrowed" | "rosters" | "elsewhere";
  readonly people: readonly Sourced<string>[];
  readonly groups: readonly Sourced<string>[];
  readonly domains: readonly Sourced<string>[];
  /** Whoever has an account on the hub may, too. */
  readonly existing: Sourced<boolean> | undefined;
  readonly span: Span;
}
