// The Ingress of the chart: for any controller, and what those of the clouds need beside it to reach the hub's proxy at all.

import {
  amazonPrefix,
  classAnnotation,
  f5BodySize,
  google,
  issuerAnnotation,
  nginxBodySize,
  proxyHealth,
} from "../../knowledge/ingress-annotations.ts";
import { cloudController, googleConfigName, isCertificateOfCloud } from "../../model/ingress-controller.ts";
import { ingressSecret } from "../../model/needed-secrets.ts";
import type { Release } from "../../model/release.ts";
import type { Ingress } from "../../model/upkeep.ts";
import { withComment, withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import { unlimited } from "../../schema/values/quantities.ts";
import { from } from "./release-context.ts";

/** `ingress`. The certificate is the controller's, from a Secret of the release's namespace, or from the cloud. */
export function ingress(release: Release): YamlData {
  if (release.ingress === undefined) return undefined;
  const { class: className, issuer, annotations, span } = release.ingress;
  return withOrigin(
    {
      enabled: true,
      ingressClassName: className && cloudController(release.ingress) !== "google" ? from(className) : undefined,
      annotations: {
        ...ofController(release.ingress, release),
        [issuerAnnotation]: issuer && from(issuer),
        ...Object.fromEntries(annotations.map(({ key, value }) => [key, from(value)])),
      },
      hosts: [from(release.domain)],
      tls: certificate(release.ingress, release),
    },
    span,
  );
}

function certificate(ingress: Ingress, release: Release): YamlData {
  if (!ingress.tls.value) return undefined;
  const hosts = [from(release.domain)];
  if (!isCertificateOfCloud(ingress))
    return [{ hosts, secretName: withOrigin(ingressSecret(release), ingress.secret?.span ?? ingress.span) }];
  // Amazon's controller looks for certificates of these names.
  return cloudController(ingress) === "amazon" ? [{ hosts }] : undefined;
}

function ofController(ingress: Ingress, release: Release): Readonly<Record<string, YamlData>> {
  switch (cloudController(ingress)) {
    case "amazon":
      return amazon(ingress);
    case "google":
      return googles(ingress);
    case undefined:
      return { [nginxBodySize]: nginxUploads(ingress, release) };
  }
}

/** AWS Load Balancer Controller 2.13, Ingress annotations. */
function amazon({ tls }: Ingress): Record<string, YamlData> {
  return {
    [`${amazonPrefix}target-type`]: withComment(
      "ip",
      "The proxy's service has no port on nodes, which Amazon's controller looks for else.",
    ),
    [`${amazonPrefix}healthcheck-path`]: withComment(
      proxyHealth,
      "The hub's first page leads elsewhere, which counts as ill.",
    ),
    [`${amazonPrefix}load-balancer-attributes`]: withComment(
      "idle_timeout.timeout_seconds=3600",
      "Amazon's load balancer closes what is quiet for a minute, such as a terminal that nobody types in.",
    ),
    ...(tls.value
      ? {
          [`${amazonPrefix}listen-ports`]: '[{"HTTP": 80}, {"HTTPS": 443}]',
          [`${amazonPrefix}ssl-redirect`]: "443",
        }
      : {}),
  };
}

function googles({ class: said, tls }: Ingress): Record<string, YamlData> {
  const isInternal = said?.value === "gce-internal";
  const redirect = isInternal ? { [google.plain]: "false" } : { [google.frontend]: googleConfigName };
  return { [classAnnotation]: said && from(said), ...(tls.value ? redirect : {}) };
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
