// Rules of network policies, as Kubernetes has them (networking.k8s.io/v1, 1.34).

import { metadataServer } from "../../knowledge/chart.ts";
import type { NamedLabel, Peer } from "../../model/peers.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import { networkHolds } from "../../schema/values/network-range.ts";
import { from } from "./release-context.ts";

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
