import type { Release } from "../../model/release.ts";
import { compareSpans } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** Each release and namespace is of one stage. */
export const releaseTaken = defineRule<{ name: string; other: string }>({
  code: "hub/release-taken",
  title: "Two releases of one name",
  why: "A stage's release and namespace are `<hub>-<stage>`; two of the same name would overwrite each other.",
  message: ({ name, other }) =>
    `The release \`${name}\` is already that of ${other}: call this hub or its stage something else.`,
  check: (model, report) => {
    const names = new Map<string, Release>();
    for (const release of [...model.releases].sort((a, b) => compareSpans(a.domain.span, b.domain.span))) {
      const same = names.get(release.name);
      if (same) {
        const related = [{ span: same.span, message: "The other hub is here." }];
        const other = `\`${same.hub}\`, stage \`${same.stage}\``;
        report({ name: release.name, other }, { span: release.span, related });
      } else names.set(release.name, release);
    }
  },
});
