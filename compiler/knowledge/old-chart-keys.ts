// Keys of older charts, and where later ones have them. Sources: zero-to-jupyterhub-k8s 1.0.0, jupyterhub/templates/_helpers-auth-rework.tpl
// (the table by which that chart tells how to write `auth` anew) and NOTES.txt; 2.0.0, NOTES.txt; 0.10.0, CHANGELOG.md (`proxy.chp`, `proxy.traefik`).

/** How the value is written at its new place. */
type Rewrite = "as-is" | "opposite" | "as-list" | "as-list-if-one" | "as-named-text";

export interface OldKey {
  readonly from: readonly string[];
  /** Each place that has it now. */
  readonly to: readonly (readonly string[])[];
  readonly how: Rewrite;
}

/** Below `auth`, by the trait that each is; a list of them under several names. */
const traits: Readonly<Record<string, readonly string[]>> = {
  "OAuthenticator.scope": ["scopes"],
  "Authenticator.enable_auth_state": ["state.enabled"],
  "JupyterHub.admin_access": ["admin.access"],
  "Authenticator.admin_users": ["admin.users"],
  "Authenticator.allowed_users": ["whitelist.users", "allowedUsers"],
  "Authenticator.blocked_users": ["blacklist.users", "blockedUsers"],
  "GoogleOAuthenticator.login_service": ["google.loginService"],
  "GitHubOAuthenticator.allowed_organizations": [
    "github.orgWhitelist",
    "github.org_whitelist",
    "github.allowedOrganizations",
  ],
  "GitLabOAuthenticator.allowed_gitlab_groups": ["gitlab.gitlabGroupWhitelist", "gitlab.allowedGitlabGroups"],
  "GitLabOAuthenticator.allowed_project_ids": ["gitlab.gitlabProjectIdWhitelist", "gitlab.allowedProjectIds"],
  "GitLabOAuthenticator.gitlab_url": ["gitlab.gitlabUrl"],
  "AzureAdOAuthenticator.tenant_id": ["azuread.tenantId"],
  "AzureAdOAuthenticator.username_claim": ["azuread.usernameClaim"],
  "MWOAuthenticator.index_url": ["mediawiki.indexUrl"],
  "HMACAuthenticator.secret_key": ["hmac.secretKey"],
  "DummyAuthenticator.password": ["dummy.password"],
  "LTIAuthenticator.consumers": ["lti.consumers"],
  "LDAPAuthenticator.server_address": ["ldap.server.address"],
  "LDAPAuthenticator.server_port": ["ldap.server.port"],
  "LDAPAuthenticator.use_ssl": ["ldap.server.ssl"],
  "LDAPAuthenticator.allowed_groups": ["ldap.allowedGroups"],
  "LDAPAuthenticator.bind_dn_template": ["ldap.dn.templates"],
  "LDAPAuthenticator.lookup_dn": ["ldap.dn.lookup"],
  "LDAPAuthenticator.lookup_dn_search_filter": ["ldap.dn.search.filter"],
  "LDAPAuthenticator.lookup_dn_search_user": ["ldap.dn.search.user"],
  "LDAPAuthenticator.lookup_dn_search_password": ["ldap.dn.search.password"],
  "LDAPAuthenticator.lookup_dn_user_dn_attribute": ["ldap.dn.user.dnAttribute"],
  "LDAPAuthenticator.escape_userdn": ["ldap.dn.user.escape"],
  "LDAPAuthenticator.valid_username_regex": ["ldap.dn.user.validRegex"],
  "LDAPAuthenticator.user_search_base": ["ldap.dn.user.searchBase"],
  "LDAPAuthenticator.user_attribute": ["ldap.dn.user.attribute"],
  "LDAPAuthenticator.use_lookup_dn_username": ["ldap.dn.user.useLookupName"],
};

/** What `auth.type` is called as a class, and the class whose traits `clientId` and the like are. */
export const oldSignIns: Readonly<Record<string, { readonly name: string; readonly section?: string }>> = {
  google: { name: "google", section: "GoogleOAuthenticator" },
  github: { name: "github", section: "GitHubOAuthenticator" },
  cilogon: { name: "cilogon", section: "CILogonOAuthenticator" },
  gitlab: { name: "gitlab", section: "GitLabOAuthenticator" },
  azuread: { name: "azuread", section: "AzureAdOAuthenticator" },
  mediawiki: { name: "mediawiki", section: "MWOAuthenticator" },
  globus: { name: "globus", section: "GlobusOAuthenticator" },
  hmac: { name: "hmacauthenticator.HMACAuthenticator" },
  dummy: { name: "dummy" },
  tmp: { name: "tmpauthenticator.TmpAuthenticator" },
  lti: { name: "ltiauthenticator.LTIAuthenticator" },
  ldap: { name: "ldapauthenticator.LDAPAuthenticator" },
};

const ofOAuth = { clientId: "client_id", clientSecret: "client_secret", callbackUrl: "oauth_callback_url" };

const renamed: readonly (readonly [from: string, to: readonly string[], how?: Rewrite])[] = [
  ["auth.state.cryptoKey", ["hub.config.CryptKeeper.keys"], "as-list"],
  // One domain was taken as a list of it (oauthenticator 0.9, google.py).
  ["auth.google.hostedDomain", ["hub.config.GoogleOAuthenticator.hosted_domain"], "as-list-if-one"],
  ["hub.extraConfigMap", ["custom"]],
  ["hub.extraConfig", ["hub.extraConfig.extraConfig"], "as-named-text"],
  ["hub.uid", ["hub.containerSecurityContext.runAsUser"]],
  ["hub.fsGid", ["hub.podSecurityContext.fsGroup"]],
  ["proxy.containerSecurityContext", ["proxy.chp.containerSecurityContext"]],
  ["proxy.pdb", ["proxy.chp.pdb"]],
  ["proxy.networkPolicy", ["proxy.chp.networkPolicy"]],
  ["proxy.nodeSelector", ["proxy.chp.nodeSelector", "proxy.traefik.nodeSelector"]],
  ["singleuser.cloudMetadata.enabled", ["singleuser.cloudMetadata.blockWithIptables"], "opposite"],
  ["rbac.enabled", ["rbac.create"]],
];

/** All but `auth.type` and `auth.custom`, whose new place depends on their values. */
export const oldKeys: readonly OldKey[] = [
  ...Object.entries(traits).flatMap(([trait, names]) =>
    names.map((name) => keyMoved(`auth.${name}`, [`hub.config.${trait}`])),
  ),
  ...Object.entries(oldSignIns).flatMap(([type, { section }]) =>
    section === undefined
      ? []
      : Object.entries(ofOAuth).map(([name, trait]) =>
          keyMoved(`auth.${type}.${name}`, [`hub.config.${section}.${trait}`]),
        ),
  ),
  ...renamed.map(([from, to, how]) => keyMoved(from, to, how)),
];

function keyMoved(from: string, to: readonly string[], how: Rewrite = "as-is"): OldKey {
  return { from: from.split("."), to: to.map((path) => path.split(".")), how };
}
