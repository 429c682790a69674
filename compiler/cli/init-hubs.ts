// The hub of a project that hubc init begins, by where it is to run. What only its owner knows stands in it as an example, with a comment that
// says so, and is listed by `toChange`.

/** Where a hub runs: in a cluster of one of the clouds, on machines of one's own, on a laptop, or elsewhere, run by others. */
export const places = ["laptop", "gke", "eks", "aks", "k3s", "external"] as const;
export type Place = (typeof places)[number];

export const isPlace = (text: string): text is Place => places.some((place) => place === text);

/** What a person chooses between, in their words. */
export const placeWords: Readonly<Record<Place, string>> = {
  laptop: "this machine, to try it out (kind)",
  gke: "Google Cloud (GKE)",
  eks: "Amazon Web Services (EKS)",
  aks: "Microsoft Azure (AKS)",
  k3s: "machines of your own (k3s)",
  external: "nowhere: the course is on a hub that somebody else runs",
};

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
export function hubText(place: Place, hub: HubTemplate): string {
  return texts[place](hub);
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

const laptop = ({ name, domain }: HubTemplate) => `# The JupyterHub that the course runs on.
hub ${name} {
  provider = laptop
  homes    = homes
  domain   = "${domain}"
  admins   = ["admin"]

  # For trying out only: anybody may sign in with any name. Before others can reach this hub, choose another:
  # auth google, auth github, auth canvas, auth cilogon …
  auth dummy { allow = everyone }

  cull { idle = 1h }
}

# A cluster on this machine (kind). hubc init --for gke (aks, eks, k3s) writes this file for another place.
provider kind laptop {
  pool users { nodes = 1..1  memory = 8GiB  cpu = 4 }
}

# Where everybody's work persists: a volume for each person.
storage dynamic homes {
  size = 1GiB
}
`;

/** The hub of a cluster that others can reach: by a sign-in of one's own, and with a certificate. */
function reachable({ name, domain }: HubTemplate): string {
  const institution = domain.split(".").slice(-2).join(".");
  return `# The JupyterHub that the course runs on.
hub ${name} {
  provider = cloud
  homes    = homes
  domain   = "${domain}"                # an address of yours that leads to the cluster
  admins   = ["ada"]                            # usernames, as sign-in gives them

  # Others are auth github, auth canvas, auth cilogon, auth lti …: hubc explain hub.auth
  auth google {
    hosted-domains = ["${institution}"]           # whose addresses may sign in
    strip-domain   = "${institution}"
    client-id      = secret("google/client-id")
    client-secret  = secret("google/client-secret")
  }
  https { letsencrypt = "hub@${institution}" }    # who is told before the certificate ends

  cull { idle = 1h }
}

`;
}

const gke = (hub: HubTemplate) => `${reachable(hub)}# The cluster and its machines. Every value here is an example.
provider gke cloud {
  project = "campus-hubs"
  region  = "us-central1"
  cluster = "hubs"
  pool core  { machine = "n2-standard-4"  nodes = 1..2 }
  pool users { machine = "n2-highmem-8"   nodes = 0..10 }
}

# Where everybody's work persists: a Filestore share.
storage filestore homes {
  server = "10.0.0.2"
  share  = "homes"
}
`;

const eks = (hub: HubTemplate) => `${reachable(hub)}# The cluster and its machines. Every value here is an example.
provider eks cloud {
  account = "123456789012"
  region  = "us-west-2"
  cluster = "hub"
  pool core  { machine = "m5.xlarge"  nodes = 1..2   zones = ["us-west-2a"] }
  pool users { machine = "r5.xlarge"  nodes = 0..10  zones = ["us-west-2a", "us-west-2b"] }
}

# Where everybody's work persists: a file system of EFS.
storage efs homes {
  filesystem = "fs-0123456789abcdef0"
  path       = "{escaped_username}"
}
`;

const aks = (hub: HubTemplate) => `${reachable(hub)}# The cluster and its machines. Every value here is an example.
provider aks cloud {
  subscription   = "00000000-0000-0000-0000-000000000000"
  resource-group = "hub"
  location       = "westus2"
  cluster        = "hub"
  pool core  { machine = "Standard_D4s_v5"  nodes = 1..2 }
  pool users { machine = "Standard_E4s_v5"  nodes = 0..10 }
}

# Where everybody's work persists: Azure Files by NFS, so that permissions of files are kept.
storage azure-files homes {
  account  = "campushub"
  share    = "homes"
  protocol = nfs
  size     = 500GiB
}
`;

const k3s = (hub: HubTemplate) => `${reachable(hub)}# The machines. Every value here is an example.
provider k3s cloud {
  pool core  { hosts = ["lab-1"]           memory = 32GiB   cpu = 8 }
  pool users { hosts = ["lab-2", "lab-3"]  memory = 128GiB  cpu = 32 }
}

# Where everybody's work persists: a file server.
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
`;

const external = ({
  name,
  domain,
}: HubTemplate) => `# A hub that somebody else runs: hubc writes links, pages and images for its courses, and nothing for the hub itself.
hub ${name} {
  external = true
  domain   = "${domain}"  # the address that you open it by
  apps     = [lab]
}
`;

const texts: Readonly<Record<Place, (hub: HubTemplate) => string>> = { laptop, gke, eks, aks, k3s, external };
