// The PersistentVolumeClaim by which pods mount a storage.

import type { Storage } from "./model.ts";
import type { Release } from "./release.ts";
import type { Sourced } from "./sourced.ts";

/** Its name in the release's namespace; a storage of which each person has a volume, or nobody, has none that is used. */
export function claimName({ name, settings }: Storage): string {
  return settings["name"]?.value ?? name;
}

/** The namespace that a claim made elsewhere is said to lie in. */
export function claimNamespace({ variant, settings }: Storage): Sourced<string> | undefined {
  return variant === "claim" ? settings["namespace"] : undefined;
}

/** Namespaces are each one release's, so a name that begins with the namespace is no other release's. */
export function volumeName({ namespace }: Release, { name }: Storage): string {
  return `${namespace}-${name}`;
}
