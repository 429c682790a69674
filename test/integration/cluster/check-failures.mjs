// What can be in the way of a deployment: each is said in a sentence, and nothing is done by halves.
import { createServer } from "node:net";
import { makeReady } from "./control-plane.mjs";
import { deploy, ended, hubc, program, state, withSecret } from "./hubc.mjs";

export async function checkFailures({ plane, folder, check }) {
  const stuck = new Set(["slow"]);
  const nodes = makeReady(plane, ({ namespace }) => !stuck.has(namespace));
  try {
    await checkReaching({ plane, folder, check });
    await checkRefusals({ plane, folder, check });
    await checkReleases({ plane, folder, check });
    await checkTakenBack({ plane, folder, check, stuck });
  } finally {
    await nodes.end();
  }
}

async function checkReaching({ plane, folder, check }) {
  const cwd = program(folder, "reach", {});
  const run = (argv, kubeconfig) => hubc(plane, ["deploy", "--dry-run", "--on", "2026-10-05", ...argv], { cwd, ...(kubeconfig && { kubeconfig }) });
  const config = (name, token, server) => plane.kubeconfig(name, token, "test", "test", server);
  check("a context that is not there", ended(await run(["--context", "nowhere"]), 2, "The kubeconfig has no context `nowhere`. It has test."));
  check("no kubeconfig", ended(await run(["--kubeconfig", "/nowhere"]), 2, "/nowhere: there is no such file."));
  check("a server that is not there", ended(await run([], config("gone", "x", "https://127.0.0.1:9")), 2, "can't be reached: nothing listens there"));
  check("a name that is not known", ended(await run([], config("name", "x", "https://cluster.invalid")), 2, "can't be reached: its name is not known"));
  check("a token that nobody knows", ended(await run([], config("bad", "nonsense")), 2, "The server does not know who asks"));
  plane.kubectl(["create", "serviceaccount", "late", "--namespace", "default"]);
  const late = config("late", plane.accountToken("default", "late", -60));
  check("a token that has expired", ended(await run([], late), 2, "has expired or is wrong", "Sign in to the cluster again"));
  const none = config("none", plane.accountToken("default", "late"));
  check("somebody without any right: which verb on what", ended(await run([], none), 2, "`system:serviceaccount:default:late` may not `get` `namespaces`"));
  const silent = createServer(() => undefined);
  await new Promise((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const begun = Date.now();
  const slow = await run(["--timeout", "2s"], config("slow", "x", `http://127.0.0.1:${silent.address().port}`));
  check("a server that does not answer", ended(slow, 2, "gave no answer within 2 s", "--timeout") || (Date.now() - begun < 6000 ? "" : "it took longer"));
  silent.close();
  const helmless = await ready(plane, folder, "helmless");
  check("no helm", ended(await deploy(plane, helmless, [], { env: { PATH: "/nowhere" } }), 2, "There is no helm on the PATH."));
  check("nobody who could be asked", ended(await hubc(plane, ["deploy", "--on", "2026-10-05"], { cwd: await ready(plane, folder, "asked") }), 2, "say --yes to deploy"));
}

async function ready(plane, folder, name) {
  withSecret(plane, name, `hubc-${name}`, [`${name}.id`, `${name}.secret`]);
  return program(folder, name, {});
}

async function checkRefusals({ plane, folder, check }) {
  const missing = program(folder, "lacks", {});
  check("no Secret, nor a namespace", ended(await deploy(plane, missing), 1, "The Secret `hubc-lacks` is not in the namespace `lacks`", "kubectl create namespace lacks", "Nothing was deployed"));
  withSecret(plane, "lacks", "hubc-lacks", ["lacks.id"]);
  check("a Secret without a key", ended(await deploy(plane, missing), 1, "lacks `lacks.secret`"));
  const own = (text) => `  manifests = ["""\n${text}\n"""]`;
  const kinds = own("apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: { name: hub }\nspec: {}");
  await ready(plane, folder, "kinds");
  check("a kind that the cluster does not have", ended(await deploy(plane, program(folder, "kinds", { hub: kinds })), 1, "The cluster has no kind `ServiceMonitor` of `monitoring.coreos.com/v1`"));
  await ready(plane, folder, "classes");
  const claim = own("apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: scratch }\nspec: { accessModes: [ReadWriteOnce], storageClassName: fast, resources: { requests: { storage: 1Gi } } }");
  check("a class that it does not have", ended(await deploy(plane, program(folder, "classes", { hub: claim })), 1, "The claim `scratch` is of the StorageClass `fast`, which the cluster does not have"));
  const full = await ready(plane, folder, "full");
  plane.kubectl(["create", "quota", "few", "--namespace", "full", "--hard=count/configmaps=1"]);
  await plane.ask("PATCH", "/api/v1/namespaces/full/resourcequotas/few/status", { status: { hard: { "count/configmaps": "1" }, used: { "count/configmaps": "1" } } }, "application/merge-patch+json");
  check("a quota", ended(await deploy(plane, full), 2, "is more than the quota `few` of the namespace `full` allows", "Raise the quota"));
  const ending = await ready(plane, folder, "ending");
  plane.kubectl(["delete", "namespace", "ending", "--wait=false"]);
  check("a namespace that is being deleted", ended(await deploy(plane, ending), 2, "The namespace `ending` is being deleted"));
  const invalid = own("apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: often }\nspec: { schedule: '@often', jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: b }] } } } } }");
  await ready(plane, folder, "invalid");
  const refused = await deploy(plane, program(folder, "invalid", { hub: invalid }));
  check("what is invalid is refused before anything is done", refused.code !== 0 && !refused.stderr.includes("applying") ? "" : refused.stderr);
}

async function checkReleases({ plane, folder, check }) {
  const cwd = await ready(plane, folder, "slow");
  const slow = await deploy(plane, cwd, ["--timeout", "8s"]);
  check("a release that does not come up", ended(slow, 2, "did not come up in time", "waiting for hub: 0 of 1 ready"));
  const pending = await ready(plane, folder, "pending");
  check("a release that is there", ended(await deploy(plane, pending)));
  await new Promise((resolve) => setTimeout(resolve, 7000));
  const record = { apiVersion: "v1", kind: "Secret", type: "helm.sh/release.v1", metadata: { name: "sh.helm.release.v1.pending.v2", namespace: "pending", labels: { owner: "helm", name: "pending", status: "pending-upgrade", version: "2" } } };
  plane.kubectl(["create", "--filename", "-"], JSON.stringify(record));
  for (const title of ["pending by a helm of somebody else", "and again"])
    check(title, ended(await deploy(plane, pending), 2, "is pending-upgrade since", "by a helm that hubc did not start", "helm rollback pending"));
  plane.kubectl(["delete", "secret", record.metadata.name, "--namespace", "pending"]);
  check("and not any more", ended(await deploy(plane, pending)));
  check("a chart that is not there", ended(await deploy(plane, pending, ["--chart", "/nowhere/chart"]), 2, "helm could not deploy the release pending", "/nowhere/chart"));
}

/** helm puts a release back that does not come up; the objects beside it go back with it, but for what keeps something. */
async function checkTakenBack({ plane, folder, check, stuck }) {
  await ready(plane, folder, "back");
  const notes = (data) => `  manifests = ["""\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: notes }\ndata: ${data}\n"""]`;
  const lecture = "  lecture main { days = [mon]  time = 10:00 .. 11:00 }";
  const sound = { hub: notes('{ a: "1", b: "1" }'), course: lecture };
  check("a release that came up", ended(await deploy(plane, program(folder, "back", sound))));
  const before = state(plane, "back");
  stuck.add("back");
  const more = 'storage nfs data { server = "10.0.0.4"  export = "/data" }';
  const hub = `${notes('{ a: "2", c: "1" }')}\n  backup { schedule = 03:00 }\n  mount data { storage = data  folder = "data"  path = "/data" }`;
  const next = program(folder, "back", { hub, more, course: lecture.replace("10:00 .. 11:00", "13:00 .. 14:00") });
  const failed = await deploy(plane, next, ["--timeout", "8s"]);
  const said = ["did not come up in time", "Taken back:", "ConfigMap `notes`", "CronJob `room-stats-main`", /Removed again: [^.]*CronJob `hubc-backup`/, /What stays as this deployment has applied it: [^.]*PersistentVolumeClaim `data`/];
  check("what it applied is taken back, or said to stay", ended(failed, 2, ...said));
  const now = (text) => text.split("\n").filter((line) => !/hubc-inventory|"PersistentVolumeClaim","data"|"(?:Deployment|ConfigMap)","hub"/.test(line)).join("\n");
  check("and the objects are as they were", now(state(plane, "back")) === now(before) ? "" : `${now(before)}\n\n${now(state(plane, "back"))}`);
  stuck.delete("back");
  check("the next deployment brings it", ended(await deploy(plane, next), 0, "~ ConfigMap `notes`", "back-prod is deployed"));
  check("and the first again, which tells of the volume", ended(await deploy(plane, program(folder, "back", sound)), 0, "kubectl delete persistentvolumeclaim data --namespace back"));
}
