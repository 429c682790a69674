import type { IdentityProvider } from "../../model/build-auth.ts";
import { defineRule } from "../rule.ts";

/** Claims that hold an address, of which no two providers have the same (CILogon's documentation of its claims, seen 2026-11). */
const withDomain: ReadonlySet<string> = new Set(["email", "eppn", "eptid", "pairwise_id", "subject_id", "sub"]);

/** No two identity providers of a sign-in can give one name to two people. */
export const idpSameNames = defineRule<{ idp: string; other: string }>({
  code: "hub/idp-same-names",
  title: "Two providers that may give one username",
  why: "A username is a person to the hub: their files, their groups, their rights. Where two providers give names without a domain, somebody of the one can have the name of somebody of the other, and so be them. A `prefix`, or the whole address, keeps them apart.",
  message: ({ idp, other }) =>
    `People of \`${idp}\` and of \`${other}\` can have the same username, and would be one person to the hub: give one of them a \`prefix\`, or take names with their domain.`,
  judges: "parts",
  each: "releases",
  check: ({ auth: { idps } }, report) => {
    idps.forEach((idp, i) => {
      const before = idps.slice(0, i).find((other) => mayMeet(idp, other));
      if (before === undefined) return;
      const related = [{ span: before.span, message: "The other one is here." }];
      report({ idp: idp.name, other: before.name }, { span: idp.span, related });
    });
  },
});

/** Names without a domain may be of several people. Addresses of one domain that both drop are of one. */
function mayMeet(idp: IdentityProvider, other: IdentityProvider): boolean {
  if (idp.prefix !== undefined || other.prefix !== undefined) return idp.prefix?.value === other.prefix?.value;
  const [isBare, isOtherBare] = [idp, other].map(({ username }) => !withDomain.has(username.value));
  const domains = [idp, other].map(({ stripDomain }) => stripDomain?.value.toLowerCase());
  const dropsOne = isBare || domains[0] !== undefined;
  const dropsOther = isOtherBare || domains[1] !== undefined;
  if (!dropsOne || !dropsOther) return false;
  return isBare || isOtherBare || domains[0] !== domains[1];
}
