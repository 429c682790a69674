// Who may sign in and how: the authenticator, its traits, its secrets by reference, its allow rules.

import { type Authenticator, authenticators, lti11, signInPaths } from "../../knowledge/authenticators.ts";
import { secretsDirectory } from "../../knowledge/chart.ts";
import { idpsTrait } from "../../knowledge/charts/differences.ts";
import { asFarAsKnown } from "../../model/as-far-as-known.ts";
import type { IdentityProvider } from "../../model/build-auth.ts";
import { isSecret } from "../../model/final-sign-in.ts";
import { isLeftOut } from "../../model/left-out.ts";
import type { Auth } from "../../model/model.ts";
import type { Release } from "../../model/release.ts";
import { jupyterhubGroup } from "../../model/sign-in-group.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import type { SecretReference } from "../../schema/values/references.ts";
import type { Span } from "../../text/span.ts";
import { hubFrames } from "./frames.ts";
import { withoutLeftOutTraits } from "./left-out-values.ts";
import { from } from "./release-context.ts";
import { signInFiles, signInVariables, usesOwnOrganizations } from "./sign-in-rules.ts";

export interface SignIn {
  /** Sections of `hub.config`. */
  readonly config: Readonly<Record<string, YamlData>>;
  /** Variables of the hub's container, which OAuthenticator reads (oauthenticator 17.4, oauth2.py). */
  readonly environment: Readonly<Record<string, YamlData>>;
}

/** @throws Error for a variant that the vocabulary refuses. */
export function signIn(release: Release): SignIn {
  const config: Record<string, YamlData> = {};
  for (const { name, parts, span } of sectionsOf(release)) {
    const traits: Record<string, YamlData> = Object.assign({}, ...parts.map(({ make }) => make()));
    if (Object.keys(traits).length > 0) config[name] = span === undefined ? traits : withOrigin(traits, span);
  }
  return { config: withoutLeftOutTraits(release, config), environment: clientSecrets(release) };
}

/** Sections of `hub.config` as far as they are known, and the paths, of sections and of traits in them, at which nothing is. */
export interface KnownConfig {
  readonly config: Readonly<Record<string, YamlData>>;
  readonly open: readonly (readonly string[])[];
}

export function knownSignIn(release: Release): KnownConfig {
  const config: Record<string, YamlData> = {};
  const open: string[][] = [];
  for (const { name, parts, span } of sectionsOf(release)) {
    const traits: Record<string, YamlData> = {};
    for (const { names, make } of parts)
      if (!asFarAsKnown(() => Object.assign(traits, make())))
        open.push(...(names.length === 0 ? [[name]] : names.map((trait) => [name, trait])));
    if (Object.keys(traits).length > 0) config[name] = span === undefined ? traits : withOrigin(traits, span);
  }
  return { config: withoutLeftOutTraits(release, config), open };
}

interface Section {
  readonly name: string;
  readonly span?: Span;
  readonly parts: readonly TraitPart[];
}

/**
 * Traits that are worked out together. `make` gives some of those in `names`, or any where none are named; what a later part gives goes
 * before an earlier one's.
 */
interface TraitPart {
  readonly names: readonly string[];
  readonly make: () => Record<string, YamlData>;
}

function sectionsOf(release: Release): readonly Section[] {
  const { auth } = release;
  if (auth.variant === "elsewhere") return sectionsElsewhere(release);
  const authenticator = classOf(auth);
  const chosen = { authenticator_class: withOrigin(authenticator.className, auth.span) };
  // What a chart around this one says in the section of a class goes before what stands in those of its ancestors.
  const isOver = release.umbrella !== undefined;
  const open = { names: [], make: () => ({ allow_all: allowsAll(release) }) };
  return [
    ofJupyterHub(release, chosen),
    { name: "Authenticator", parts: [...(isOver ? [] : [open]), ...allowRules(release), ...groupRules(release)] },
    {
      name: authenticator.section,
      span: auth.span,
      parts: [
        { names: ["oauth_callback_url"], make: () => callback(release, authenticator) },
        { names: ["client_id"], make: () => clientId(release, authenticator) },
        ...plainTraits(auth, authenticator),
        ...special(release),
        ...(isOver ? [open] : []),
      ],
    },
  ];
}

function ofJupyterHub(release: Release, chosen: Record<string, YamlData>): Section {
  return {
    name: "JupyterHub",
    parts: [
      { names: [], make: () => chosen },
      { names: ["authenticate_prometheus"], make: () => metrics(release) },
      { names: ["tornado_settings"], make: () => hubFrames(release) },
    ],
  };
}

/** The class, and what the hub itself says of people: all else is for its own configuration. */
function sectionsElsewhere(release: Release): readonly Section[] {
  const name = release.auth.settings["class"];
  const ofAdmins = { names: ["admin_users"], make: () => ({ admin_users: adminNames(release) }) };
  const open = { names: [], make: () => ({ allow_all: allowsAll(release) }) };
  return [
    ofJupyterHub(release, name === undefined ? {} : { authenticator_class: from(name) }),
    {
      name: "Authenticator",
      parts: release.auth.allow.how === "elsewhere" ? [ofAdmins] : [open, ...allowRules(release)],
    },
  ];
}

function plainTraits({ settings }: Auth, { fixed, loginService, traits }: Authenticator): readonly TraitPart[] {
  const given = (setting: string, trait: string): Record<string, YamlData> => {
    const value = settings[setting];
    return value === undefined ? {} : { [trait]: from(value) };
  };
  return [
    { names: [], make: () => ({ ...fixed, ...(loginService ? { login_service: loginService } : {}) }) },
    { names: ["login_service"], make: () => given("login-service", "login_service") },
    ...Object.entries(traits).map(([setting, trait]) => ({ names: [trait], make: () => given(setting, trait) })),
  ];
}

/** Prometheus needs no token, unless the hub says so (jupyterhub 5.5, `JupyterHub.authenticate_prometheus`, true by itself). */
function metrics({ monitoring }: Release): Record<string, YamlData> {
  return monitoring ? { authenticate_prometheus: from(monitoring.authenticate) } : {};
}

/** LTI 1.1 and 1.3 are two classes. */
function classOf(auth: Auth): Authenticator {
  const authenticator = authenticators[auth.variant];
  if (authenticator === undefined) throw new Error(`invariant: no authenticator for ${auth.variant}`);
  if (auth.settings["consumer-key"] === undefined) return authenticator;
  const { className, section, usernameKey } = lti11;
  return {
    ...authenticator,
    className,
    section,
    traits: {},
    fixed: { ...authenticator.fixed, username_key: usernameKey },
  };
}

/** Where sign-in says who is in a group, JupyterHub replaces a person's groups; kept auth state lets it ask again. */
function groupRules(release: Release): readonly TraitPart[] {
  return [
    { names: ["manage_groups"], make: () => ({ manage_groups: release.managedGroups ? true : undefined }) },
    { names: ["enable_auth_state"], make: () => ({ enable_auth_state: release.authState ? true : undefined }) },
  ];
}

function callback(release: Release, authenticator: Authenticator): Record<string, YamlData> {
  if (!authenticator.oauth) return {};
  const [path] = signInPaths(release.auth.variant, release.auth.settings);
  return { oauth_callback_url: from(release.domain, release.url + path) };
}

/** An id that is written down stands in the values; a secret one comes through the environment. */
function clientId(release: Release, authenticator: Authenticator): Record<string, YamlData> {
  const id = release.auth.settings["client-id"];
  return id === undefined || !authenticator.oauth || isSecret(id) ? {} : { client_id: from(id) };
}

function clientSecrets(release: Release): Record<string, YamlData> {
  const variables: Record<string, YamlData> = {};
  for (const [setting, variable] of [
    ["client-id", "OAUTH_CLIENT_ID"],
    ["client-secret", "OAUTH_CLIENT_SECRET"],
  ] as const) {
    const value = release.auth.settings[setting];
    if (value !== undefined && isSecret(value))
      variables[variable] = withOrigin(secretVariable(release, value.value), value.span);
  }
  for (const { variable, secret } of signInVariables(release))
    variables[variable] = withOrigin(secretVariable(release, secret.value), secret.span);
  return variables;
}

/** A variable whose value the cluster takes from the release's Secret. */
export function secretVariable(release: Release, secret: SecretReference): YamlData {
  return { valueFrom: { secretKeyRef: { name: release.secretName, key: secret.key } } };
}

/** Traits that are not one setting's value. */
function special(release: Release): readonly TraitPart[] {
  const { auth } = release;
  switch (auth.variant) {
    case "canvas":
      return [
        { names: ["canvas_url", "authorize_url"], make: () => canvasAddresses(auth) },
        // With managed groups the class always asks for the person's groups too.
        {
          names: ["scope"],
          make: () => (auth.settings["url"] && release.managedGroups ? { scope: canvasScopes } : {}),
        },
      ];
    case "github":
      return [{ names: [], make: () => (usesOwnOrganizations(release) ? {} : { allowed_organizations: undefined }) }];
    case "google":
      return [{ names: ["gsuite_administrator", "google_service_account_keys"], make: () => googleGroups(release) }];
    case "cilogon":
      return [
        {
          names: [idpsTrait(release.chart)],
          make: () => ({ allowed_idps: undefined, [idpsTrait(release.chart)]: identityProviders(release) }),
        },
      ];
    case "lti":
      return [{ names: ["username_key", "issuer", "client_id"], make: () => ltiTraits(auth) }];
    case "ldap":
      return [
        { names: [], make: () => ldapTraits(auth) },
        { names: ["auth_state_attributes"], make: () => ({ auth_state_attributes: ldapAttributes(release) }) },
      ];
    default:
      return [];
  }
}

function canvasAddresses({ settings }: Auth): Record<string, YamlData> {
  const url = settings["url"];
  if (url === undefined) return {};
  const base = String(url.value).replace(/\/*$/, "/");
  return { canvas_url: from(url, base), authorize_url: from(url, `${base}login/oauth2/auth`) };
}

/** canvasoauthenticator 12fcbbb, README.md. */
const canvasScopes = ["users/:user_id/profile", "courses", "users/self/groups"].map(
  (path) => `url:GET|/api/v1/${path}`,
);

/** The service account that looks up groups, of the administrator's domain (oauthenticator 17.4, google.py). */
function googleGroups(release: Release): Record<string, YamlData> {
  const admin = release.auth.settings["groups-admin"];
  const [key] = signInFiles(release);
  if (admin === undefined || key === undefined) return {};
  const [name = "", domain = ""] = String(admin.value).toLowerCase().split("@");
  return {
    gsuite_administrator: withOrigin({ [domain]: name }, admin.span),
    google_service_account_keys: withOrigin({ [domain]: `${secretsDirectory}/${key.key}` }, admin.span),
  };
}

function ltiTraits({ settings }: Auth): Record<string, YamlData> {
  const username = settings["username"];
  const key = username ? { username_key: from(username) } : {};
  const [platforms, clients] = [settings["platforms"], settings["client-id"]];
  if (platforms === undefined || clients === undefined) return key;
  const issuer = Array.isArray(platforms.value) ? String(platforms.value[0]) : "";
  return { ...key, issuer: from(platforms, issuer), client_id: from(clients) };
}

function ldapTraits({ settings }: Auth): Record<string, YamlData> {
  const [encryption, authority] = [settings["encryption"], settings["certificate-authority"]];
  const attribute = settings["search-attribute"];
  return {
    ...(settings["search-base"] === undefined
      ? { user_attribute: undefined }
      : { lookup_dn: true, lookup_dn_user_dn_attribute: attribute && from(attribute) }),
    tls_strategy: encryption && from(encryption, encryption.value === "tls" ? "on_connect" : "before_bind"),
    // ldap3 checks no certificate unless told: 2 is ssl.CERT_REQUIRED.
    tls_kwargs: { validate: 2, ca_certs_data: authority && from(authority) },
  };
}

/** The attributes that groups are made of. */
function ldapAttributes({ groups }: Release): YamlData {
  const claims = groups.flatMap(({ sources }) =>
    sources.flatMap((group) => (group.kind === "claim" ? group.name.value : [])),
  );
  return claims.length > 0 ? [...new Set(claims)] : undefined;
}

function identityProviders(release: Release): YamlData {
  const own = release.auth.idps;
  if (own.length > 0) {
    const usual = usualProvider(own);
    return Object.fromEntries(own.map((idp) => [idp.id.value, identityProvider(idp, idp === usual)]));
  }
  const idps = release.auth.settings["idps"];
  const strip = release.auth.settings["strip-domain"];
  const claim = release.auth.settings["username"];
  const action = strip ? { action: "strip_idp_domain", domain: from(strip) } : {};
  const one = { username_derivation: { username_claim: claim ? from(claim) : "email", ...action } };
  const names = Array.isArray(idps?.value) ? idps.value.map(String) : [];
  return Object.fromEntries(names.map((name) => [name, one]));
}

/**
 * The one that has to say that it is chosen. Where none says it CILogon's page has the first, and helm hands them on in order of their ids: the
 * program's first says it where it is not that one.
 */
function usualProvider(all: readonly IdentityProvider[]): IdentityProvider | undefined {
  const said = all.find(({ isDefault }) => isDefault?.value === true);
  const handedOn = all.map(({ id }) => id.value).toSorted()[0];
  return said ?? (all[0]?.id.value === handedOn ? undefined : all[0]);
}

/** The options of one, as CILogonOAuthenticator takes them (oauthenticator 17.4, cilogon.py, `idps`). */
function identityProvider(idp: IdentityProvider, isUsual: boolean): YamlData {
  const { username, stripDomain, prefix, allow, domains, isDefault, span } = idp;
  const action = prefix
    ? { action: "prefix", prefix: from(prefix) }
    : stripDomain && { action: "strip_idp_domain", domain: from(stripDomain) };
  return withOrigin(
    {
      default: isUsual ? (isDefault ? from(isDefault) : true) : undefined,
      username_derivation: { username_claim: from(username), ...action },
      allow_all: allow.value === "everyone" ? from(allow, true) : undefined,
      allowed_domains: domains.length > 0 ? domains.map((one) => from(one)) : undefined,
    },
    span,
  );
}

function isOpenTo({ how }: Auth["allow"]): boolean {
  return how === "everyone" || how === "narrowed";
}

/** GitHub's own rule lets in members of the organizations, and nobody else. */
function allowsAll(release: Release): YamlData {
  const { allow } = release.auth;
  return withOrigin(isOpenTo(allow) && !usesOwnOrganizations(release), allow.span);
}

/** Rules are said in full, so that no default of a class opens or closes the hub. */
function allowRules(release: Release): readonly TraitPart[] {
  const { allow } = release.auth;
  const people = isOpenTo(allow) ? [] : allow.people.map((one) => from(one));
  const groups = isLeftOut(release, "exact-people")
    ? allow.groups.map((one) => from(one, jupyterhubGroup(release, one.value)))
    : [];
  const rules = {
    allow_existing_users: allow.existing ? from(allow.existing) : false,
    ...(people.length > 0 ? { allowed_users: withOrigin(people, allow.span) } : {}),
    allowed_groups: groups.length > 0 ? withOrigin(groups, allow.span) : undefined,
  };
  return [
    { names: [], make: () => rules },
    { names: ["admin_users"], make: () => ({ admin_users: adminNames(release) }) },
  ];
}

function adminNames({ admins }: Release): YamlData {
  return admins.length > 0 ? admins.map((one) => from(one)) : undefined;
}
