// Who may sign in and how: the authenticator, its traits, its secrets by reference, its allow rules.

import { type Authenticator, authenticators } from "../../knowledge/authenticators.ts";
import type { AuthValue, Release, SecretReference } from "../../model/model.ts";
import type { Sourced } from "../../model/sourced.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import { from } from "./release-context.ts";

export interface SignIn {
  /** Sections of `hub.config`. */
  readonly config: Readonly<Record<string, YamlData>>;
  /** Variables of the hub's container, which OAuthenticator reads (oauthenticator 17.4, oauth2.py). */
  readonly environment: Readonly<Record<string, YamlData>>;
}

/** @throws Error for a variant that the vocabulary refuses. */
export function signIn(release: Release): SignIn {
  const { auth } = release;
  const authenticator = authenticators[auth.variant];
  if (authenticator === undefined) throw new Error(`invariant: no authenticator for ${auth.variant}`);
  const traits: Record<string, YamlData> = { ...callback(release, authenticator), ...clientId(release) };
  for (const [key, value] of Object.entries(authenticator.fixed)) traits[key] = value;
  if (authenticator.loginService) traits["login_service"] = authenticator.loginService;
  for (const [setting, trait] of Object.entries(authenticator.traits)) {
    const value = auth.settings[setting];
    if (value !== undefined) traits[trait] = from(value);
  }
  Object.assign(traits, special(release));
  return {
    config: {
      JupyterHub: { authenticator_class: withOrigin(authenticator.className, auth.span) },
      Authenticator: allowRules(release),
      ...(Object.keys(traits).length > 0 ? { [authenticator.section]: withOrigin(traits, auth.span) } : {}),
    },
    environment: clientSecrets(release),
  };
}

function callback(release: Release, authenticator: Authenticator): Record<string, YamlData> {
  if (!authenticator.oauth) return {};
  return { oauth_callback_url: from(release.domain, `https://${release.domain.value}/hub/oauth_callback`) };
}

function isSecret(value: AuthValue | Sourced<unknown> | undefined): value is Sourced<SecretReference> {
  return (
    typeof value?.value === "object" && value.value !== null && "kind" in value.value && value.value.kind === "secret"
  );
}

/** An id that is written down stands in the values; a secret one comes through the environment. */
function clientId(release: Release): Record<string, YamlData> {
  const id = release.auth.settings["client-id"];
  return id === undefined || isSecret(id) ? {} : { client_id: from(id) };
}

function clientSecrets(release: Release): Record<string, YamlData> {
  const variables: Record<string, YamlData> = {};
  for (const [setting, variable] of [
    ["client-id", "OAUTH_CLIENT_ID"],
    ["client-secret", "OAUTH_CLIENT_SECRET"],
  ] as const) {
    const value = release.auth.settings[setting];
    if (isSecret(value)) variables[variable] = withOrigin(secretVariable(release, value.value), value.span);
  }
  return variables;
}

/** A variable whose value the cluster takes from the release's Secret. */
export function secretVariable(release: Release, secret: SecretReference): YamlData {
  return { valueFrom: { secretKeyRef: { name: release.secretName, key: secret.key } } };
}

/** Traits that are not one setting's value. */
function special(release: Release): Record<string, YamlData> {
  const { auth } = release;
  const strip = auth.settings["strip-domain"];
  switch (auth.variant) {
    case "canvas": {
      const url = auth.settings["url"];
      const base = String(url?.value).replace(/\/*$/, "/");
      return url ? { canvas_url: from(url, base), authorize_url: from(url, `${base}login/oauth2/auth`) } : {};
    }
    case "google":
      return strip ? { strip_domain: from(strip, true) } : {};
    case "cilogon":
      return { allowed_idps: undefined, idps: identityProviders(release) };
    default:
      return {};
  }
}

function identityProviders(release: Release): YamlData {
  const idps = release.auth.settings["idps"];
  const strip = release.auth.settings["strip-domain"];
  const claim = release.auth.settings["username"];
  const action = strip ? { action: "strip_idp_domain", domain: from(strip) } : {};
  const one = { username_derivation: { username_claim: claim ? from(claim) : "email", ...action } };
  const names = Array.isArray(idps?.value) ? idps.value.map(String) : [];
  return Object.fromEntries(names.map((name) => [name, one]));
}

/** Rules are said in full, so that no default of a class opens or closes the hub. */
function allowRules(release: Release): YamlData {
  const { allow } = release.auth;
  const admins = release.admins.length > 0 ? release.admins.map((one) => from(one)) : undefined;
  if (allow.how === "everyone" || allow.how === "narrowed") {
    // GitHub's own rule lets in members of the organizations, and nobody else.
    const all = !(release.auth.variant === "github" && allow.how === "narrowed");
    return { allow_all: withOrigin(all, allow.span), allow_existing_users: false, admin_users: admins };
  }
  const people = allow.people.map((one) => from(one));
  return {
    allow_all: withOrigin(false, allow.span),
    allow_existing_users: false,
    allowed_users: people.length > 0 ? withOrigin(people, allow.span) : undefined,
    admin_users: admins,
  };
}
