import { hubPath } from "../../model/hub-address.ts";
import type { Release } from "../../model/release.ts";
import { compareSpans } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** An ingress tells hubs of one host by their paths; nothing else does. */
function placeOf(release: Release, domain: string): string {
  return release.ingress === undefined ? domain : `${domain}${hubPath(release)}`;
}

/** Each host name is that of one release. */
export const domainTaken = defineRule<{ domain: string; other: string }>({
  code: "hub/domain-taken",
  title: "Two hubs, or two stages, under one host name",
  why: "A host name leads to one place. Each stage is a release of its own and needs a name of its own; only behind an `ingress` a path of its own, by `hub.baseUrl`, is enough.",
  message: ({ domain, other }) => `\`${domain}\` is already the host of \`${other}\`.`,
  check: (model, report) => {
    const hosts = new Map<string, Release>();
    for (const release of [...model.releases].sort((a, b) => compareSpans(a.domain.span, b.domain.span))) {
      const domain = release.domain.value.toLowerCase();
      const place = placeOf(release, domain);
      const other = hosts.get(place);
      if (other) {
        const related = [{ span: other.domain.span, message: `\`${other.name}\` has it from here.` }];
        report({ domain, other: other.name }, { span: release.domain.span, related });
      } else hosts.set(place, release);
    }
  },
});
