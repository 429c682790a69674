// Sign-in variants: the authenticator class of each, its configuration section and its traits.
// Source: oauthenticator 17.4.0 and jupyterhub 5.5.0, as pinned by the hub image of chart 4.4.0; canvasoauthenticator 12fcbbb (2025-05-22).

export interface Authenticator {
  /** `JupyterHub.authenticator_class`: an entry point's name, or a class path. */
  readonly className: string;
  /** The section of `hub.config` that configures it. */
  readonly section: string;
  readonly oauth: boolean;
  /** Usernames are e-mail addresses, unless a domain is stripped. */
  readonly emailNames: boolean;
  /** What the sign-in button says, where the class does not say it well. */
  readonly loginService?: string;
  /** Settings of the vocabulary to traits of the class. */
  readonly traits: Readonly<Record<string, string>>;
  /** Traits that always hold. */
  readonly fixed: Readonly<Record<string, string | boolean | readonly string[]>>;
  /** A Python package that the chart's hub image lacks, as a requirement that pip installs without git. */
  readonly needs?: { readonly requirement: string; readonly note: string };
}

const oauthTraits = { username: "username_claim" } as const;

export const authenticators: Readonly<Record<string, Authenticator>> = {
  google: {
    className: "google",
    section: "GoogleOAuthenticator",
    oauth: true,
    emailNames: true,
    traits: { ...oauthTraits, "hosted-domains": "hosted_domain" },
    fixed: {},
  },
  canvas: {
    className: "canvasoauthenticator.CanvasOAuthenticator",
    section: "CanvasOAuthenticator",
    oauth: true,
    emailNames: true,
    loginService: "Canvas",
    traits: { ...oauthTraits, url: "canvas_url", "strip-domain": "strip_email_domain" },
    fixed: {
      username_claim: "primary_email",
      scope: ["url:GET|/api/v1/users/:user_id/profile", "url:GET|/api/v1/courses"],
    },
    needs: {
      requirement:
        "https://github.com/ryanlovett/canvasoauthenticator/archive/12fcbbb4452cdee8d5f7b0d48eb816e54c9cb0af.zip",
      note: "canvasoauthenticator, which the chart's own hub image does not hold",
    },
  },
  github: {
    className: "github",
    section: "GitHubOAuthenticator",
    oauth: true,
    emailNames: false,
    traits: { ...oauthTraits, organizations: "allowed_organizations" },
    fixed: { scope: ["read:org"] },
  },
  gitlab: {
    className: "gitlab",
    section: "GitLabOAuthenticator",
    oauth: true,
    emailNames: false,
    traits: { ...oauthTraits, url: "gitlab_url" },
    fixed: {},
  },
  cilogon: {
    className: "cilogon",
    section: "CILogonOAuthenticator",
    oauth: true,
    emailNames: true,
    traits: {},
    fixed: {},
  },
  azure: {
    className: "azuread",
    section: "AzureAdOAuthenticator",
    oauth: true,
    emailNames: true,
    traits: { ...oauthTraits, tenant: "tenant_id" },
    fixed: { username_claim: "preferred_username", scope: ["openid", "email", "profile"] },
  },
  auth0: {
    className: "auth0",
    section: "Auth0OAuthenticator",
    oauth: true,
    emailNames: true,
    traits: { ...oauthTraits, domain: "auth0_domain" },
    fixed: { scope: ["openid", "email"] },
  },
  generic: {
    className: "generic-oauth",
    section: "GenericOAuthenticator",
    oauth: true,
    emailNames: false,
    traits: {
      ...oauthTraits,
      "authorize-url": "authorize_url",
      "token-url": "token_url",
      "userdata-url": "userdata_url",
      scope: "scope",
      "login-service": "login_service",
    },
    fixed: {},
  },
  bitbucket: {
    className: "bitbucket",
    section: "BitbucketOAuthenticator",
    oauth: true,
    emailNames: false,
    traits: oauthTraits,
    fixed: {},
  },
  globus: {
    className: "globus",
    section: "GlobusOAuthenticator",
    oauth: true,
    emailNames: false,
    traits: oauthTraits,
    fixed: {},
  },
  dummy: { className: "dummy", section: "DummyAuthenticator", oauth: false, emailNames: false, traits: {}, fixed: {} },
};
