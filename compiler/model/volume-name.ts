// The name of a release's volume or storage class, which belongs to the whole cluster.

import type { Release, Storage } from "./model.ts";

/** Namespaces are each one release's, so a name that begins with the namespace is no other release's. */
export function volumeName({ namespace }: Release, { name }: Storage): string {
  return `${namespace}-${name}`;
}
