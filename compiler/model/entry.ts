// Who may enter a hub in the end, as data: the rule of the vocabulary with what configuration and Python add to it and take from it.

import { authenticators } from "../knowledge/authenticators.ts";
import { adminTraits, decidingHooks, lettingTraits } from "../knowledge/entry-traits.ts";
import { isMap, type Json, textsOf } from "../knowledge/json-schema.ts";
import { andList } from "../text/and-list.ts";
import { type FinalSignIn, finalTexts, finalTrait } from "./final-sign-in.ts";
import type { Group } from "./model.ts";
import { decidedByPython } from "./own-values.ts";
import type { Release } from "./release.ts";
import { serversOn } from "./server.ts";

export interface Entry {
  /**
   * `narrowed`: everybody of the institutions in `within`. `listed`: `people`, `groups`, addresses of `domains`, and `also`. `elsewhere`: what
   * the sign-in's own configuration says, of which `people` and `also` are what can be read.
   */
  readonly how: "everyone" | "narrowed" | "listed" | "elsewhere";
  /** By rule, since nothing is written: rosters, staff and admins. */
  readonly byRule: boolean;
  readonly people: readonly string[];
  readonly groups: readonly string[];
  readonly domains: readonly string[];
  /** Institutions that sign-in is narrowed to, whoever may enter. */
  readonly within: readonly string[];
  /** Whom traits of the authenticator let in past the vocabulary. */
  readonly also: readonly LetIn[];
  /** Whom such traits make admins too. */
  readonly alsoAdmins: readonly LetIn[];
  readonly blocked: readonly string[];
  /** Traits that bear on who may enter and that Python decides when the hub starts, or at a sign-in. */
  readonly undecided: readonly string[];
}

export interface LetIn {
  readonly trait: string;
  /** Of whom `names` are; who they are, where there are no names. */
  readonly words: string;
  readonly names: readonly string[];
}

/** Who is let in, in words. */
export function letInWords({ words, names }: LetIn): string {
  return names.length === 0 ? words : `${words} ${andList(names)}`;
}

export function entryOf(final: FinalSignIn): Entry {
  const { auth } = final.release;
  const { allow } = auth;
  const byRule = allow.how === "rosters";
  const isOpen = allow.how === "everyone" || allow.how === "narrowed";
  const groups = byRule ? serversOn(final.release).flatMap(({ roster, staff }) => [...roster, ...staff]) : allow.groups;
  const undecided = bearingTraits.filter((trait) => finalTrait(final, trait) === decidedByPython);
  if (final.unread.length > 0) undecided.push("other traits");
  // Where everybody may enter, lists let in nobody more.
  const letsAll = finalTrait(final, "allow_all") === true && isOpen;
  return {
    how: wayIn(final),
    byRule,
    people: letsAll ? [] : unique([...allow.people.map(({ value }) => value), ...texts(final, "allowed_users")]),
    groups: unique(groups.map(({ value }) => value)),
    domains: authenticators[auth.variant]?.address === undefined ? [] : allow.domains.map(({ value }) => value),
    within: withinOf(final),
    also: letsAll ? [] : [...letIn(final, lettingTraits), ...byProvider(final), ...byAccount(final)],
    alsoAdmins: letIn(final, adminTraits),
    blocked: blockedNames(final).filter((name) => name === nameIn(final.release, name)),
    undecided,
  };
}

function wayIn(final: FinalSignIn): Entry["how"] {
  const { how } = final.release.auth.allow;
  if (how === "elsewhere") return finalTrait(final, "allow_all") === true ? "everyone" : how;
  return how === "everyone" || how === "narrowed" ? how : "listed";
}

/** Traits that bear on who may enter, of every authenticator or of one. */
export const bearingTraits: readonly string[] = [
  "allow_all",
  "allow_existing_users",
  "allowed_users",
  "blocked_users",
  "hosted_domain",
  "idps",
  "tenant_id",
  "identity_provider",
  "username_pattern",
  "username_map",
  ...decidingHooks,
  ...Object.keys(lettingTraits),
  ...Object.keys(adminTraits),
];

/** What the vocabulary's own settings are narrowed to, and by which trait that is read. */
const narrowing: Readonly<Record<string, { readonly setting: string | undefined; readonly trait: string }>> = {
  google: { setting: "hosted-domains", trait: "hosted_domain" },
  cilogon: { setting: "idps", trait: "idps" },
  azure: { setting: "tenant", trait: "tenant_id" },
  github: { setting: "organizations", trait: "allowed_organizations" },
  globus: { setting: undefined, trait: "identity_provider" },
};

function withinOf(final: FinalSignIn): readonly string[] {
  const { variant, settings } = final.release.auth;
  const way = narrowing[variant];
  if (way === undefined) return [];
  // Of GitHub, an organization in the class's own option lets people in, and narrows only as the vocabulary says.
  if (variant === "github") return textsOf(settings["organizations"]?.value as Json | undefined); // a list of texts
  const value = finalTrait(final, way.trait);
  if (value === decidedByPython) return [];
  return variant === "cilogon" && isMap(value) ? Object.keys(value) : textsOf(value);
}

function letIn(final: FinalSignIn, traits: Readonly<Record<string, string>>): readonly LetIn[] {
  return Object.entries(traits).flatMap(([trait, words]): LetIn[] => {
    if (trait === "allowed_organizations" && final.release.auth.settings["organizations"] !== undefined) return [];
    const value = finalTrait(final, trait);
    // Google's groups are listed by domain.
    const names = value === decidedByPython ? [] : isNumbers(value) ? value.map(String) : textsOf(value);
    return names.length === 0 ? [] : [{ trait, words, names }];
  });
}

function isNumbers(value: Json | undefined): value is readonly number[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "number");
}

/** CILogon lets in by identity provider too (oauthenticator 17.4, cilogon.py, check_allowed). */
function byProvider(final: FinalSignIn): readonly LetIn[] {
  const idps = finalTrait(final, "idps");
  if (idps === decidedByPython || !isMap(idps)) return [];
  return Object.entries(idps).flatMap(([idp, options]): LetIn[] => {
    if (!isMap(options)) return [];
    const domains = textsOf(options["allowed_domains"]);
    return [
      ...(options["allow_all"] === true
        ? [{ trait: "idps", words: "everybody of the identity provider", names: [idp] }]
        : []),
      ...(domains.length > 0
        ? [{ trait: "idps", words: `people whom ${idp} gives an address at`, names: domains }]
        : []),
    ];
  });
}

/** JupyterHub lets in whom its database holds, where it is told so (jupyterhub 5.5, auth.py, `add_user`). */
function byAccount(final: FinalSignIn): readonly LetIn[] {
  const trait = "allow_existing_users";
  return finalTrait(final, trait) === true
    ? [{ trait, words: "whoever has an account on the hub already", names: [] }]
    : [];
}

/** As they are written: JupyterHub compares them so, and lowers no letter of them (jupyterhub 5.5, check_blocked_users). */
export function blockedNames(final: FinalSignIn): readonly string[] {
  const found = finalTexts(final, "blocked_users");
  return found === "undecided" ? [] : found;
}

function texts(final: FinalSignIn, trait: string): readonly string[] {
  const found = finalTexts(final, trait);
  return found === "undecided" ? [] : found.map((name) => nameIn(final.release, name));
}

/** A name in the form that JupyterHub compares: it lowers names of lists, but for classes that keep theirs. */
export function nameIn({ auth }: Release, name: string): string {
  return authenticators[auth.variant]?.keepsCase ? name : name.toLowerCase();
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

/** Does a group hold somebody, or may it? */
export function mayHoldSomebody({
  members,
  secretMembers,
  sources,
}: Pick<Group, "members" | "secretMembers" | "sources">): boolean {
  return members.length > 0 || secretMembers.length > 0 || sources.length > 0;
}
