import type { Release } from "../../model/release.ts";
import { defineRule } from "../rule.ts";

/** A hub takes launches of one version of LTI. */
export const ltiVersion = defineRule<{ what: string }>({
  code: "hub/lti-version",
  title: "A launch by neither version of LTI, or by both",
  why: "LTI 1.3 is signed with the platform's keys, LTI 1.1 with a secret that both sides know. A hub takes launches of one version, and of LTI 1.3 from one platform.",
  message: ({ what }) =>
    `${what} LTI 1.3 needs one of \`platforms\`, \`client-id\`, \`authorize-url\` and \`jwks-url\`; LTI 1.1 needs \`consumer-key\` and \`consumer-secret\`.`,
  each: "releases",
  check: (release, report) => {
    const what = release.auth.variant === "lti" ? ltiComplaint(release) : undefined;
    if (what !== undefined) report({ what }, { span: release.auth.span });
  },
});

function ltiComplaint({ auth: { settings } }: Release): string | undefined {
  const given = (keys: readonly string[]) => keys.filter((key) => settings[key] !== undefined).length;
  const [new13, old11] = [
    given(["platforms", "client-id", "authorize-url", "jwks-url"]),
    given(["consumer-key", "consumer-secret"]),
  ];
  if (new13 > 0 && old11 > 0) return "This is both versions at once.";
  if (old11 > 0) return old11 === 2 ? undefined : "Something is missing.";
  if (new13 < 4) return "Something is missing.";
  const platforms = settings["platforms"]?.value;
  return Array.isArray(platforms) && platforms.length === 1 ? undefined : "This is not one platform.";
}
