import { defineDiagnostic, diagnose, type Report } from "../../diagnostics/diagnostic.ts";
import { isMap, textsOf } from "../../knowledge/json-schema.ts";
import { isPublicDomain, isPublicIdentityProvider, isPublicTenant } from "../../knowledge/public-sign-in.ts";
import { type FinalSignIn, finalTexts, finalTrait, placeOfTrait } from "../../model/final-sign-in.ts";
import type { Span } from "../../text/span.ts";

export const openToThePublic = defineDiagnostic<{ why: string; isAllowed: boolean; isOfIdp: boolean }>({
  code: "hub/open-to-the-public",
  title: "A hub that anybody in the world can enter",
  why: "Anybody can have an account there, so the narrowing narrows nothing. A hub is opened to everybody only by saying so. What is judged is what the hub reads in the end: configuration and Python that are laid over the vocabulary count too.",
  message: ({ why, isAllowed, isOfIdp }) => {
    if (isOfIdp)
      return `${why}, and this \`idp\` lets all of them in: name people or groups in \`allow\` of the block \`auth\` in its place, or write \`allow = everyone\` there if that is meant.`;
    return isAllowed
      ? `${why}: name people or groups in \`allow\` in its place, or write \`allow = everyone\` if that is meant.`
      : `${why}: write \`allow\` with who may enter, or \`allow = everyone\` if that is meant.`;
  },
});

/** A way in that anybody can take, though the program does not say that everybody may. */
export function checkOpen(final: FinalSignIn, report: Report): void {
  const { how } = final.release.auth.allow;
  if (how === "everyone") return;
  const ways = how === "narrowed" ? wideNarrowing(final) : [...wideDomains(final), ...wideProviders(final)];
  for (const { what, span, isOfIdp = false } of [...ways, ...wideScopes(final)]) {
    const why = what.endsWith("`") ? `Anybody can have an account at ${what}` : what;
    report(diagnose(openToThePublic, { why, isAllowed: how === "listed", isOfIdp }, { span }));
  }
}

interface Way {
  readonly what: string;
  readonly span: Span;
  /** A block `idp` says it of its own people. */
  readonly isOfIdp?: boolean;
}

function wideNarrowing(final: FinalSignIn): readonly Way[] {
  switch (final.release.auth.variant) {
    case "google":
      return waysOf(final, { setting: "hosted-domains", trait: "hosted_domain", isPublic: isPublicDomain });
    case "azure":
      return waysOf(final, { setting: "tenant", trait: "tenant_id", isPublic: isPublicTenant });
    case "cilogon":
      return waysOf(final, { setting: "idps", trait: "idps", isPublic: isPublicIdentityProvider });
    default:
      return [];
  }
}

interface Narrowing {
  readonly setting: string;
  readonly trait: string;
  readonly isPublic: (name: string) => boolean;
}

function waysOf(final: FinalSignIn, { setting, trait, isPublic }: Narrowing): readonly Way[] {
  const value = finalTrait(final, trait);
  const names = typeof value === "symbol" ? [] : isMap(value) ? Object.keys(value) : textsOf(value);
  return names.filter(isPublic).map((name) => ({
    what: `\`${name}\``,
    span: itemPlace(final, setting, name) ?? placeOfTrait(final, trait, name) ?? final.release.auth.allow.span,
  }));
}

function itemPlace({ release: { auth } }: FinalSignIn, setting: string, name: string): Span | undefined {
  return (auth.items[setting] ?? []).find(({ value }) => value === name)?.span;
}

function wideDomains({ release }: FinalSignIn): readonly Way[] {
  return release.auth.allow.domains
    .filter(({ value }) => isPublicDomain(value))
    .map(({ value, span }) => ({ what: `\`${value}\``, span }));
}

/** Options of CILogon's providers let people in whatever the list says. */
function wideProviders(final: FinalSignIn): readonly Way[] {
  const idps = finalTrait(final, "idps");
  if (typeof idps === "symbol" || !isMap(idps)) return [];
  return Object.entries(idps).flatMap(([idp, options]): Way[] => {
    if (!isMap(options)) return [];
    const block = final.release.auth.idps.find(({ id }) => id.value === idp);
    const at = (text: string) =>
      block?.domains.find(({ value }) => value === text)?.span ??
      (block?.allow.how === "set" ? block.allow.span : undefined) ??
      placeOfTrait(final, "idps", text) ??
      placeOfTrait(final, "idps") ??
      final.release.auth.span;
    const domains = textsOf(options["allowed_domains"]).filter((one) => isPublicDomain(one) || /^[*?]+$/.test(one));
    const whole = options["allow_all"] === true && isPublicIdentityProvider(idp) ? [idp] : [];
    return [
      ...whole.map((one) => ({ what: `\`${one}\``, span: at(one), isOfIdp: block?.allow.how === "set" })),
      ...domains.map((one) => ({ what: `\`${one}\``, span: at(one) })),
    ];
  });
}

/** Scopes that every sign-in grants (OpenID Connect Core 1.0, 5.4), so that they say nothing of a person. */
const everybodyGrants: ReadonlySet<string> = new Set(["openid", "email", "profile"]);

function wideScopes(final: FinalSignIn): readonly Way[] {
  const scopes = finalTexts(final, "allowed_scopes");
  if (scopes === "undecided" || scopes.length === 0 || !scopes.every((one) => everybodyGrants.has(one))) return [];
  const span = placeOfTrait(final, "allowed_scopes") ?? final.release.auth.span;
  return [{ what: "Every sign-in grants these scopes, so everybody may enter", span }];
}
