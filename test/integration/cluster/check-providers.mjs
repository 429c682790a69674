// One program on each kind of provider, with the storage that its cloud has: deployed, changed, deployed again, each by its own cloud's context, by
// hubc and by the script. `HUBC_PROGRAMS=FOLDER` does the same with programs of a folder: each file with a provider, with the files that have none.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { script } from "./check-script.mjs";
import { makeReady } from "./control-plane.mjs";
import { deploy, ended, hubc, state, withSecret } from "./hubc.mjs";

/** By what their hubs are called: the provider and the storage of homes. */
const places = {
  gke: [
    'gke cluster {\n  project = "campus"  region = "us-central1"  cluster = "hub"\n  pool core { machine = "e2-standard-4"  nodes = 1..2 }\n  pool users { machine = "n2-highmem-4"  nodes = 0..10 }\n}',
    "filestore homes { tier = zonal  size = 1TiB }",
  ],
  "gke-disks": [
    'gke cluster {\n  project = "campus"  zone = "us-central1-b"  cluster = "hub"\n  pool core { machine = "e2-standard-4"  nodes = 1..2 }\n  pool users { machine = "n2-highmem-4"  nodes = 0..10 }\n}',
    'dynamic homes { class = "standard-rwo"  size = 10GiB }',
  ],
  eks: [
    'eks cluster {\n  account = "123456789012"  region = "us-west-2"  cluster = "hub"\n  pool core { machine = "m5.xlarge"  nodes = 1..2 }\n  pool users { machine = "r5.xlarge"  nodes = 0..10 }\n}',
    'efs homes { filesystem = "fs-0123456789abcdef0" }',
  ],
  aks: [
    'aks cluster {\n  subscription = "00000000-0000-0000-0000-000000000000"  resource-group = "hub"  location = "westus2"  cluster = "hub"\n  pool core { machine = "Standard_D4s_v5"  nodes = 1..2 }\n  pool users { machine = "Standard_E4s_v5"  nodes = 0..10 }\n}',
    'azure-files homes { account = "campushub"  share = "homes"  protocol = nfs  size = 500GiB }',
  ],
  k3s: [
    'k3s cluster {\n  pool core { hosts = ["lab-1"]  memory = 32GiB  cpu = 8 }\n  pool users { hosts = ["lab-2", "lab-3"]  memory = 128GiB  cpu = 32 }\n}',
    'nfs homes { server = "192.168.1.10"  export = "/export/homes" }',
  ],
  kind: ["kind cluster {}", "dynamic homes { size = 1GiB }"],
};

export async function checkProviders({ plane, folder, check }) {
  const nodes = makeReady(plane);
  try {
    for (const [name, [provider, storage]] of Object.entries(places)) {
      const text = ownProgram(`on-${name}`, `provider ${provider}\nstorage ${storage}`);
      await checkProgram({ plane, cwd: join(folder, `on-${name}`), check, title: name, text });
    }
    await checkBrought({ plane, folder, check, from: process.env.HUBC_PROGRAMS });
  } finally {
    await nodes.end();
  }
}

/** Programs that somebody brings; the ones above have to be of the same shapes, since only those are tried everywhere. */
async function checkBrought({ plane, folder, check, from }) {
  if (from === undefined || !existsSync(from)) {
    console.log(`      no programs of others are tried: ${from === undefined ? "HUBC_PROGRAMS names no folder" : `there is no ${from}`}`);
    return;
  }
  const texts = readdirSync(from).filter((file) => file.endsWith(".hub")).sort().map((file) => [file.replace(/\.hub$/, ""), readFileSync(join(from, file), "utf8")]);
  const shared = texts.filter(([, text]) => shapeOf(text) === undefined).map(([, text]) => text);
  const programs = texts.filter(([, text]) => shapeOf(text) !== undefined);
  const own = new Set(Object.values(places).map(([provider, storage]) => shapeOf(`provider ${provider}\nstorage ${storage}`)));
  for (const [name, text] of programs) {
    check(`brought, ${name}: a program of the test's has its shape`, own.has(shapeOf(text)) ? "" : shapeOf(text));
    const hub = `brought-${name}`;
    const renamed = shared.join("\n").replaceAll(/^hub \S+/gm, `hub ${hub}`).replaceAll(/\bhub( +)= \S+/g, `hub$1= ${hub}`);
    await checkProgram({ plane, cwd: join(folder, hub), check, title: `brought, ${name}`, text: `${renamed}\n${text}` });
  }
  console.log(`      ${programs.length} programs of ${from}`);
}

/** The provider's kind and that of its storage. */
function shapeOf(text) {
  const [, provider] = /^provider (\S+)/m.exec(text) ?? [];
  const [, storage] = /^storage (\S+)/m.exec(text) ?? [];
  return provider === undefined ? undefined : `${provider} with ${storage}`;
}

/** Deployed by hubc, changed by the script, and back by hubc; another cluster's context is refused by both. */
async function checkProgram({ plane, cwd, check, title, text }) {
  const put = (hub, course) => {
    mkdirSync(cwd, { recursive: true });
    writeFileSync(join(cwd, "main.hub"), text.replace(/^hub .*\{$/m, `$&\n${hub}`).replace(/^course .*\{$/m, `$&\n${course}`));
  };
  put("", "");
  const [, hub] = /^hub (\S+)/m.exec(text);
  const built = await hubc(plane, ["build", "--force", "--on", "2026-10-05"], { cwd });
  if (built.code !== 0) return check(`${title}: built`, ended(built));
  const { secret, namespace, keys } = JSON.parse(readFileSync(join(cwd, "out/hubs", hub, "prod/secrets.json"), "utf8"));
  withSecret(plane, namespace, secret, keys.map(({ key }) => key));
  // Machines of one's own have no name in a kubeconfig, and only clouds' clusters are refused.
  const elsewhere = plane.kubeconfig(`elsewhere-${hub}.kubeconfig`, plane.adminToken, "gke_other_us-east1_hub");
  const refused = await hubc(plane, ["deploy", "--dry-run", "--on", "2026-10-05"], { cwd, kubeconfig: elsewhere });
  const [, context = "lab"] = /that one is `([^`]+)`/.exec(refused.stderr) ?? [];
  check(`${title}: another cluster's context is refused`, ended(refused, 2, "Choose its context with --context"));
  check(`${title}: by the script too`, ended(await script(plane, cwd, { env: { KUBECONFIG: elsewhere }, built: true }), 2, refused.stderr.replace(/^hubc: /, "").trim()));
  const kubeconfig = plane.kubeconfig(`${hub}.kubeconfig`, plane.adminToken, context);
  const run = () => deploy(plane, cwd, [], { kubeconfig });
  check(`${title}: deployed`, ended(await run(), 0, `${hub}-prod is deployed`));
  const before = state(plane, namespace);
  put('  announcement = "Welcome"', "  lecture main { days = [mon]  time = 10:00 .. 11:00 }");
  check(`${title}: changed, by the script`, ended(await script(plane, cwd, { env: { KUBECONFIG: kubeconfig } }), 0, "has been upgraded") || (state(plane, namespace) === before ? "nothing changed" : ""));
  put("", "");
  check(`${title}: and back, to the same state`, ended(await run()) || (state(plane, namespace) === before ? "" : `${before}\n\n${state(plane, namespace)}`));
}

function ownProgram(hub, place) {
  return `project ${hub} { registry = "ghcr.io/campus/hubs" }
${place}
image base { base = "quay.io/jupyter/scipy-notebook:2026-01-05" }
course intro {
  title  = "Introduction"
  hub    = ${hub}
  image  = base
  term   = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
  students = 40
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
}
`;
}
