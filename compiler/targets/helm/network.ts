// How people reach the hub: https by the hub itself, an ingress in front of it, or something else that ends TLS.

import { f5BodySize, issuerAnnotation, nginxBodySize } from "../../knowledge/ingress-annotations.ts";
import type { Release } from "../../model/model.ts";
import { ingressSecret } from "../../model/needed-secrets.ts";
import type { Ingress } from "../../model/upkeep.ts";
import { withComment, withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import type { OwnPod } from "../../schema/blocks/own-pods.ts";
import { unlimited } from "../../schema/values/unlimited.ts";
import { podResources } from "./own-pods.ts";
import { coreSelector } from "./pools.ts";
import { from, type ReleaseContext } from "./release-context.ts";

/** `proxy`. */
export function proxy({ release }: ReleaseContext): YamlData {
  const core = coreSelector(release);
  const pod = (name: OwnPod) => {
    const resources = podResources(release, name);
    const runs = name === "proxy" || (name === "traefik" && release.https?.letsencrypt !== undefined);
    const nodeSelector = runs ? core : undefined;
    return resources === undefined && nodeSelector === undefined ? undefined : { nodeSelector, resources };
  };
  return {
    service: service(release),
    https: https(release),
    chp: pod("proxy"),
    traefik: pod("traefik"),
    secretSync: pod("secret-sync"),
  };
}

/** How the proxy is reached, where the chart's load balancer does not do as it is. */
function service(release: Release): YamlData {
  if (release.ingress) return withOrigin({ type: "ClusterIP" }, release.ingress.span);
  const { ports } = release;
  if (ports)
    return withComment(
      withOrigin(
        { type: "NodePort", nodePorts: { http: ports.http.node, https: ports.https.node } },
        release.provider.span,
      ),
      "kind has no load balancer; its cluster.yaml binds these ports to the machine's.",
    );
  if (release.provider.variant !== "eks") return undefined;
  return withComment(
    withOrigin({ annotations: { [elbIdleTimeout]: "3600" } }, release.provider.span),
    "Amazon's load balancer closes what is quiet for a minute, such as a terminal that nobody types in.",
  );
}

/** In seconds, 60 unless said (AWS annotations of Services, kubernetes/cloud-provider-aws). */
const elbIdleTimeout = "service.beta.kubernetes.io/aws-load-balancer-connection-idle-timeout";

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
  // A chart around this one may say how it is, and the hub says nothing of it.
  return release.umbrella === undefined ? { enabled: false } : undefined;
}

/** `ingress`. The certificate is the controller's, from a Secret of the release's namespace. */
export function ingress(release: Release): YamlData {
  if (release.ingress === undefined) return undefined;
  const { class: className, secret, issuer, tls, annotations, span } = release.ingress;
  return withOrigin(
    {
      enabled: true,
      ingressClassName: className && from(className),
      annotations: {
        [nginxBodySize]: nginxUploads(release.ingress, release),
        [issuerAnnotation]: issuer && from(issuer),
        ...Object.fromEntries(annotations.map(({ key, value }) => [key, from(value)])),
      },
      hosts: [from(release.domain)],
      tls: tls.value
        ? [{ hosts: [from(release.domain)], secretName: withOrigin(ingressSecret(release), secret?.span ?? span) }]
        : undefined,
    },
    span,
  );
}

/** The size that Jupyter Server itself takes (jupyter_server 2, `ServerApp.max_body_size`: 512 MiB), where the hub says none. */
const bodySize = 512 * 2 ** 20;

/** What ingress-nginx lets through. Where the controller is NGINX Inc.'s own, by its annotation, it says so itself. */
function nginxUploads({ bodySize: said, annotations }: Ingress, { umbrella }: Release): YamlData {
  if (said !== undefined) return from(said, nginxSize(said.value));
  // A chart around this one has its own, for the controller of its cluster.
  if (umbrella !== undefined) return undefined;
  if (annotations.some(({ key }) => key === f5BodySize)) return undefined;
  return withComment(
    nginxSize(bodySize),
    "nginx takes 1 MB unless told, which uploads and notebooks with pictures exceed. Other controllers ignore it.",
  );
}

/** nginx counts `m` and `k` by 1024, and takes 0 for no limit (ngx_http_core_module, client_max_body_size). */
function nginxSize(bytes: number): string {
  if (bytes === unlimited) return "0";
  if (bytes % 2 ** 20 === 0) return `${bytes / 2 ** 20}m`;
  return bytes % 2 ** 10 === 0 ? `${bytes / 2 ** 10}k` : String(bytes);
}
