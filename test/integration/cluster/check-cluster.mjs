// What commands say of a cluster that is other than the program: drift made by hand, nodes as they are, and a release that is imported.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { makeReady } from "./control-plane.mjs";
import { deploy, ended, hubc, program, withSecret } from "./hubc.mjs";

export async function checkCluster({ plane, folder, check }) {
  const nodes = makeReady(plane);
  try {
    await checkCapacity({ plane, folder, check });
    await checkDrift({ plane, folder, check });
  } finally {
    await nodes.end();
  }
}

/** Each is made by kubectl, found, said, and gone after a deployment, but for those that say that they stay. */
async function checkDrift({ plane, folder, check }) {
  withSecret(plane, "drift", "hubc-drift", ["drift.id", "drift.secret"]);
  const notes = `  manifests = ["""
apiVersion: v1
kind: ConfigMap
metadata: { name: notes, labels: { a: "1" } }
data: { a: "1", b: "2" }
"""]`;
  const cwd = program(folder, "drift", { hub: `${notes}\n  backup { schedule = 03:00 }`, course: "  lecture main { days = [mon]  time = 10:00 .. 11:00 }" });
  check("drift: a first deployment", ended(await deploy(plane, cwd)));
  const plan = (more = []) => hubc(plane, ["plan", "--cluster", "--exit-code", "--on", "2026-10-05", ...more], { cwd });
  check("a cluster that is as the program says", ended(await plan(), 0, "The cluster is as the program says."));
  const kubectl = (...words) => plane.kubectl([...words, "--namespace", "drift"]);
  const patch = (kind, name, change) => kubectl("patch", kind, name, "--type", "merge", "--patch", JSON.stringify(change));
  const jobs = kubectl("get", "cronjobs", "--output", "name").trim().split("\n").map((one) => one.split("/")[1]);
  const room = jobs.find((one) => one.startsWith("room-"));
  const backup = jobs.find((one) => !one.startsWith("room-"));
  const labelled = (kind) => kubectl("label", kind, "old", "app.kubernetes.io/managed-by=hubc", "app.kubernetes.io/part-of=drift");
  // Each group is made at once, found, and mended by one deployment.
  await checkImport({ plane, folder, check });
  const groups = [
    [
      ["a job is suspended", () => patch("cronjob", room, { spec: { suspend: true } }), `CronJob \`${room}\``, "spec.suspend"],
      ["a job runs at another time", () => patch("cronjob", room, { spec: { schedule: "0 1 * * *" } }), 'spec.schedule: a value that is not shown becomes "0 10 * * 1"'],
      ["a job keeps fewer of its runs", () => patch("cronjob", backup, { spec: { successfulJobsHistoryLimit: 0 } }), "spec.successfulJobsHistoryLimit"],
      ["the backup allows two at once", () => patch("cronjob", backup, { spec: { concurrencyPolicy: "Allow" } }), "spec.concurrencyPolicy"],
      ["a value of a ConfigMap", () => patch("configmap", "notes", { data: { a: "9" } }), 'data.a: a value that is not shown becomes "1"', "was set by kubectl-patch"],
      ["a key of a ConfigMap is gone", () => patch("configmap", "notes", { data: { b: null } }), 'data.b: nothing becomes "2"'],
      ["a label is another", () => patch("configmap", "notes", { metadata: { labels: { a: "9" } } }), "metadata.labels.a"],
      ["a key that somebody has added stays", () => patch("configmap", "notes", { data: { more: "1" } }), "data.more was added by kubectl-patch, and stays"],
      ["the hub has no pod", () => kubectl("scale", "deployment", "hub", "--replicas=0"), "! Deployment `hub` is not as helm made it", "spec.replicas: 0, and helm wrote 1"],
      ["the service leads elsewhere", () => patch("service", "proxy-public", { spec: { selector: { component: "other" } } }), "! Service `proxy-public` is not as helm made it"],
      ["the hub may do less", () => patch("role", "hub", { rules: [] }), "! Role `hub` is not as helm made it"],
    ],
    [
      ["a job is deleted", () => kubectl("delete", "cronjob", room), `+ CronJob \`${room}\``],
      ["the backup is deleted", () => kubectl("delete", "cronjob", backup), `+ CronJob \`${backup}\``],
      ["a ConfigMap is deleted", () => kubectl("delete", "configmap", "notes"), "+ ConfigMap `notes`"],
      ["a job that an earlier build wrote", () => kubectl("create", "cronjob", "old", "--image=a", "--schedule=0 0 * * *") && labelled("cronjob"), "- CronJob `old`: not written any more, is removed"],
      ["a ConfigMap that an earlier build wrote", () => kubectl("create", "configmap", "old") && labelled("configmap"), "- ConfigMap `old`: not written any more, is removed"],
      ["an account is deleted", () => deleteOne(kubectl, "serviceaccount", (name) => name !== "default"), "+ ServiceAccount"],
      ["a role is deleted", () => deleteOne(kubectl, "role", (name) => name !== "hub"), "+ Role"],
      ["a role is bound to nobody", () => deleteOne(kubectl, "rolebinding", () => true), "+ RoleBinding"],
      ["the hub's deployment is deleted", () => kubectl("delete", "deployment", "hub"), "! Deployment `hub`, which helm made, is gone"],
      ["the hub's service is deleted", () => kubectl("delete", "service", "proxy-public"), "! Service `proxy-public`, which helm made, is gone"],
    ],
    [
      ["the release has a value more", () => release(plane, "upgrade", "--reuse-values", "--set", "debug.enabled=true"), "debug: only in the cluster"],
      ["and another one", () => release(plane, "upgrade", "--reuse-values", "--set", "hub.concurrentSpawnLimit=7"), "hub.concurrentSpawnLimit: "],
    ],
    [["the release is not there", () => release(plane, "uninstall"), "+ the release drift is installed"]],
  ];
  let found = 0;
  for (const group of groups) {
    for (const [, make] of group) make();
    const run = await plan();
    for (const [title, , ...said] of group) {
      const problem = ended(run, 3, ...said);
      check(`drift: ${title}`, problem);
      if (problem === "") found++;
    }
    // Without controllers nothing lets go of a claim, so a release that was removed can't be made again here.
    if (group.length === 1) continue;
    check("all of it is mended by a deployment", ended(await deploy(plane, cwd, ["--force-conflicts"])) || ended(await plan(), 0));
  }
  check("20 kinds of drift are found", found >= 20 ? "" : `${found}`);
  const json = JSON.parse((await plan(["--format", "json"])).stdout);
  check("the same as data", json.releases.length === 1 && json.releases[0].differs === true && json.releases[0].values === null ? "" : JSON.stringify(json).slice(0, 400));
  check("what runs is no pull request", ended(await plan(["--format", "markdown"]), 2, "--cluster prints text or json"));
  check("one comparison at a time", ended(await plan(["--against", "main"]), 2, "give one of them"));
}

function deleteOne(kubectl, kind, isWanted) {
  const name = kubectl("get", kind, "--output", "name").trim().split("\n").map((one) => one.split("/")[1]).find((one) => one !== undefined && isWanted(one));
  if (name === undefined) throw new Error(`there is no ${kind}`);
  return kubectl("delete", kind, name);
}

async function checkCapacity({ plane, folder, check }) {
  const cwd = program(folder, "room", {});
  const labels = { "node.kubernetes.io/instance-type": "large" };
  await plane.ask("POST", "/api/v1/nodes", { apiVersion: "v1", kind: "Node", metadata: { name: "room-1", labels: { ...labels, pool: "users" } }, spec: {} });
  const amounts = { capacity: { memory: "32Gi", cpu: "8", pods: "60" }, allocatable: { memory: "30Gi", cpu: "7800m", pods: "60" } };
  await plane.ask("PATCH", "/api/v1/nodes/room-1/status", { status: { ...amounts, conditions: [{ type: "Ready", status: "True" }] } }, "application/merge-patch+json");
  const owner = { apiVersion: "apps/v1", kind: "DaemonSet", name: "logs", uid: "1" };
  const containers = [{ name: "a", image: "b", resources: { requests: { memory: "1Gi", cpu: "300m" } } }];
  await plane.ask("POST", "/api/v1/namespaces/kube-system/pods", { apiVersion: "v1", kind: "Pod", metadata: { name: "logs-1", ownerReferences: [owner] }, spec: { nodeName: "room-1", containers } });
  // The other part of the tests leaves nodes of the same label; theirs have no room at all.
  plane.kubectl(["delete", "nodes", "n1", "n2", "--ignore-not-found"]);
  const run = await hubc(plane, ["capacity", "--cluster", "--on", "2026-10-05"], { cwd });
  check("capacity by what the nodes have", ended(run, 0, "pool users: large, 1 node of the cluster, the smallest counts", "A node has 32 GiB, 8 cores; for people 29 GiB, 7.5 cores, 59 pods."));
  const without = await hubc(plane, ["capacity", "--on", "2026-10-05"], { cwd });
  check("and by what the program says without it", ended(without, 0, "A node has 64 GiB, 16 cores"));
}

async function checkImport({ plane, folder, check }) {
  const out = join(folder, "imported");
  const run = await hubc(plane, ["import", "--cluster", "drift", "--out", out], { cwd: folder });
  check("a release that runs, as a program", run.code === 2 || !existsSync(join(out, "project.hub")) ? `exit ${run.code}\n${run.stdout}${run.stderr}` : "");
  const built = await hubc(plane, ["check", out], { cwd: folder });
  check("which has no errors", built.code === 2 || /error\[/.test(built.stderr) ? built.stderr : "");
  check("a release that is not there", ended(await hubc(plane, ["import", "--cluster", "nowhere", "--out", `${out}-2`], { cwd: folder }), 2, "helm has deployed no release `nowhere` in the cluster."));
  check("a namespace without one", ended(await hubc(plane, ["import", "--cluster", "--namespace", "default", "--out", `${out}-2`], { cwd: folder }), 2, "no release in the namespace `default`"));
}

/** What somebody does with helm beside hubc. */
function release(plane, verb, ...more) {
  plane.helm(verb, "drift", "drift", more);
}
