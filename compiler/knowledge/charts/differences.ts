// What is other in older versions of the chart than in the newest, where it bears on what is written. Sources: files/hub/jupyterhub_config.py
// and values.yaml of each version; jupyterhub 4.1.6, 5.2.1 and 5.3.0; oauthenticator 16.3.1, 17.3.0 and 17.4.0; kubespawner 6.2.0.

import { type Chart, isBefore } from "./charts.ts";

/** Volumes and mounts of servers are maps, to which an override adds; lists, which it replaces, before 4.3. */
export function hasMountMaps({ version }: Chart): boolean {
  return !isBefore(version, "4.3.0");
}

/** CILogon's institutions have another name before oauthenticator 17.4. */
export function idpsTrait({ oauthenticator }: Chart): "idps" | "allowed_idps" {
  return isBefore(oauthenticator, "17.4.0") ? "allowed_idps" : "idps";
}

/** A version that something needs, and what an older one lacks. */
export interface Needed {
  readonly needs: string;
  readonly why: string;
}

/** Ways of signing in that older hubs have not, or not safely. */
export const neededBySignIn: Readonly<Record<string, Needed>> = {
  // canvasoauthenticator 12fcbbb has its groups by `auth_state_groups_key`, of OAuthenticator 17.
  canvas: { needs: "4.0.0", why: "Canvas's authenticator stands on OAuthenticator 17" },
  // ldapauthenticator 1.3.2 has no `tls_kwargs`, and checks no certificate.
  ldap: { needs: "4.0.0", why: "its LDAPAuthenticator does not check the directory's certificate" },
  "shared-password": { needs: "4.2.0", why: "JupyterHub has shared passwords since 5.3" },
};

/** OAuthenticator before 17 has no `get_user_groups` of every class, and JupyterHub 4 asks no authenticator for groups that it renews. */
export const needsForGroups: Needed = { needs: "4.0.0", why: "older authenticators don't say whose groups are whose" };

/** Placeholders get a node selector of their own by `scheduling.userPlaceholder.extraPodSpec`. */
export const needsForPlaceholders: Needed = {
  needs: "4.1.0",
  why: "an older chart can't send its placeholders to a pool",
};
