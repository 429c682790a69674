// Keys of older charts, and where later ones have them. Sources: zero-to-jupyterhub-k8s 1.0.0, jupyterhub/templates/_helpers-auth-rework.tpl
// (the table by which that chart tells how to write `auth` anew) and NOTES.txt; 2.0.0, NOTES.txt; 0.10.0, CHANGELOG.md (`proxy.chp`, `proxy.traefik`).

import lists from "./old-chart-keys.txt";
import { pairsIn, wordLists } from "./word-lists.ts";

/** How the value is written at its new place. */
type Rewrite = "as-is" | "opposite" | "as-list" | "as-list-if-one" | "as-named-text";

export interface OldKey {
  readonly from: readonly string[];
  /** Each place that has it now. */
  readonly to: readonly (readonly string[])[];
  readonly how: Rewrite;
}

const list = wordLists(lists);

const sections = pairsIn(list("sections"));

/** What `auth.type` is called as a class, and the class whose traits `clientId` and the like are. */
export const oldSignIns: Readonly<Record<string, { readonly name: string; readonly section: string | undefined }>> =
  Object.fromEntries(
    [...pairsIn(list("sign-ins"))].map(([type, name]) => [type, { name, section: sections.get(type) }]),
  );

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
  ...Array.from(pairsIn(list("traits")), ([name, trait]) => keyMoved(`auth.${name}`, [`hub.config.${trait}`])),
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
