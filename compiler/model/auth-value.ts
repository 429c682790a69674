// Telling a sign-in's secrets from its other settings, which are kept side by side.

import type { SecretReference } from "../schema/values/references.ts";
import type { Sourced } from "./sourced.ts";

/** Does a setting hold a reference to a secret? */
export function isSecret(value: Sourced<unknown>): value is Sourced<SecretReference> {
  const held = value.value;
  return typeof held === "object" && held !== null && "kind" in held && held.kind === "secret";
}
