// kind has no load balancer: each release answers on a port of the node, which the cluster's file binds to one of the machine.

import type { Release } from "./model.ts";
import type { NodePorts } from "./upkeep.ts";

/**
 * The ports of a release among those of its cluster; none behind an ingress, or where the cluster has load balancers. The first
 * stage for people, by name, has the usual ports 80 and 443, unless an ingress has them; the others have 8080, 8440 and those after them.
 */
export function nodePorts(release: Release, releases: readonly Release[]): NodePorts | undefined {
  if (release.provider.variant !== "kind" || release.ingress !== undefined) return undefined;
  const onIt = releases.filter((one) => one.provider.name === release.provider.name);
  const own = onIt
    .filter((one) => one.ingress === undefined)
    .sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
  const i = own.findIndex((one) => one.name === release.name);
  const usual = i === 0 && own.length === onIt.length;
  return {
    http: { node: 30080 + i, host: usual ? 80 : 8080 + i },
    https: { node: 30443 + i, host: usual ? 443 : 8440 + i },
  };
}

function rank(release: Release): number {
  return release.forPeople.value ? 0 : 1;
}
