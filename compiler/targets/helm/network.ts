// How people reach the hub: https by the hub itself, an ingress in front of it, or something else that ends TLS.

import type { Release } from "../../model/model.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import { coreSelector } from "./pools.ts";
import { from } from "./release-context.ts";

/** `proxy`. */
export function proxy(release: Release): YamlData {
  const core = coreSelector(release);
  const selected = core === undefined ? {} : { chp: { nodeSelector: core }, traefik: { nodeSelector: core } };
  const behind =
    release.ingress === undefined ? {} : { service: withOrigin({ type: "ClusterIP" }, release.ingress.span) };
  return { ...behind, https: https(release), ...selected };
}

function https(release: Release): YamlData {
  const hosts = [from(release.domain)];
  const { https } = release;
  if (https?.letsencrypt) {
    return withOrigin(
      { enabled: true, type: "letsencrypt", hosts, letsencrypt: { contactEmail: from(https.letsencrypt) } },
      https.letsencrypt.span,
    );
  }
  if (https?.secret)
    return withOrigin(
      { enabled: true, type: "secret", hosts, secret: { name: from(https.secret) } },
      https.secret.span,
    );
  return { enabled: false };
}

/** `ingress`. The certificate is the controller's, from the Secret `<release>-tls`. */
export function ingress(release: Release): YamlData {
  if (release.ingress === undefined) return undefined;
  const { class: className, span } = release.ingress;
  return withOrigin(
    {
      enabled: true,
      ingressClassName: className && from(className),
      hosts: [from(release.domain)],
      tls: [{ hosts: [from(release.domain)], secretName: `${release.name}-tls` }],
    },
    span,
  );
}
