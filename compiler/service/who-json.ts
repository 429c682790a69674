// Who may do what as plain data for other programs: names only, no places in files. Secret lists are named, never read.

import type { GroupSource } from "../model/group-source.ts";
import { printJson } from "../text/print-json.ts";
import type { PeopleOfHubs, ReleasePeople } from "./who.ts";

/** The report as JSON text. */
export function whoJson({ releases, external }: PeopleOfHubs): string {
  return printJson({
    releases: releases.map(releaseData),
    ...(external.length > 0 && { externalHubs: external.map(({ name }) => name) }),
  });
}

function releaseData({ release, groups, ...who }: ReleasePeople): object {
  return {
    name: release.name,
    hub: release.hub,
    stage: release.stage,
    domain: release.domain.value,
    ...who,
    groups: groups.map((group) => ({ ...group, sources: group.sources.map(sourceData) })),
  };
}

function sourceData(source: GroupSource): object {
  const said = Object.entries(source).flatMap(([key, value]) =>
    typeof value === "object" && "value" in value ? [[key, value.value] as const] : [],
  );
  return { from: source.kind, ...Object.fromEntries(said) };
}
