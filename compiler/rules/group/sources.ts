import { defineDiagnostic, diagnose, type Report } from "../../diagnostics/diagnostic.ts";
import { authenticators, type SourceKind } from "../../knowledge/authenticators.ts";
import type { GroupSource } from "../../model/group-source.ts";
import type { Model, Release } from "../../model/model.ts";
import type { Rule } from "../rule.ts";

const notSignedIn = defineDiagnostic<{ group: string; source: SourceKind; hub: string; variant: string }>({
  code: "group/source-not-signed-in",
  severity: "error",
  title: "A group from somewhere that people don't sign in with",
  why: "Who is in such a group is what the sign-in says of each person. A sign-in that can't say it would leave the group empty, in silence.",
  message: ({ group, source, hub, variant }) =>
    `\`${group}\` can't be filled ${words[source]} on hub \`${hub}\`, where people sign in with \`auth ${variant}\`: ${needed(source)}, or list its \`members\`.`,
});

const googleAdministrator = defineDiagnostic<{ email: string; hub: string; domain: string }>({
  code: "group/google-administrator",
  severity: "error",
  title: "A Google group that the hub may not look up",
  why: "Google tells who is in a group only to a service account that may act as an administrator of the group's own domain. Without it every sign-in would fail, or the group stay empty.",
  message: ({ email, hub, domain }) =>
    `To ask who is in \`${email}\`, the sign-in of hub \`${hub}\` needs \`groups-admin\`, an administrator of \`${domain}\`, and \`groups-key\`.`,
});

/** What a group is filled from is what its hub's sign-in gives. */
export const sources: Rule = {
  diagnostics: [notSignedIn, googleAdministrator],
  check: (model: Model, report) => {
    for (const release of model.releases)
      for (const { name, sources } of release.groups)
        for (const source of sources) checkSource(source, name, release, report);
  },
};

function checkSource(source: GroupSource, group: string, release: Release, report: Report): void {
  const { auth, hub } = release;
  const related = [{ span: auth.span, message: "People sign in like this." }];
  if (!authenticators[auth.variant]?.gives.includes(source.kind)) {
    const parameters = { group, source: source.kind, hub, variant: auth.variant };
    report(diagnose(notSignedIn, parameters, { span: source.span, related }));
    return;
  }
  if (source.kind !== "google") return;
  const domain = domainOf(source.email.value);
  const administered = domainOf(String(auth.settings["groups-admin"]?.value ?? ""));
  if (administered === domain && auth.settings["groups-key"] !== undefined) return;
  report(
    diagnose(googleAdministrator, { email: source.email.value, hub, domain }, { span: source.email.span, related }),
  );
}

function domainOf(email: string): string {
  return email.slice(email.indexOf("@") + 1).toLowerCase();
}

const words: Readonly<Record<SourceKind, string>> = {
  canvas: "from a Canvas course",
  github: "from GitHub",
  google: "from a Google group",
  lti: "from the roles of LTI launches",
  claim: "from a claim",
};

function needed(source: SourceKind): string {
  const variants = Object.keys(authenticators).filter((variant) => authenticators[variant]?.gives.includes(source));
  return `sign in with ${variants.map((one) => `\`auth ${one}\``).join(" or ")}`;
}
