import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { authenticators } from "../../knowledge/authenticators.ts";
import type { Release } from "../../model/model.ts";
import type { Rule } from "../rule.ts";

const ltiVersion = defineDiagnostic<{ what: string }>({
  code: "hub/lti-version",
  severity: "error",
  title: "A launch by neither version of LTI, or by both",
  why: "LTI 1.3 is signed with the platform's keys, LTI 1.1 with a secret that both sides know. A hub takes launches of one version, and of LTI 1.3 from one platform.",
  message: ({ what }) =>
    `${what} LTI 1.3 needs one of \`platforms\`, \`client-id\`, \`authorize-url\` and \`jwks-url\`; LTI 1.1 needs \`consumer-key\` and \`consumer-secret\`.`,
});

const adminPassword = defineDiagnostic<{ variant: string }>({
  code: "hub/admin-password",
  severity: "error",
  title: "Admins without a password of their own",
  why: "Here a name belongs to whoever types it first, or to all who know the one password. Whoever took an admin's name would have the whole hub.",
  message: ({ variant }) => `The hub has \`admins\`, so \`auth ${variant}\` needs an \`admin-password\`.`,
});

const noAddresses = defineDiagnostic<{ variant: string }>({
  code: "hub/no-addresses",
  severity: "error",
  title: "People allowed by an address that sign-in doesn't vouch for",
  why: "To let somebody in by the domain of their address, the hub must know from the sign-in that the address is theirs. Else anybody could write such an address into their profile.",
  message: ({ variant }) =>
    `\`auth ${variant}\` gives no addresses that the hub can trust: allow \`people\` or \`groups\`, or sign in with ${vouching()}.`,
});

/** Settings of a sign-in that make sense only together. */
export const signInSettings: Rule = {
  diagnostics: [ltiVersion, adminPassword, noAddresses],
  check: (model, report) => {
    for (const release of model.releases) {
      const { auth } = release;
      const what = auth.variant === "lti" ? ltiComplaint(release) : undefined;
      if (what !== undefined) report(diagnose(ltiVersion, { what }, { span: auth.span }));
      if (lacksAdminPassword(release)) report(diagnose(adminPassword, { variant: auth.variant }, { span: auth.span }));
      const domain = auth.allow.domains[0];
      if (domain !== undefined && authenticators[auth.variant]?.address === undefined)
        report(diagnose(noAddresses, { variant: auth.variant }, { span: domain.span }));
    }
  },
};

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

function lacksAdminPassword({ auth, admins }: Release): boolean {
  const takesOne = auth.variant === "native" || auth.variant === "shared-password";
  return takesOne && admins.length > 0 && auth.settings["admin-password"] === undefined;
}

function vouching(): string {
  const variants = Object.keys(authenticators).filter((variant) => authenticators[variant]?.address !== undefined);
  return variants.map((one) => `\`auth ${one}\``).join(", ");
}
