// A release's deploy.sh, with kubectl and helm alone, does what `hubc deploy` does: it refuses another cluster, tries before it applies, holds the
// same lease, and keeps the same list of what was brought. Each takes over what the other has deployed, and what an earlier build's `kubectl
// apply` did.
import { readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { makeReady } from "./control-plane.mjs";
import { chart, deploy, ended, hubc, program, state, withSecret } from "./hubc.mjs";
import { runAside } from "./run-aside.mjs";
import { tools } from "./setup.mjs";

export async function checkScript({ plane, folder, check }) {
  const nodes = makeReady(plane);
  try {
    await checkBoth({ plane, folder, check });
    await checkContext({ plane, folder, check });
    await checkBrought({ plane, folder, check });
    await checkTogether({ plane, folder, check });
    await checkKilled({ plane, folder, check });
    await checkEarlier({ plane, folder, check });
  } finally {
    await nodes.end();
  }
}

const lecture = "  lecture main { days = [mon]  time = 10:00 .. 11:00 }";

async function checkBoth({ plane, folder, check }) {
  withSecret(plane, "script", "hubc-script", ["script.id", "script.secret"]);
  const plain = program(`${folder}/plain`, "script", { course: lecture });
  const other = program(`${folder}/moved`, "script", { hub: '  announcement = "Welcome"\n  backup { schedule = 03:00 }' });
  check("by hubc deploy", ended(await deploy(plane, plain)));
  const goal = state(plane, "script");
  const noted = data(plane, "script").objects;
  check("another program, by the script", ended(await script(plane, other), 0, "serverside-applied", "deleted"));
  check("and the first again, by the script", ended(await script(plane, plain)));
  check("which ends in the state that hubc deploy has made", withoutNotes(state(plane, "script")) === withoutNotes(goal) ? "" : `${goal}\n\n${state(plane, "script")}`);
  const left = data(plane, "script");
  check("the script notes what hubc deploy notes, and forgets which values were", left.objects === noted && left.values === undefined ? "" : JSON.stringify(left));
  const again = await deploy(plane, plain);
  check("hubc deploy takes it over, and changes nothing", ended(again, 0, "is upgraded") || (/^ {2}[~+-] (?!the release)/m.test(again.stderr) ? again.stderr : ""));
  check("and ends in the same state", state(plane, "script") === goal ? "" : "it differs");
  plane.kubectl(["patch", "cronjob", "room-stats-main", "--namespace", "script", "--type", "merge", "--patch", '{"spec":{"schedule":"0 1 * * *"}}']);
  const before = state(plane, "script");
  const revised = revision(plane);
  check("a field that somebody has set is refused by the script too, with who", ended(await script(plane, plain), 1, "kubectl-patch", ".spec.schedule"));
  check("before anything is applied", revision(plane) === revised && state(plane, "script") === before ? "" : "it was changed");
  await deploy(plane, plain, ["--force-conflicts"]);
  plane.kubectl(["delete", "secret", "hubc-script", "--namespace", "script"]);
  check("a Secret that is not there stops it at its beginning", ended(await script(plane, plain), 2, "hubc-script"));
}

async function checkContext({ plane, folder, check }) {
  withSecret(plane, "placed", "hubc-placed", ["placed.id", "placed.secret"]);
  const cwd = program(folder, "placed", { hub: notes("a") });
  const elsewhere = plane.kubeconfig("elsewhere.kubeconfig", plane.adminToken, "campus-2");
  const empty = state(plane, "placed");
  const refused = await script(plane, cwd, { env: { KUBECONFIG: elsewhere } });
  check("the script refuses another cluster, as hubc deploy does", ended(refused, 2, "The context `campus-2` leads to the cluster `campus-2`", "is not that of the provider `campus`: that one is `test`", "Choose its context with --context"));
  check("and applies nothing", state(plane, "placed") === empty ? "" : state(plane, "placed"));
  const both = [elsewhere, plane.testConfig].join(delimiter);
  check("a context that is not there", ended(await script(plane, cwd, { env: { KUBECONFIG: both }, words: ["--context", "nowhere"], built: true }), 1, "nowhere"));
  check("other words", ended(await script(plane, cwd, { words: ["--force"], built: true }), 2, "usage: deploy.sh"));
  const dry = await script(plane, cwd, { env: { KUBECONFIG: both }, words: ["--context", "test", "--dry-run"], built: true });
  check("--dry-run tries it on the server, and changes nothing", ended(dry, 0, "configmap/notes serverside-applied (server dry run)") || (state(plane, "placed") === empty ? "" : state(plane, "placed")));
  check("--context is another than the current one", ended(await script(plane, cwd, { env: { KUBECONFIG: both }, words: ["--context", "test"], built: true }), 0, "configmap/notes serverside-applied"));
}

/** Objects of the program's own are known by the list alone: they have no label of hubc's. */
async function checkBrought({ plane, folder, check }) {
  await checkKinds({ plane, folder, check });
  withSecret(plane, "brings", "hubc-brings", ["brings.id", "brings.secret"]);
  const more = 'storage nfs data { server = "10.0.0.4"  export = "/data" }';
  const mount = '  mount data { storage = data  folder = "data"  path = "/data" }';
  const put = (own, place) => program(`${folder}/${place}`, "brings", own ? { hub: `${notes("a")}\n${mount}`, more } : {});
  const [full, bare] = [put(true, "full"), put(false, "bare")];
  const has = (kind, name) => plane.kubectl(["get", kind, name, "--namespace", "brings", "--ignore-not-found", "--output", "name"]).trim() !== "";
  check("brought by the script", ended(await script(plane, full)) || (has("configmap", "notes") && has("pvc", "data") ? "" : "something is missing"));
  const run = await script(plane, bare);
  check("what is not written any more goes", ended(run) || (has("configmap", "notes") ? run.stdout : ""));
  const stays = ["`kubectl delete persistentvolumeclaim data --namespace brings` would remove it", "`kubectl delete persistentvolume brings-data` would remove it"];
  check("a volume and its claim stay, with the commands that would remove them", ended(run, 0, ...stays) || (has("pvc", "data") ? "" : "the claim went"));
  check("which hubc deploy tells again", ended(await deploy(plane, bare), 0, ...stays));
  check("brought by hubc deploy, it is removed by the script", ended(await deploy(plane, full)) || ended(await script(plane, bare)) || (has("configmap", "notes") ? "it is there" : ""));
  check("brought by the script, it is removed by hubc deploy", ended(await script(plane, full)) || ended(await deploy(plane, bare), 0, "- ConfigMap `notes`: not written any more, is removed") || (has("configmap", "notes") ? "it is there" : ""));
}

/** An object of a kind that only the cluster knows, with no namespace of its own: both put it into the release's, and know it as the same. */
async function checkKinds({ plane, folder, check }) {
  withSecret(plane, "own-kinds", "hubc-own-kinds", ["own-kinds.id", "own-kinds.secret"]);
  const version = { name: "v1", served: true, storage: true, schema: { openAPIV3Schema: { type: "object", "x-kubernetes-preserve-unknown-fields": true } } };
  const spec = { group: "campus.example.org", scope: "Namespaced", names: { kind: "Widget", plural: "widgets", singular: "widget" }, versions: [version] };
  plane.kubectl(["apply", "--filename", "-"], JSON.stringify({ apiVersion: "apiextensions.k8s.io/v1", kind: "CustomResourceDefinition", metadata: { name: "widgets.campus.example.org" }, spec }));
  plane.kubectl(["wait", "--for=condition=Established", "crd/widgets.campus.example.org", "--timeout=30s"]);
  const cwd = program(folder, "own-kinds", { hub: '  manifests = ["""\napiVersion: campus.example.org/v1\nkind: Widget\nmetadata: { name: one }\n"""]' });
  const noted = () => data(plane, "own-kinds").objects;
  check("an object of a kind of its own, by hubc deploy", ended(await deploy(plane, cwd), 0, "+ Widget `one`"));
  const before = noted();
  check("and by the script, as the same object", ended(await script(plane, cwd), 0, "widget.campus.example.org/one") || (noted() === before && before.includes('"Widget","own-kinds","one"') ? "" : `${before}\n${noted()}`));
  const plan = await hubc(plane, ["plan", "--cluster", "--on", "2026-10-05"], { cwd });
  check("which the cluster has as the program says", ended(plan, 0) || (/Widget/.test(plan.stdout) ? plan.stdout : ""));
}

/** Two ways at once: each waits for the other. */
async function checkTogether({ plane, folder, check }) {
  withSecret(plane, "at-once", "hubc-at-once", ["at-once.id", "at-once.secret"]);
  const plain = program(`${folder}/one`, "at-once", {});
  const other = program(`${folder}/two`, "at-once", { hub: notes("a"), course: lecture });
  for (const cwd of [plain, other]) await hubc(plane, ["build", "--force", "--on", "2026-10-05"], { cwd });
  const runs = await Promise.all([script(plane, plain, { built: true }), script(plane, other, { built: true }), deploy(plane, other)]);
  for (const [i, run] of runs.entries()) check(`scripts and hubc deploy at once: ${i + 1}`, ended(run));
  const lease = ["lease", "hubc-deploy-at-once-prod", "--namespace", "at-once"];
  check("the lease is given back", plane.kubectl(["get", ...lease, "--output", "jsonpath={.spec.holderIdentity}"]));
  const statuses = JSON.parse(plane.kubectl(["get", "secrets", "--namespace", "at-once", "--selector", "owner=helm", "--output", "json"])).items.map(({ metadata }) => metadata.labels.status).sort();
  check("each is a revision of its own, and one is deployed", statuses.join() === "deployed,superseded,superseded" ? "" : statuses.join());
  check("and the next ends in its own state", ended(await script(plane, plain)) || (/room-stats-main|"notes"/.test(state(plane, "at-once")) ? state(plane, "at-once") : ""));
}

/** The script is killed, its helm left alone; whoever comes next ends in the same state. */
async function checkKilled({ plane, folder, check }) {
  withSecret(plane, "ended", "hubc-ended", ["ended.id", "ended.secret"]);
  const plain = program(`${folder}/three`, "ended", { course: lecture });
  const other = program(`${folder}/four`, "ended", { hub: notes("a") });
  check("a first deployment", ended(await deploy(plane, plain)));
  const goal = state(plane, "ended");
  await hubc(plane, ["build", "--force", "--on", "2026-10-05"], { cwd: other });
  await script(plane, other, { built: true, during: (child) => setTimeout(() => child.kill("SIGKILL"), 2200) });
  await new Promise((resolve) => setTimeout(resolve, 4000)); // helm, left alone, ends
  const next = await script(plane, plain);
  check("a script that was killed: the next ends in the same state", ended(next) || (withoutNotes(state(plane, "ended")) === withoutNotes(goal) ? "" : state(plane, "ended")));
}

/** Earlier builds told people to run `kubectl apply`, whose fields kubectl hands over to hubc. */
async function checkEarlier({ plane, folder, check }) {
  withSecret(plane, "earlier", "hubc-earlier", ["earlier.id", "earlier.secret"]);
  const cwd = program(folder, "earlier", { hub: notes("a") });
  await hubc(plane, ["build", "--on", "2026-10-05"], { cwd });
  plane.kubectl(["apply", "--namespace", "earlier", "--filename", join(cwd, "out/hubs/earlier/prod/manifests")]);
  const next = program(folder, "earlier", { hub: notes("b") });
  check("what `kubectl apply` of an earlier build has set is hubc's, by the script", ended(await script(plane, next)));
  const held = plane.kubectl(["get", "configmap", "notes", "--namespace", "earlier", "--output", "jsonpath={.data}"]);
  check("also what is not written any more", held === '{"b":"1"}' ? "" : held);
}

/** A ConfigMap of the program's own. */
function notes(key) {
  return `  manifests = ["""\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: notes }\ndata: { ${key}: "1" }\n"""]`;
}

/** Builds unless that is done, and runs deploy.sh as somebody at a shell does, with the stand-in of the chart in place of the repository's. */
export async function script(plane, cwd, { env = {}, words = [], built = false, stage = "prod", during } = {}) {
  if (!built) {
    const build = await hubc(plane, ["build", "--force", "--on", "2026-10-05"], { cwd });
    if (build.code !== 0) return build;
  }
  const [hub] = /^hub (\S+)/m.exec(readFileSync(join(cwd, "main.hub"), "utf8"))?.slice(1) ?? [];
  const path = join(cwd, "out/hubs", hub, stage, "deploy.sh");
  const text = readFileSync(path, "utf8");
  const local = text.replace(/jupyterhub --repo \S+ --version \S+/, chart).replace("--timeout 30m", "--timeout 60s");
  if (!local.includes(chart)) throw new Error("the script takes the chart in a way that is not known here");
  writeFileSync(path, local);
  return runAside("bash", [path, ...words], { cwd, during, env: { ...process.env, KUBECONFIG: plane.testConfig, PATH: `${tools}${delimiter}${process.env.PATH}`, ...env } });
}

/** What helm makes of values is the same but for the notes that a deployment leaves. */
function withoutNotes(text) {
  return text.split("\n").filter((line) => !line.includes("hubc-inventory")).join("\n");
}

/** The noted list of a release. */
function data(plane, name) {
  return JSON.parse(plane.kubectl(["get", "configmap", `hubc-inventory-${name}-prod`, "--namespace", name, "--output", "jsonpath={.data}"]));
}

function revision(plane) {
  return JSON.parse(plane.helm("history", "script", "script", ["--output", "json"])).at(-1).revision;
}
