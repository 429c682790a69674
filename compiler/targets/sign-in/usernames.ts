// The names that a sign-in gives people, and every name that the program gives somebody a right by.

import { authenticators } from "../../knowledge/authenticators.ts";
import { type FinalSignIn, finalTexts, finalTrait, variableOfTrait } from "../../model/final-sign-in.ts";
import type { Group } from "../../model/model.ts";
import { decidedByPython } from "../../model/own-values.ts";
import type { Sourced } from "../../model/sourced.ts";

export interface NameForm {
  /** Usernames are whole addresses, but for the domains in `stripped`; `either` where people choose them. */
  readonly addresses: boolean | "either";
  /** Domains that are dropped from addresses. */
  readonly stripped: readonly string[];
  /** What a name can consist of, and how to say it. */
  readonly characters: { readonly pattern: RegExp; readonly words: string } | undefined;
}

/** Claims that hold an address, at every provider. */
const addressClaims: ReadonlySet<string> = new Set([
  "email",
  "mail",
  "primary_email",
  "upn",
  "eppn",
  "userPrincipalName",
]);

/** The form of usernames; nothing where it is not known: another claim, or code that makes them. */
export function nameForm(final: FinalSignIn): NameForm | undefined {
  const { auth } = final.release;
  const authenticator = authenticators[auth.variant];
  const isMade = ["username_map", "post_auth_hook"].some((trait) => finalTrait(final, trait) !== undefined);
  if (authenticator === undefined || isMade) return undefined;
  const claims = new Set(auth.idps.map(({ username }) => username.value));
  // Providers with several claims, or with words before their names, give names of several forms.
  if (claims.size > 1 || auth.idps.some(({ prefix }) => prefix !== undefined)) return undefined;
  const [ofProviders] = claims;
  const claim = ofProviders ?? auth.settings["username"]?.value ?? ownClaim(final);
  const isAddress = typeof claim === "string" && addressClaims.has(claim);
  if (claim !== undefined && !isAddress) return undefined;
  const stripped = strippedDomains(final);
  if (stripped === undefined) return undefined;
  if (claim !== undefined) return { addresses: true, stripped, characters: undefined };
  return { addresses: authenticator.emailNames, stripped, characters: charactersOf(final) };
}

/** The claim that configuration or Python chooses past the vocabulary. */
function ownClaim(final: FinalSignIn): unknown {
  const touches = (trait: string) =>
    final.own.some(({ leaf }) => leaf.value.path[3] === trait) || final.python.some((set) => set.trait === trait);
  const traits = ["username_claim", "username_key", "additional_username_claims"].filter(touches);
  const [trait] = traits;
  if (trait !== undefined) return finalTrait(final, trait);
  if (variableOfTrait(final, "username_claim") !== undefined) return finalTrait(final, "username_claim");
  return final.release.auth.variant === "cilogon" && touches("idps") && !derivesAlike(final)
    ? decidedByPython
    : undefined;
}

/** Do all identity providers make usernames of the address? */
function derivesAlike(final: FinalSignIn): boolean {
  const idps = finalTrait(final, "idps");
  if (typeof idps !== "object" || idps === null) return false;
  return Object.values(idps).every((json) => JSON.stringify(json).includes('"username_claim":"email"'));
}

/**
 * Google drops the hosted domains, where there is one or where it is told to (oauthenticator 17.4, google.py, strip_domain).
 * Nothing where Python decides.
 */
function strippedDomains(final: FinalSignIn): readonly string[] | undefined {
  const strip = final.release.auth.settings["strip-domain"]?.value;
  const ofProviders = final.release.auth.idps.flatMap(({ stripDomain }) => stripDomain?.value.toLowerCase() ?? []);
  const said = [...(typeof strip === "string" ? [strip.toLowerCase()] : []), ...ofProviders];
  if (final.release.auth.variant !== "google") return said;
  const hosted = finalTexts(final, "hosted_domain");
  const drops = finalTrait(final, "strip_domain");
  if (hosted === "undecided" || drops === decidedByPython) return undefined;
  return [...said, ...((drops ?? hosted.length <= 1) === true ? hosted.map((one) => one.toLowerCase()) : [])];
}

/** LDAP passes on a name that its own pattern takes (ldapauthenticator 2.0.2, valid_username_regex). */
const ldapNames = {
  pattern: /^[a-z][.a-z0-9_-]*$/,
  words: "it begins with a letter, and has a-z, 0-9, `.`, `_` and `-`",
};

function charactersOf(final: FinalSignIn): NameForm["characters"] {
  const { variant, settings } = final.release.auth;
  if (variant === "ldap") {
    // Where the directory looks people up, their username may be another attribute than what they type.
    const isTyped = settings["search-base"] === undefined && finalTrait(final, "valid_username_regex") === undefined;
    return isTyped ? ldapNames : undefined;
  }
  return authenticators[variant]?.names;
}

export interface NamedPerson {
  readonly name: Sourced<string>;
  /** `an admin`, `in the group tas`. */
  readonly as: string;
  /** The group that lists them. */
  readonly group: Group | undefined;
}

/** Everybody whom the program names in a right: admins, people who are allowed, members of groups; as far as they are known. */
export function* namedPeople({ release }: FinalSignIn): Generator<NamedPerson> {
  for (const name of release.admins) yield { name, as: "an admin", group: undefined };
  for (const name of release.auth.allow.people) yield { name, as: "in `allow`", group: undefined };
  for (const group of release.groups)
    for (const name of group.members) yield { name, as: `in the group \`${group.name}\``, group };
}
