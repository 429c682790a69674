// How the hub's proxy is reached: https by the hub itself, an ingress in front of it, or something else that ends TLS.

import { metadataServer } from "../../knowledge/chart.ts";
import { google } from "../../knowledge/ingress-annotations.ts";
import { cloudController, googleConfigName } from "../../model/ingress-controller.ts";
import type { NamedLabel, Peer } from "../../model/peers.ts";
import type { Release } from "../../model/release.ts";
import { withComment, withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import type { OwnPod } from "../../schema/blocks/own-pods.ts";
import { networkHolds } from "../../schema/values/network-range.ts";
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
  if (release.ingress) {
    const isGoogle = cloudController(release.ingress) === "google";
    const annotations = isGoogle ? { [google.backend]: `{"default": "${googleConfigName}"}` } : undefined;
    return withOrigin({ type: "ClusterIP", annotations }, release.ingress.span);
  }
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
  const { https } = release;
  const hosts = [from(release.domain), ...(https?.hosts ?? []).map((one) => from(one))];
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
  if (https?.offload?.value) return withOrigin({ enabled: true, type: "offload" }, https.offload.span);
  // A chart around this one may say how it is, and the hub says nothing of it.
  return release.umbrella === undefined ? { enabled: false } : undefined;
}

// Rules of network policies, as Kubernetes has them (networking.k8s.io/v1, 1.34).

/** The label that Kubernetes gives each namespace (1.22 and later). */
const namespaceLabel = "kubernetes.io/metadata.name";

/** A rule for what leaves servers. */
export function egressRule(peer: Peer, options: { readonly metadataIsBlocked: boolean }): YamlData {
  return withOrigin({ to: peersOf(peer, options.metadataIsBlocked), ports: portsOf(peer) }, peer.span);
}

/** A rule for what reaches the hub. */
export function ingressRule(peer: Peer): YamlData {
  return withOrigin({ from: peersOf(peer, false), ports: portsOf(peer) }, peer.span);
}

function portsOf({ ports }: Peer): YamlData {
  return ports.length === 0
    ? undefined
    : ports.map((one) => from(one, { port: one.value.port, protocol: one.value.protocol }));
}

/** The pods, and the networks beside them. */
function peersOf(peer: Peer, metadataIsBlocked: boolean): YamlData[] {
  const blocks = peer.networks.map((network) => {
    const inside = peer.except.filter(({ value }) => isInside(value, network.value));
    const isOpen =
      metadataIsBlocked &&
      networkHolds(network.value, metadataServer) &&
      !inside.some(({ value }) => networkHolds(value, metadataServer));
    const except = [...inside.map((one) => from(one)), ...(isOpen ? [`${metadataServer}/32`] : [])];
    return {
      ipBlock: withOrigin({ cidr: network.value, except: except.length > 0 ? except : undefined }, network.span),
    };
  });
  const { namespace, namespaces, pods } = peer;
  if (namespace === undefined && namespaces.length === 0 && pods.length === 0) return blocks;
  const named = namespace === undefined ? [] : [[namespaceLabel, from(namespace)] as const];
  const ofNamespace = Object.fromEntries([...named, ...labelsOf(namespaces)]);
  const selected = {
    namespaceSelector: Object.keys(ofNamespace).length > 0 ? { matchLabels: ofNamespace } : undefined,
    podSelector: pods.length > 0 ? { matchLabels: Object.fromEntries(labelsOf(pods)) } : undefined,
  };
  return [selected, ...blocks];
}

function labelsOf(labels: readonly NamedLabel[]): (readonly [string, YamlData])[] {
  return labels.map(({ key, value }) => [key, from(value)] as const);
}

/** Kubernetes takes only exceptions that lie in the network (1.34, validation of `ipBlock.except`). */
function isInside(network: string, outer: string): boolean {
  const [address = ""] = network.split("/");
  return networkHolds(outer, address);
}
