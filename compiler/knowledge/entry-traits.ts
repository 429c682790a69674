// Traits that let people in, or keep them out, beside those that every authenticator has. Each says of whom in words.
// Sources: `check_allowed`, `check_blocked_users` and `update_auth_model` of each class, oauthenticator 17.4.0, ldapauthenticator
// 2.0.2, nativeauthenticator 1.3.0 and jupyterhub 5.5.0, read 2026-11.

/** Traits that let in whom they name, beside all others who may enter; where everybody may, they do nothing. */
export const lettingTraits: Readonly<Record<string, string>> = {
  allow_self_approval_for: "accounts that approve themselves by an address that matches",
  allowed_gitlab_groups: "members of the GitLab group",
  allowed_globus_groups: "members of the Globus group",
  allowed_google_groups: "members of the Google group",
  allowed_groups: "members of the group",
  allowed_organizations: "members of the GitHub organization or team",
  allowed_project_ids: "members of the GitLab project",
  allowed_scopes: "people whose sign-in grants the scope",
  allowed_teams: "members of the Bitbucket team",
};

/** Traits that make admins of whom they name, who then may enter too. */
export const adminTraits: Readonly<Record<string, string>> = {
  admin_globus_groups: "members of the Globus group",
  admin_google_groups: "members of the Google group",
};

/** Traits whose items are paths or slugs, never a name as it is shown (the providers' documentation of their APIs, seen 2026-11). */
export const slugTraits: Readonly<Record<string, string>> = {
  allowed_gitlab_groups: "A group of GitLab",
  allowed_organizations: "A team of GitHub",
  allowed_teams: "A workspace of Bitbucket",
};

/** Code that may let in or keep out anybody: nobody can say it before the hub runs. */
export const decidingHooks = ["post_auth_hook", "modify_auth_state_hook", "refresh_user_hook"] as const;
