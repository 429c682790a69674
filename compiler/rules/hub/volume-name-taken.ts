import type { Storage } from "../../model/model.ts";
import type { Release } from "../../model/release.ts";
import { volumeName } from "../../model/storage-claim.ts";
import { compareSpans } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** Releases share no volume. */
export const volumeNameTaken = defineRule<{ name: string; other: string }>({
  code: "hub/volume-name-taken",
  title: "Two volumes of one name",
  why: "Volumes belong to the whole cluster, and are called `<hub>-<stage>-<storage>`. Two of the same name would be one, with the homes of both.",
  message: ({ name, other }) =>
    `The volume \`${name}\` is already that of ${other}: call this hub, its stage or its storage something else.`,
  check: (model, report) => {
    const volumes = new Map<string, Release>();
    for (const release of [...model.releases].sort((a, b) => compareSpans(a.span, b.span))) {
      for (const storage of release.storages.filter(hasVolume)) {
        const name = volumeName(release, storage);
        const other = volumes.get(name);
        if (other === undefined) volumes.set(name, release);
        else if (other.name !== release.name) {
          const related = [{ span: other.span, message: "The other hub is here." }];
          const words = `\`${other.hub}\`, stage \`${other.stage}\``;
          report({ name, other: words }, { span: release.span, related });
        }
      }
    }
  },
});

function hasVolume({ variant }: Storage): boolean {
  return variant !== "dynamic" && variant !== "memory" && variant !== "claim";
}
