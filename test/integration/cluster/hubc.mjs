// What the parts of the test share: programs in folders of their own, and `hubc` as somebody at a shell runs it.
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { runAside } from "./run-aside.mjs";
import { projectRoot, tools } from "./setup.mjs";

export const chart = join(projectRoot, "test/integration/cluster/chart");
export const cli = join(projectRoot, "dist/cli.js");

/** A copy of an example. */
export function example(name, folder) {
  const place = join(folder, `${name}-${Math.random().toString(36).slice(2)}`);
  cpSync(join(projectRoot, "examples", name), place, { recursive: true });
  return place;
}

/** A program of one hub, on a cluster that exists, in a folder of its own. `hub` and `more` are lines. */
export function program(folder, name, { hub = "", more = "", course = "", homes = '10.0.0.2' } = {}) {
  const place = join(folder, name);
  mkdirSync(place, { recursive: true });
  writeFileSync(
    join(place, "main.hub"),
    `project ${name} {}
image base extends std.jupyterlab {}
provider kubernetes campus {
  context = "test"
  pool core  { label = "pool=core"   nodes = 1..2  memory = 16GiB  cpu = 4 }
  pool users { label = "pool=users"  nodes = 1..9  memory = 64GiB  cpu = 16 }
}
storage nfs homes { server = "${homes}"  export = "/homes" }
hub ${name} {
  provider = campus
  homes    = homes
  domain   = "${name}.example.edu"
  admins   = ["oski"]
  auth github {
    organizations = ["campus"]
    client-id     = secret("${name}/id")
    client-secret = secret("${name}/secret")
  }
${hub}
  stage prod { release = "${name}"  namespace = "${name}" }
}
course stats {
  title    = "Statistics"
  hub      = ${name}
  image    = base
  term     = 2026-08-26 .. 2026-12-18
  students = 40
  pool     = campus.users
  memory   = 1GiB .. 2GiB
${course}
}
${more}
`,
  );
  return place;
}

/** How `hubc` ended. */
export function hubc(plane, argv, { cwd, kubeconfig = plane.testConfig, env = {}, during } = {}) {
  const own = { KUBECONFIG: kubeconfig, PATH: `${tools}${delimiter}${process.env.PATH}` };
  return runAside(process.execPath, [cli, ...argv], { cwd, env: { ...process.env, ...own, ...env }, during });
}

/** Deploys a program with the stand-in of the chart. */
export function deploy(plane, cwd, more = [], options = {}) {
  const usual = { "--chart": chart, "--timeout": "60s" };
  const words = Object.entries(usual).flatMap(([option, value]) => (more.includes(option) ? [] : [option, value]));
  return hubc(plane, ["deploy", "--yes", "--on", "2026-10-05", ...words, ...more], { cwd, ...options });
}

/** A namespace with a Secret of these keys; the values are texts that are found wherever they get to. */
export function withSecret(plane, namespace, name, keys) {
  plane.kubectl(["create", "namespace", namespace]);
  plane.kubectl(["create", "secret", "generic", name, "--namespace", namespace, ...keys.map((key) => `--from-literal=${key}=${secretValue}-${key}`)]);
}

export const secretValue = "SeenBySomebody7431";

/** What `run` ended with, where that is not what was expected. */
export function ended({ code, stdout, stderr }, expected = 0, ...said) {
  const text = stdout + stderr;
  const missing = said.filter((one) => (one instanceof RegExp ? !one.test(text) : !text.includes(one)));
  if (code === expected && missing.length === 0) return "";
  return `exit ${code}, expected ${expected}${missing.length > 0 ? `; not said: ${missing.join(" | ")}` : ""}\n${text}`;
}

/** Everything of a namespace and of the volumes that a deployment decides, without what a server notes. */
export function state(plane, namespace) {
  const kinds = "configmaps,deployments,services,roles,rolebindings,serviceaccounts,cronjobs,persistentvolumeclaims,networkpolicies";
  const { items } = JSON.parse(plane.kubectl(["get", kinds, "--namespace", namespace, "--output", "json"]));
  return items
    .filter(({ metadata }) => metadata.name !== "kube-root-ca.crt")
    .map(({ kind, metadata: { name, labels }, spec, data, rules }) => JSON.stringify([kind, name, labels, spec, data, rules]))
    .sort()
    .join("\n");
}
