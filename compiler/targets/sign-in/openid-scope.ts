import { defineDiagnostic, diagnose, type Report, replaceFix } from "../../diagnostics/diagnostic.ts";
import { type FinalSignIn, finalTexts, finalTrait, placeOfTrait } from "../../model/final-sign-in.ts";

export const openidScope = defineDiagnostic<{ has: boolean }>({
  code: "hub/openid-scope",
  severity: "warning",
  title: "Sign-in by OpenID Connect that doesn't ask for it",
  why: "Without the scope `openid` a request is none of OpenID Connect (OpenID Connect Core 1.0, 3.1.2.1): most providers then refuse to say who the person is, and every sign-in ends in an error.",
  message: ({ has }) =>
    has
      ? 'This `scope` lacks `"openid"`, without which an OpenID Connect provider doesn\'t say who signs in.'
      : 'This is OpenID Connect, and asks for no scope: write `scope = ["openid", "email"]`, or what the provider names beside `"openid"`.',
});

/** Sign-ins that are OpenID Connect whatever their addresses. */
const always: ReadonlySet<string> = new Set(["auth0", "azure", "cilogon", "globus"]);

export function checkOpenid(final: FinalSignIn, report: Report): void {
  const { variant, items, span } = final.release.auth;
  if (variant !== "generic" && !always.has(variant)) return;
  const scope = finalTrait(final, "scope");
  const scopes = finalTexts(final, "scope");
  if (scopes === "undecided" || scopes.includes("openid")) return;
  // The classes of their own ask for it unless they are told something else.
  if (always.has(variant) ? scope === undefined : !isOpenid(final)) return;
  const [first] = items["scope"] ?? [];
  const place = placeOfTrait(final, "scope") ?? first?.span ?? span;
  const fixes =
    first?.span === place ? [replaceFix('Add `"openid"`', { ...place, end: place.start }, '"openid", ')] : [];
  report(diagnose(openidScope, { has: scopes.length > 0 }, { span: place, fixes }));
}

/** By its addresses: `…/userinfo`, `…/openid-connect/…`, `…/oidc/…`. */
function isOpenid(final: FinalSignIn): boolean {
  if (finalTrait(final, "userdata_from_id_token") === true) return true;
  return ["authorize_url", "token_url", "userdata_url"].some((trait) => {
    const url = finalTrait(final, trait);
    return typeof url === "string" && /\/userinfo\/?(?:[?#]|$)|openid|oidc/i.test(url);
  });
}
