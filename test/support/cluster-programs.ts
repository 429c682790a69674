// One course and hub, and a cluster for them on each provider: pools for both purposes, disks, spot nodes, zones, names that need care.

import { compile } from "../../compiler/compile.ts";
import { renderText } from "../../compiler/diagnostics/render-text.ts";
import type { ProviderVariant } from "../../compiler/model/provider.ts";
import type { OutputFile } from "../../compiler/output/output-file.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

const course = `project p { registry = "ghcr.io/campus/hubs"  timezone = "America/Los_Angeles" }
course intro {
  title  = "Introduction to Computing"
  hub    = campus
  image  = intro
  term   = 2026-08-26 .. 2026-12-18
  peak   = 10
  memory = 1GiB .. 2GiB
  cpu    = 0.1 .. 2
  pool   = cluster.users
}
image intro extends std.jupyterlab { pip { nbgitpuller==1.3.0 } }
hub campus {
  provider = cluster
  homes    = homes
  domain   = "hub.example.edu"
  https { letsencrypt = "help@example.edu" }
  auth github {
    client-id     = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada", "grace"] }
  }
  stage staging { domain = "staging.example.edu" }
  stage prod { }
}
`;

const dynamic = "storage dynamic homes { size = 10GiB }\n";

/** The clusters, each with storage that belongs to it. */
export const clusterPrograms: Readonly<Record<ProviderVariant, string>> = {
  gke: `provider gke cluster {
  project = "campus"
  region  = "us-central1"
  cluster = "hub"
  pool core  { machine = "e2-standard-4"  nodes = 1..2 }
  pool users { machine = "n2-highmem-4"  nodes = 4..10  disk = 200GiB  spot = true  zones = ["us-central1-a", "us-central1-b"] }
}
storage dynamic homes { class = "standard-rwo"  size = 10GiB }
`,
  aks: `provider aks cluster {
  subscription   = "00000000-0000-0000-0000-000000000000"
  resource-group = "the hub's \${group}"
  location       = "westus2"
  cluster        = "hub"
  pool core  { machine = "Standard_D4s_v5"  nodes = 1..2 }
  pool users { machine = "Standard_E4s_v5"  nodes = 0..9 }
  pool large-memory-1 { machine = "Standard_E8s_v5"  nodes = 0..3  disk = 200GiB  spot = true  zones = ["1", "2"] }
  pool large-memory-10 { machine = "Standard_E8s_v5"  nodes = 0..3 }
}
storage azure-files homes { account = "campushub"  share = "homes"  protocol = nfs  size = 500GiB }
`.replace("${group}", "$GROUP"),
  eks: `provider eks cluster {
  account = "123456789012"
  region  = "us-west-2"
  cluster = "hub"
  pool core  { machine = "m5.xlarge"  nodes = 1..2 }
  pool users { machine = "r5.xlarge"  nodes = 0..9  disk = 200GiB  spot = true  zones = ["us-west-2a", "us-west-2b"] }
}
storage dynamic homes { class = "gp3"  size = 10GiB }
`,
  openstack: `provider openstack cluster {
  cloud    = "campus"
  cluster  = "hub"
  template = "kubernetes 1.34"
  pool core  { machine = "m1.medium"  nodes = 1..1 }
  pool users { machine = "m1.large"  nodes = 1..9  disk = 200GiB  zones = ["nova"] }
}
${dynamic}`,
  k3s: `provider k3s cluster {
  pool core  { hosts = ["lab-1"]  memory = 32GiB  cpu = 8 }
  pool users { hosts = ["lab-2", "lab-3"]  memory = 128GiB  cpu = 32 }
}
storage nfs homes { server = "192.168.1.10"  export = "/export/homes" }
`,
  kind: `provider kind cluster {
  pool core  { nodes = 1..1  memory = 8GiB  cpu = 4 }
  pool users { nodes = 2..2  memory = 8GiB  cpu = 4 }
}
${dynamic}`,
  kubernetes: `provider kubernetes cluster {
  context = "campus admin"
  pool core  { label = "role=core"  memory = 16GiB  cpu = 4  nodes = 1..1 }
  pool users { label = "role=users"  memory = 64GiB  cpu = 16  nodes = 0..4 }
}
storage host-path homes { directory = "/srv/homes"  on-every-host = true }
`,
};

/** All files of the program on a provider, after `change` to its text. @throws Error where it has errors. */
export function compileCluster(
  cluster: string,
  change: (program: string) => string = (program) => program,
): readonly OutputFile[] {
  const source = change(course + cluster);
  const on = checkedDate("2026-10-05") ?? 0;
  const { files, diagnostics } = compile({ files: [createSourceFile("p.hub", source)], assets: new Map() }, { on });
  if (diagnostics.some(({ severity }) => severity === "error")) throw new Error(renderText(diagnostics));
  return files;
}

/** The file of that path. @throws Error where there is none. */
export function fileAt(files: readonly OutputFile[], path: string): OutputFile {
  const file = files.find((one) => one.path === path);
  if (file === undefined) throw new Error(`no ${path} among ${files.map((one) => one.path).join(", ")}`);
  return file;
}
