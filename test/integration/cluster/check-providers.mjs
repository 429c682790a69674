// One program on each kind of provider, with the storage that its cloud has: deployed, changed, deployed again, each by its own cloud's context.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeReady } from "./control-plane.mjs";
import { deploy, ended, hubc, state, withSecret } from "./hubc.mjs";

const places = {
  gke: [
    'project = "campus"  region = "us-central1"  cluster = "hub"\n  pool core { machine = "e2-standard-4"  nodes = 1..2 }\n  pool users { machine = "n2-highmem-4"  nodes = 0..10 }',
    "storage filestore homes { tier = zonal  size = 1TiB }",
  ],
  eks: [
    'account = "123456789012"  region = "us-west-2"  cluster = "hub"\n  pool core { machine = "m5.xlarge"  nodes = 1..2 }\n  pool users { machine = "r5.xlarge"  nodes = 0..10 }',
    'storage efs homes { filesystem = "fs-0123456789abcdef0" }',
  ],
  aks: [
    'subscription = "00000000-0000-0000-0000-000000000000"  resource-group = "hub"  location = "westus2"  cluster = "hub"\n  pool core { machine = "Standard_D4s_v5"  nodes = 1..2 }\n  pool users { machine = "Standard_E4s_v5"  nodes = 0..10 }',
    'storage azure-files homes { account = "campushub"  share = "homes"  protocol = nfs  size = 500GiB }',
  ],
  k3s: [
    'pool core { hosts = ["lab-1"]  memory = 32GiB  cpu = 8 }\n  pool users { hosts = ["lab-2", "lab-3"]  memory = 128GiB  cpu = 32 }',
    'storage nfs homes { server = "192.168.1.10"  export = "/export/homes" }',
  ],
  kind: ["", "storage dynamic homes { size = 1GiB }"],
};

export async function checkProviders({ plane, folder, check }) {
  const nodes = makeReady(plane);
  try {
    for (const [variant, [settings, storage]] of Object.entries(places)) {
      const hub = `on-${variant}`;
      withSecret(plane, `${hub}-prod`, `hubc-${hub}`, ["github.id", "github.secret"]);
      const put = (more, course) => write(join(folder, hub), { hub, variant, settings, storage, more, course });
      const cwd = put("", "");
      const [, context] = /that one is `([^`]+)`/.exec((await hubc(plane, ["deploy", "--dry-run", "--on", "2026-10-05"], { cwd })).stderr) ?? [];
      check(`${variant}: another cluster's context is refused`, (context === undefined) === (variant === "k3s") ? "" : `its context is ${context}`);
      const kubeconfig = plane.kubeconfig(`${variant}.kubeconfig`, plane.adminToken, context ?? "lab");
      const run = () => deploy(plane, cwd, [], { kubeconfig });
      check(`${variant}: deployed`, ended(await run(), 0, `${hub}-prod is deployed`));
      const before = state(plane, `${hub}-prod`);
      put('  announcement = "Welcome"', "  lecture main { days = [mon]  time = 10:00 .. 11:00 }");
      check(`${variant}: changed`, ended(await run(), 0, "other values or another chart"));
      put("", "");
      check(`${variant}: and back, to the same state`, ended(await run()) || (state(plane, `${hub}-prod`) === before ? "" : `${before}\n\n${state(plane, `${hub}-prod`)}`));
    }
  } finally {
    await nodes.end();
  }
}

function write(cwd, { hub, variant, settings, storage, more, course }) {
  mkdirSync(cwd, { recursive: true });
  const text = `project ${hub} { registry = "ghcr.io/campus/hubs" }
provider ${variant} cluster {
  ${settings}
}
${storage}
image base { base = "quay.io/jupyter/scipy-notebook:2026-01-05" }
course intro {
  title  = "Introduction"
  hub    = ${hub}
  image  = base
  term   = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
  students = 40
${course}
}
hub ${hub} {
  provider = cluster
  homes    = homes
  domain   = "hub.example.edu"
  auth github {
    client-id     = secret("github/id")
    client-secret = secret("github/secret")
    allow { people = ["ada", "grace"] }
  }
${more}
}
`;
  writeFileSync(join(cwd, "main.hub"), text);
  return cwd;
}
