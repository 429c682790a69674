// Which groups a hub's sign-in names, so that a release follows from these groups and not from all that there are.

import { type Item, type Target, unknown } from "../schema/value-type.ts";
import { computedOnce } from "../text/computed-once.ts";
import type { Block, OwnBlock } from "./block.ts";

/** Names of the groups that a hub's `allow` lets in, in any of its stages and windows. */
export const groupsAllowedBy = computedOnce((hub: Block): ReadonlySet<string> => new Set(namesIn(hub)));

function namesIn(block: Block | OwnBlock): readonly string[] {
  const inner = [...block.blocks, ...block.overlays].flatMap(namesIn);
  const groups = block.key === "allow" ? block.settings.get("groups") : undefined;
  if (groups === undefined || groups === unknown || !Array.isArray(groups.value)) return inner;
  const items: readonly Item<Target>[] = groups.value; // the type of the setting is a list of references
  return [...items.map(({ value }) => value.name), ...inner];
}
