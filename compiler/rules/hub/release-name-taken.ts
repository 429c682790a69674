import { defineRule } from "../rule.ts";
import { firstTaken } from "./first-taken.ts";

/** A name is one release's of a cluster. */
export const releaseNameTaken = defineRule<{ name: string; other: string }>({
  code: "hub/release-name-taken",
  title: "Two releases of one name in one cluster",
  why: "The chart names what belongs to the whole cluster after the release: the rights of its scheduler and the priorities of its pods. Helm refuses the second release of a name, since these are the first one's.",
  message: ({ name, other }) =>
    `\`${name}\` is already the name of the release of ${other} in this cluster: call this one something else.`,
  check: ({ releases }, report) => {
    for (const { release, other, related } of firstTaken(releases, ({ releaseName }) => releaseName)) {
      const { releaseName: name, named, span } = release;
      report({ name, other }, { span: named.release?.span ?? span, related: [related] });
    }
  },
});
