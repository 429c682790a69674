import { defineDiagnostic, diagnose, type Report } from "../../diagnostics/diagnostic.ts";
import { isList, isMap, type Json } from "../../knowledge/json-schema.ts";
import { type FinalSignIn, finalTrait, placeOfTrait } from "../../model/final-sign-in.ts";
import { decidedByPython } from "../../model/own-values.ts";

export const sharedUsername = defineDiagnostic<{ claim: string }>({
  code: "hub/shared-username",
  severity: "warning",
  title: "Usernames that two people can have",
  why: "JupyterHub knows people by their username alone. The name that a provider shows is none that it keeps apart: two people who have the same one share a home, and where people write it themselves, whoever takes an admin's name is the admin (OpenID Connect Core 1.0, 5.7).",
  message: ({ claim }) =>
    `\`${claim}\` is a name as it is shown, which several people may have, and many providers let everybody choose: whoever bears the name of another is that person here. Take a claim that the provider gives to one person only.`,
});

/** Claims for names as they are shown: OpenID Connect Core 1.0, 5.1; `displayName` of Microsoft, `display_name` of Bitbucket (seen 2026-11). */
const shownNames: ReadonlySet<string> = new Set([
  "name",
  "given_name",
  "family_name",
  "middle_name",
  "displayName",
  "display_name",
]);

export function checkClaim(final: FinalSignIn, report: Report): void {
  // MediaWiki and OpenShift call the account's own name so.
  if (final.release.auth.variant === "mediawiki" || final.release.auth.variant === "openshift") return;
  const [claim] = claimsOf(final).filter((one) => shownNames.has(one));
  if (claim === undefined) return;
  const span =
    final.release.auth.idps.find(({ username }) => username.value === claim)?.username.span ??
    final.release.auth.settings["username"]?.span ??
    placeOfTrait(final, "username_claim") ??
    placeOfTrait(final, "idps", claim);
  if (span !== undefined) report(diagnose(sharedUsername, { claim }, { span }));
}

/** The claims that become usernames, of each identity provider where there are several. */
function claimsOf(final: FinalSignIn): readonly string[] {
  const trait = finalTrait(final, final.release.auth.variant === "cilogon" ? "idps" : "username_claim");
  if (trait === decidedByPython || trait === undefined) return [];
  return typeof trait === "string" ? [trait] : claimsIn(trait);
}

function claimsIn(value: Json): readonly string[] {
  if (!isMap(value) || isList(value)) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    key === "username_claim" && typeof one === "string" ? [one] : claimsIn(one),
  );
}
