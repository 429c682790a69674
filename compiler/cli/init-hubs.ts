// The hub of a project that hubc init begins, by where it is to run. What only its owner knows stands in it as an example, with a comment that
// says so, and is listed by `toChange`.

import aks from "./init/aks.hub";
import eks from "./init/eks.hub";
import external from "./init/external.hub";
import gke from "./init/gke.hub";
import k3s from "./init/k3s.hub";
import laptop from "./init/laptop.hub";
import reachable from "./init/reachable.hub";
import type { Place } from "./init-places.ts";

export interface HubTemplate {
  /** Of the hub: lower-case letters, digits and `-`. */
  readonly name: string;
  /** The host that people open; an example's where it is not known yet. */
  readonly domain: string;
}

/** The domain where nobody named one. On a laptop browsers find it without any setting. */
export function usualDomain(place: Place): string {
  return place === "laptop" ? "hub.localhost" : "hub.example.edu";
}

/** The text of hub.hub. */
export function hubText(place: Place, { name, domain }: HubTemplate): string {
  const own: Readonly<Record<string, string>> = {
    NAME: name,
    DOMAIN: domain,
    INSTITUTION: domain.split(".").slice(-2).join("."),
  };
  return texts[place].replace(/\b(?:NAME|DOMAIN|INSTITUTION)\b/g, (word) => own[word] ?? word);
}

/** What in hub.hub is an example, and has to be changed before the hub is deployed. */
export function toChange(place: Place, domainIsKnown: boolean): readonly string[] {
  return [...(domainIsKnown || place === "laptop" ? [] : ["domain"]), ...examples[place]];
}

const ofAnyCluster = ["admins", "hosted-domains", "letsencrypt"];

const examples: Readonly<Record<Place, readonly string[]>> = {
  laptop: [],
  gke: [...ofAnyCluster, "project", "region", "cluster", "server"],
  eks: [...ofAnyCluster, "account", "region", "zones", "cluster", "filesystem"],
  aks: [...ofAnyCluster, "subscription", "resource-group", "location", "account"],
  k3s: [...ofAnyCluster, "hosts", "memory", "cpu", "server", "export"],
  external: [],
};

/** Hubs of a cluster that others can reach begin alike: by a sign-in of one's own, and with a certificate. */
const texts: Readonly<Record<Place, string>> = {
  laptop,
  gke: `${reachable}\n${gke}`,
  eks: `${reachable}\n${eks}`,
  aks: `${reachable}\n${aks}`,
  k3s: `${reachable}\n${k3s}`,
  external,
};
