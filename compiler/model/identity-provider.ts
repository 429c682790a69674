// An identity provider of CILogon with rules of its own.

import type { Span } from "../text/span.ts";
import type { Sourced } from "./sourced.ts";

export interface IdentityProvider {
  readonly name: string;
  /** Its entity id. */
  readonly id: Sourced<string>;
  /** The claim that becomes the username. */
  readonly username: Sourced<string>;
  readonly stripDomain: Sourced<string> | undefined;
  readonly prefix: Sourced<string> | undefined;
  readonly allow: Sourced<"everyone" | "listed">;
  readonly domains: readonly Sourced<string>[];
  readonly isDefault: Sourced<boolean> | undefined;
  readonly span: Span;
}
