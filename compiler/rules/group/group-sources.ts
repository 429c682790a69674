// What groups are filled from, on each hub that has the group.

import type { Model } from "../../model/model.ts";

export function groupSources({ releases }: Model) {
  return releases.flatMap((release) =>
    release.groups.flatMap(({ name, sources }) => sources.map((source) => ({ source, group: name, release }))),
  );
}
