// What Google's load balancer has to know of a hub behind it. It ends every connection after 30 seconds, those of kernels too, unless a
// BackendConfig says otherwise (GKE documentation, "Ingress configuration": backend service timeout).

import { proxyHealth } from "../../knowledge/ingress-annotations.ts";
import { cloudController, googleConfigName } from "../../model/ingress-controller.ts";
import type { Release } from "../../model/model.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { printYaml } from "../../output/print-yaml.ts";
import { withComment, type YamlData, yaml } from "../../output/yaml-tree.ts";

/** As long as a day: a notebook stays open while its reader is at work. Seconds. */
const connection = 86400;

/** `hubs/<hub>/<stage>/manifests/15-load-balancer.yaml`, where the ingress is of Google's controller. */
export function googleIngress(release: Release): OutputFile | undefined {
  const { ingress } = release;
  if (ingress === undefined || cloudController(ingress) !== "google") return undefined;
  const metadata = {
    name: googleConfigName,
    namespace: release.namespace,
    labels: { "app.kubernetes.io/managed-by": "hubc", "app.kubernetes.io/part-of": release.hub },
  };
  const backend: YamlData = {
    apiVersion: "cloud.google.com/v1",
    kind: "BackendConfig",
    metadata,
    spec: {
      timeoutSec: withComment(connection, "Seconds after which a connection ends, in use or not: 30 unless told."),
      healthCheck: { type: "HTTP", requestPath: proxyHealth },
    },
  };
  const frontend: YamlData = {
    apiVersion: "networking.gke.io/v1beta1",
    kind: "FrontendConfig",
    metadata,
    spec: { redirectToHttps: { enabled: true } },
  };
  const redirects = ingress.tls.value && ingress.class?.value !== "gce-internal";
  return {
    path: `${release.folder}/manifests/15-load-balancer.yaml`,
    ...printYaml(
      [backend, ...(redirects ? [frontend] : [])].map((object) => yaml(object)),
      {
        header: ["How Google's load balancer reaches the hub. Written by hubc."],
        origin: ingress.span,
      },
    ),
  };
}
