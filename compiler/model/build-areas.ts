// A project's areas to the model.

import { area as areaSchema } from "../schema/blocks/area.ts";
import type { Grant } from "../schema/grants.ts";
import type { Item, Target } from "../schema/value-type.ts";
import type { Area } from "./areas.ts";
import { type Block, blocksOf, valueIn } from "./block.ts";
import { itemsOf } from "./build-parts.ts";
import { sourcesOf } from "./group-sources.ts";
import type { Sourced } from "./sourced.ts";

const openedBy = { hub: "hubs", group: "groups", image: "images", storage: "storages", pool: "pools" } as const;

/** The setting of an area that opens declarations of a kind. */
export function openingSetting(kind: string): string | undefined {
  return Object.hasOwn(openedBy, kind) ? openedBy[kind as keyof typeof openedBy] : undefined; // the table has it
}

/** The areas whose folder is known, in the order of the program. */
export function buildAreas(project: Block): Area[] {
  return blocksOf(project, "area").flatMap((block) => {
    const { settings } = areaSchema;
    const folder = valueIn(block, settings.folder);
    if (folder === undefined) return [];
    const opened = Object.entries(openedBy).map(([kind, key]): [string, ReadonlySet<string>] => [
      kind,
      namesIn(valueIn(block, settings[key])),
    ]);
    const granted = itemsOf(valueIn(block, settings.grants)).map(({ value }: Sourced<Grant>) => value);
    return {
      name: block.label ?? "",
      folder,
      owners: itemsOf(valueIn(block, settings.owners)),
      opened: new Map(opened),
      grants: new Set(granted),
      sources: sourcesOf(block),
      span: block.span,
    };
  });
}

function namesIn(found: Sourced<readonly Item<Target>[]> | undefined): ReadonlySet<string> {
  return new Set((found?.value ?? []).map(({ value }) => targetName(value)));
}

/** What a reference names: `provider.pool` for a pool. */
export function targetName({ name, part }: Target): string {
  return part === undefined ? name : `${name}.${part}`;
}
