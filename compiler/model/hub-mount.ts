// A folder of a storage that a hub mounts into servers.

import type { Span } from "../text/span.ts";
import type { Sourced } from "./sourced.ts";

export interface HubMount {
  readonly name: string;
  /** Under the home, or absolute. */
  readonly path: Sourced<string>;
  readonly folder: Sourced<string>;
  /** The storage's name; the homes' where nothing is said. */
  readonly storage: Sourced<string> | undefined;
  readonly readOnly: Sourced<boolean>;
  /** Whose servers have it: those of members of these groups, and of admins. Everybody's where neither is said. */
  readonly groups: readonly Sourced<string>[];
  readonly admins: Sourced<boolean>;
  readonly span: Span;
}

/** Is it in every server? */
export function isForEverybody({ groups, admins }: HubMount): boolean {
  return groups.length === 0 && !admins.value;
}
