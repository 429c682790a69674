// Both examples and a program of its own are deployed, changed and deployed again.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeReady } from "./control-plane.mjs";
import { deploy, ended, example, hubc, program, state, withSecret } from "./hubc.mjs";

export async function checkDeploying({ plane, folder, check }) {
  const nodes = makeReady(plane);
  try {
    await checkExamples({ plane, folder, check });
    await checkChanges({ plane, folder, check });
    await checkStatus({ plane, folder, check });
    await checkAdopted({ plane, folder, check });
  } finally {
    await nodes.end();
  }
}

/** A release that others deployed has no inventory: where its homes are is known of helm's record. */
async function checkAdopted({ plane, folder, check }) {
  withSecret(plane, "adopted", "hubc-adopted", ["adopted.id", "adopted.secret"]);
  const cwd = program(folder, "adopted", {});
  check("a release that is to be taken over", ended(await deploy(plane, cwd)));
  plane.kubectl(["delete", "configmap", "hubc-inventory-adopted-prod", "--namespace", "adopted"]);
  const path = join(cwd, "main.hub");
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.replace("storage nfs homes", "storage nfs people").replace("= homes", "= people"));
  check("homes from another claim are refused", ended(await deploy(plane, cwd), 1, "static.pvcName `people`", "come from type `static`, static.pvcName `homes`", "people would find an empty home"));
  check("and taken where that was asked for", ended(await deploy(plane, cwd, ["--moved"]), 0, "adopted-prod is deployed"));
}

/** Pods and nodes are objects alone: one server that is ready, one that is not, and one node of two. */
async function checkStatus({ plane, folder, check }) {
  const cwd = program(folder, "campus", {});
  const pod = (name, component, isReady) => put("/api/v1/namespaces/campus/pods", "Pod", { name, labels: { app: "jupyterhub", component } }, { containers: [{ name: "a", image: "b" }] }, isReady);
  const put = async (path, kind, metadata, spec, isReady) => {
    await plane.ask("POST", path, { apiVersion: "v1", kind, metadata, spec });
    const conditions = [{ type: "Ready", status: isReady ? "True" : "False" }];
    await plane.ask("PATCH", `${path}/${metadata.name}/status`, { status: { conditions } }, "application/merge-patch+json");
  };
  for (const [name, component, isReady] of [["hub-1", "hub", true], ["jupyter-a", "singleuser-server", true], ["jupyter-b", "singleuser-server", false]]) await pod(name, component, isReady);
  for (const [name, isReady] of [["n1", true], ["n2", false]]) await put("/api/v1/nodes", "Node", { name, labels: { pool: "users" } }, {}, isReady);
  const run = await hubc(plane, ["status", "campus", "--on", "2026-10-05"], { cwd });
  check("what runs is told", ended(run, 0, /release: revision \d+, deployed/, "hub: 1 of 1 ready", "servers: 1 of 2 ready; placeholders: 0 of 0", "pool users: 1 of 2 ready; the program gives it 1 to 9", "pool core: 0 of 0 ready"));
}

async function checkExamples({ plane, folder, check }) {
  for (const name of ["data8", "stat159"]) {
    const cwd = example(name, folder);
    const text = readFileSync(join(cwd, "out/hubs", name === "data8" ? "datahub" : "stat159", "prod/secrets.json"), "utf8");
    const { secret, keys } = JSON.parse(text);
    const provider = JSON.parse((await hubc(plane, ["deploy", "--dry-run", "--format", "json"], { cwd })).stdout || "{}");
    check(`${name}: another cluster's context is refused`, provider.releases ? "it was taken" : "");
    const [, context] = /that one is `([^`]+)`/.exec((await hubc(plane, ["deploy", "--dry-run"], { cwd })).stderr) ?? [];
    check(`${name}: the message names the context of the provider`, context?.startsWith("gke_") ? "" : `it names ${context}`);
    const kubeconfig = plane.kubeconfig(`${name}.kubeconfig`, plane.adminToken, "renamed", context);
    const hub = name === "data8" ? "datahub" : name;
    for (const stage of ["staging", "prod"]) withSecret(plane, `${hub}-${stage}`, secret, keys.map(({ key }) => key));
    const first = await deploy(plane, cwd, [hub], { kubeconfig });
    check(`${name}: both stages are deployed`, ended(first, 0, `${hub}-staging is deployed`, `${hub}-prod is deployed`));
    const before = state(plane, `${hub}-prod`);
    const again = await deploy(plane, cwd, [hub], { kubeconfig });
    check(`${name}: deploying again changes nothing`, ended(again) || (/^ {2}[~+-]/m.test(again.stderr) ? again.stderr : ""));
    check(`${name}: and leaves the same state`, state(plane, `${hub}-prod`) === before ? "" : "it differs");
  }
}

/** Kinds of change: the lines of the hub, the course and beside them, and what must be said and hold after it. */
async function checkChanges({ plane, folder, check }) {
  withSecret(plane, "campus", "hubc-campus", ["campus.id", "campus.secret"]);
  const names = (kind) => plane.kubectl(["get", kind, "--namespace", "campus", "--output", "name"]).trim().split("\n");
  const lecture = (time) => `  lecture main { days = [mon, wed]  time = ${time} }`;
  const config = (key) => `  manifests = ["""
apiVersion: v1
kind: ConfigMap
metadata: { name: notes }
data: { ${key}: "1" }
"""]`;
  const put = (changes) => program(folder, "campus", changes);
  const steps = [
    ["a first deployment", {}, [0, "+ PersistentVolumeClaim `homes`", "campus-prod is deployed"]],
    ["a lecture is added", { course: lecture("10:00 .. 11:00") }, [0, "+ CronJob `room-stats-main`"], () => names("cronjobs").length === 2],
    ["a lecture is moved", { course: lecture("13:00 .. 14:00") }, [0, "~ CronJob `room-stats-main`", 'spec.schedule: "0 10 * * 1,3" becomes "0 13 * * 1,3"'], () => names("cronjobs").length === 2],
    ["a lecture is gone", {}, [0, "- CronJob `room-stats-main`: not written any more, is removed", "removed CronJob"], () => names("cronjobs").join("") === ""],
    ["an object of the program's own", { hub: config("a") }, [0, "+ ConfigMap `notes`"], () => names("configmaps").includes("configmap/notes")],
    ["it changes", { hub: config("b") }, [0, "~ ConfigMap `notes`", 'data.a: "1" becomes nothing', 'data.b: nothing becomes "1"']],
    ["it is gone", {}, [0, "- ConfigMap `notes`"], () => !names("configmaps").includes("configmap/notes")],
    ["a person more", { hub: '  announcement = "Welcome"' }, [0, "is upgraded: other values or another chart"]],
    ["a backup is added", { hub: "  backup { schedule = 03:00 }" }, [0, "+ CronJob `hubc-backup`"], () => names("cronjobs").includes("cronjob.batch/hubc-backup")],
    ["the backup's hour", { hub: '  backup { schedule = 04:00 }' }, [0, "~ CronJob"]],
    ["homes from another server are refused", { homes: "10.0.0.3" }, [1, "PersistentVolume `campus-homes` exists, and `spec.nfs.server` would change from \"10.0.0.2\"", "Give the storage another name"]],
    ["a second storage", { more: 'storage nfs data { server = "10.0.0.4"  export = "/data" }', hub: '  mount data { storage = data  folder = "data"  path = "/data" }' }, [0, "+ PersistentVolume `campus-data`"]],
    ["the second storage is gone: its volume stays", {}, [0, "not written any more, and stays; `kubectl delete persistentvolume campus-data` would remove it"], () => plane.kubectl(["get", "pv", "campus-data", "--output", "name"]).includes("campus-data")],
    ["and is told of again", {}, [0, "`kubectl delete persistentvolumeclaim data --namespace campus` would remove it"]],
  ];
  for (const [title, changes, [code, ...said], holds] of steps) {
    const run = await deploy(plane, put(changes));
    check(`a change: ${title}`, ended(run, code, ...said) || (holds === undefined || holds() ? "" : `it does not hold: ${names("all,cronjobs,configmaps")}`));
  }
  const edited = put({ hub: config("a") });
  await deploy(plane, edited);
  plane.kubectl(["patch", "configmap", "notes", "--namespace", "campus", "--patch", '{"data":{"a":"2"}}']);
  check("a field that somebody has set is refused, with who", ended(await deploy(plane, edited), 1, "`data.a` by `kubectl-patch`", "--force-conflicts"));
  check("and set where that is asked for", ended(await deploy(plane, edited, ["--force-conflicts"]), 0, "(was set by kubectl-patch)"));
  const value = plane.kubectl(["get", "configmap", "notes", "--namespace", "campus", "--output", "jsonpath={.data.a}"]);
  check("it is what the program says", value === "1" ? "" : value);
  const script = join(edited, "out/hubs/campus/prod");
  await hubc(plane, ["build", "--on", "2026-10-05"], { cwd: edited });
  plane.kubectl(["apply", "--filename", join(script, "manifests")]);
  writeFileSync(join(edited, "main.hub"), readFileSync(join(edited, "main.hub"), "utf8").replace('{ a: "1" }', '{ a: "3" }'));
  check("what `kubectl apply` of an earlier build has set is hubc's", ended(await deploy(plane, edited), 0, 'data.a: a value that is not shown becomes "3"'));
}
