import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import type { Release } from "../../model/model.ts";
import { notALabel } from "../../names/names-diagnostics.ts";
import { compareSpans } from "../../text/span.ts";
import type { Rule } from "../rule.ts";

const domainTaken = defineDiagnostic<{ domain: string; other: string }>({
  code: "hub/domain-taken",
  severity: "error",
  title: "Two hubs, or two stages, under one host name",
  why: "A host name leads to one place. Each stage is a release of its own and needs a name of its own.",
  message: ({ domain, other }) => `\`${domain}\` is already the host of \`${other}\`.`,
});

const releaseTaken = defineDiagnostic<{ name: string; other: string }>({
  code: "hub/release-taken",
  severity: "error",
  title: "Two releases of one name",
  why: "A stage's release and namespace are `<hub>-<stage>`; two of the same name would overwrite each other.",
  message: ({ name, other }) =>
    `The release \`${name}\` is already that of ${other}: call this hub or its stage something else.`,
});

/** Hosts, releases and namespaces are each used once, and are names that a cluster takes. */
export const hostTaken: Rule = {
  diagnostics: [domainTaken, releaseTaken],
  check: (model, report) => {
    const releases = [...model.releases].sort((a, b) => compareSpans(a.domain.span, b.domain.span));
    const hosts = new Map<string, Release>();
    const names = new Map<string, Release>();
    for (const release of releases) {
      const domain = release.domain.value.toLowerCase();
      const other = hosts.get(domain);
      if (other) {
        const related = [{ span: other.domain.span, message: `\`${other.name}\` has it from here.` }];
        report(diagnose(domainTaken, { domain, other: other.name }, { span: release.domain.span, related }));
      } else hosts.set(domain, release);
      const same = names.get(release.name);
      if (same) {
        const related = [{ span: same.span, message: "The other hub is here." }];
        report(
          diagnose(
            releaseTaken,
            { name: release.name, other: `\`${same.hub}\`, stage \`${same.stage}\`` },
            { span: release.span, related },
          ),
        );
      } else names.set(release.name, release);
      const isNamed = release.named.namespace !== undefined && release.named.release !== undefined;
      const isLabel = /^[a-z][a-z0-9-]{0,52}$/.test(release.name) && !release.name.endsWith("-");
      if (!isNamed && !isLabel) {
        const suggestion = release.name
          .toLowerCase()
          .replace(/[^a-z0-9-]/g, "-")
          .slice(0, 53)
          .replace(/-+$/, "");
        report(diagnose(notALabel, { name: release.name, suggestion }, { span: release.span }));
      }
    }
  },
};
