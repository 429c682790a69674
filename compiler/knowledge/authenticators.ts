// Sign-in variants: the authenticator class of each, its configuration section and its traits.
// Source: oauthenticator 17.4.0, ltiauthenticator 1.6.3, ldapauthenticator 2.0.2, nativeauthenticator 1.3.0 and jupyterhub 5.5.0, as
// pinned by the hub image of chart 4.4.0 (images/hub/requirements.txt, 2026-06-10); canvasoauthenticator 12fcbbb (2025-05-22).

/** Where a group's people can come from. */
export type SourceKind = "canvas" | "github" | "google" | "lti" | "claim";

export interface Authenticator {
  /** `JupyterHub.authenticator_class`: an entry point's name, or a class path. */
  readonly className: string;
  /** The section of `hub.config` that configures it. */
  readonly section: string;
  readonly oauth: boolean;
  /** Usernames are e-mail addresses, unless a domain is stripped; `either` where people choose them. */
  readonly emailNames: boolean | "either";
  /** What a username can consist of. */
  readonly names?: { readonly pattern: RegExp; readonly words: string };
  /** Usernames keep their capitals: `normalize_username` of the class does not lower them. */
  readonly keepsCase?: boolean;
  /** What the sign-in button says, where the class does not say it well. */
  readonly loginService?: string;
  /** Settings of the vocabulary to traits of the class. */
  readonly traits: Readonly<Record<string, string>>;
  /** Traits that always hold. */
  readonly fixed: Readonly<Record<string, Trait>>;
  /** Settings that hold secrets to the traits that take their values: the hub reads them from variables at its start. */
  readonly secretTraits?: Readonly<Record<string, string>>;
  /** The class strips `strip-domain` by itself. */
  readonly stripsDomain?: boolean;
  /** What it can say of the groups that a person is in. */
  readonly gives: readonly SourceKind[];
  /** Where in the auth state a person's claims stand, with dots; the whole of it where empty. */
  readonly claims?: string;
  /** The claim that holds an address of which the institution or the provider knows that it is the person's. */
  readonly address?: { readonly claim: string; readonly verified?: string };
  /** It can be asked again with what it gave at sign-in: its tokens last, or are renewed (`refresh_user` in oauth2.py, 17.4). */
  readonly renews?: boolean;
  /** A Python package that the chart's hub image lacks, as a requirement that pip installs without git. */
  readonly needs?: { readonly package: string; readonly requirement: string; readonly note: string };
}

export type Trait = string | number | boolean | readonly string[] | Readonly<Record<string, string | number>>;

const oauthTraits = { username: "username_claim" } as const;

/** What most classes have. */
const byOAuth = { oauth: true, emailNames: false, traits: oauthTraits, fixed: {}, gives: [] } as const;
const withoutOAuth = { ...byOAuth, oauth: false, traits: {} } as const;

export const authenticators: Readonly<Record<string, Authenticator>> = {
  google: {
    ...byOAuth,
    className: "google",
    section: "GoogleOAuthenticator",
    emailNames: true,
    traits: { ...oauthTraits, "hosted-domains": "hosted_domain" },
    gives: ["google"],
    claims: "google_user",
    address: { claim: "email", verified: "verified_email" },
  },
  canvas: {
    ...byOAuth,
    className: "canvasoauthenticator.CanvasOAuthenticator",
    section: "CanvasOAuthenticator",
    emailNames: true,
    loginService: "Canvas",
    traits: { ...oauthTraits, url: "canvas_url", "strip-domain": "strip_email_domain" },
    fixed: {
      username_claim: "primary_email",
      scope: ["url:GET|/api/v1/users/:user_id/profile", "url:GET|/api/v1/courses"],
    },
    needs: {
      package: "canvasoauthenticator",
      requirement:
        "https://github.com/ryanlovett/canvasoauthenticator/archive/12fcbbb4452cdee8d5f7b0d48eb816e54c9cb0af.zip",
      note: "canvasoauthenticator, which the chart's own hub image does not hold",
    },
    stripsDomain: true,
    gives: ["canvas"],
    claims: "canvas_user",
    address: { claim: "primary_email" },
    renews: true,
  },
  github: {
    ...byOAuth,
    className: "github",
    section: "GitHubOAuthenticator",
    // GitHub's own are letters, digits and hyphens; those that a company manages end in `_` and its short name (docs.github.com, 2026-11).
    names: { pattern: /^[a-z0-9_-]+$/, words: "GitHub's usernames have letters, digits and `-`" },
    traits: { ...oauthTraits, organizations: "allowed_organizations" },
    fixed: { scope: ["read:org"] },
    gives: ["github"],
    renews: true,
  },
  gitlab: {
    ...byOAuth,
    className: "gitlab",
    section: "GitLabOAuthenticator",
    names: { pattern: /^[a-z0-9_.-]+$/, words: "GitLab's usernames have letters, digits, `_`, `-` and `.`" },
    traits: { ...oauthTraits, url: "gitlab_url" },
  },
  cilogon: {
    ...byOAuth,
    className: "cilogon",
    section: "CILogonOAuthenticator",
    emailNames: true,
    traits: {},
    stripsDomain: true,
    gives: ["claim"],
    claims: "cilogon_user",
    address: { claim: "email" },
  },
  azure: {
    ...byOAuth,
    className: "azuread",
    section: "AzureAdOAuthenticator",
    emailNames: true,
    traits: { ...oauthTraits, tenant: "tenant_id" },
    fixed: { username_claim: "preferred_username", scope: ["openid", "email", "profile"] },
    gives: ["claim"],
    claims: "user",
    address: { claim: "preferred_username" },
  },
  auth0: {
    ...byOAuth,
    className: "auth0",
    section: "Auth0OAuthenticator",
    emailNames: true,
    traits: { ...oauthTraits, domain: "auth0_domain" },
    fixed: { scope: ["openid", "email"] },
    gives: ["claim"],
    claims: "auth0_user",
    address: { claim: "email", verified: "email_verified" },
  },
  generic: {
    ...byOAuth,
    className: "generic-oauth",
    section: "GenericOAuthenticator",
    traits: {
      ...oauthTraits,
      "authorize-url": "authorize_url",
      "token-url": "token_url",
      "userdata-url": "userdata_url",
      "id-token": "userdata_from_id_token",
      scope: "scope",
    },
    gives: ["claim"],
    claims: "oauth_user",
    address: { claim: "email", verified: "email_verified" },
  },
  bitbucket: { ...byOAuth, className: "bitbucket", section: "BitbucketOAuthenticator" },
  globus: { ...byOAuth, className: "globus", section: "GlobusOAuthenticator" },
  openshift: {
    ...byOAuth,
    className: "openshift",
    section: "OpenShiftOAuthenticator",
    emailNames: "either",
    traits: { url: "openshift_url" },
    gives: ["claim"],
    claims: "openshift_user",
  },
  mediawiki: {
    ...byOAuth,
    className: "mediawiki",
    section: "MWOAuthenticator",
    emailNames: "either",
    keepsCase: true,
    traits: { ...oauthTraits, url: "mw_index_url" },
    gives: ["claim"],
    claims: "MEDIAWIKI_USER_IDENTITY",
  },
  lti: {
    ...withoutOAuth,
    className: "ltiauthenticator.lti13.auth.LTI13Authenticator",
    section: "LTI13Authenticator",
    emailNames: true,
    traits: { "authorize-url": "authorize_url", "jwks-url": "jwks_endpoint" },
    fixed: { username_key: "email", uri_scheme: "https" },
    gives: ["lti", "claim"],
    claims: "",
    address: { claim: "email" },
  },
  ldap: {
    ...withoutOAuth,
    className: "ldap",
    section: "LDAPAuthenticator",
    traits: {
      server: "server_address",
      port: "server_port",
      bind: "bind_dn_template",
      "search-base": "user_search_base",
      "search-user": "lookup_dn_search_user",
      "search-attribute": "user_attribute",
    },
    secretTraits: { "search-password": "lookup_dn_search_password" },
    gives: ["claim"],
    claims: "user_attributes",
  },
  native: {
    ...withoutOAuth,
    className: "native",
    section: "NativeAuthenticator",
    emailNames: "either",
    traits: { signup: "enable_signup" },
    fixed: {
      open_signup: false,
      check_common_password: true,
      minimum_password_length: 10,
      allowed_failed_logins: 5,
      seconds_before_next_try: 600,
    },
  },
  "shared-password": {
    ...withoutOAuth,
    className: "shared-password",
    section: "SharedPasswordAuthenticator",
    emailNames: "either",
    secretTraits: { password: "user_password", "admin-password": "admin_password" },
  },
  dummy: { ...withoutOAuth, className: "dummy", section: "DummyAuthenticator" },
};

/** LTI 1.1 is another class, without an issuer (ltiauthenticator 1.6.3, lti11/auth.py). */
export const lti11 = {
  className: "ltiauthenticator.lti11.auth.LTI11Authenticator",
  section: "LTI11Authenticator",
  usernameKey: "lis_person_contact_email_primary",
} as const;

const ltiPaths = {
  new: ["/hub/lti13/oauth_login", "/hub/lti13/oauth_callback", "/hub/lti13/config"],
  old: ["/hub/lti/launch", "/hub/lti11/config"],
} as const;

/** The hub's addresses, without its domain, that a provider is given: where it sends people back to, or its launches. */
export function signInPaths(variant: string, settings: Readonly<Record<string, unknown>>): readonly string[] {
  if (variant === "lti") return settings["consumer-key"] === undefined ? ltiPaths.new : ltiPaths.old;
  return authenticators[variant]?.oauth ? ["/hub/oauth_callback"] : [];
}

/** Rules that JupyterHub has for the shared passwords, in characters (jupyterhub 5.5, authenticators/shared.py). */
export const sharedPasswordLengths = { user: 8, admin: 32 } as const;
