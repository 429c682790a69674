// A deployment that really runs, as far as a machine without nodes goes: the controllers make what objects ask for, the scheduler finds the
// nodes, volumes are bound, and jobs make their pods. Only the kubelets are stood in for, by `runPods`. HUBC_CHART, a folder of the JupyterHub
// chart, takes that in place of the stand-in.
import { join } from "node:path";
import { startControlPlane, until } from "./control-plane.mjs";
import { chart as standIn, deploy, ended, hubc, program, withSecret } from "./hubc.mjs";

export async function checkRunning({ folder, check }) {
  const plane = await startControlPlane(join(folder, "running"), { controllers: true });
  plane.testConfig = plane.kubeconfig("test.kubeconfig", plane.adminToken, "test");
  let kubelets;
  try {
    await until("the controllers make accounts", () => plane.kubectl(["get", "serviceaccount", "default", "--output", "name"]) !== "");
    for (const [name, pool] of [["core-1", "core"], ["users-1", "users"]]) await makeNode(plane, name, pool);
    kubelets = runPods(plane);
    await checkRelease({ plane, folder, check });
  } finally {
    await kubelets?.end();
    await plane.end();
  }
}

async function checkRelease({ plane, folder, check }) {
  const chart = process.env.HUBC_CHART ?? standIn;
  withSecret(plane, "runs", "hubc-runs", ["runs.id", "runs.secret"]);
  const kubectl = (...words) => plane.kubectl([...words, "--namespace", "runs"]);
  const all = (kind, more = []) => JSON.parse(kubectl("get", kind, "--output", "json", ...more)).items;
  const lecture = "  lecture main { days = [mon]  time = 10:00 .. 11:00 }";
  const cwd = program(folder, "runs", { hub: "  backup { schedule = 03:00 }", course: lecture });
  const put = (more = []) => deploy(plane, cwd, ["--chart", chart, ...more]);
  check("running: the release comes up by itself", ended(await put(), 0, "runs-prod is deployed"));
  const hubPods = () => all("pods", ["--selector", "component=hub"]).filter(({ metadata }) => metadata.deletionTimestamp === undefined);
  const [hub] = hubPods();
  check("its hub is a pod on a node, which the scheduler chose", hub?.spec.nodeName === undefined ? `it is ${JSON.stringify(hub?.status)}` : "");
  if (process.env.HUBC_CHART) check("of the hub's own pool", hub?.spec.nodeName === "core-1" ? "" : `it is on ${hub?.spec.nodeName}`);
  kubectl("wait", "--for=jsonpath={.status.phase}=Bound", "pvc/homes", "--timeout=60s");
  const homes = all("persistentvolumeclaims").find(({ metadata }) => metadata.name === "homes");
  check("the claim of the homes is bound to the volume that hubc wrote", homes?.status.phase === "Bound" && homes.spec.volumeName === "runs-homes" ? "" : `it is ${JSON.stringify(homes?.status)}`);
  check("hubc status says so", ended(await hubc(plane, ["status", "--on", "2026-10-05"], { cwd }), 0, /release: revision \d+, deployed/, "hub: 1 of 1 ready", "pool core: 1 of 1 ready", "pool users: 1 of 1 ready"));
  for (const job of ["room-stats-main-ahead", "hubc-backup"]) {
    kubectl("create", "job", `${job}-now`, `--from=cronjob/${job}`);
    await until(`the job ${job} has ended`, () => all("jobs").some(({ metadata, status }) => metadata.name === `${job}-now` && status.succeeded === 1), [], 40);
    const pod = all("pods", ["--selector", `job-name=${job}-now`])[0];
    check(`the job ${job} makes a pod that the server and the scheduler take`, pod?.spec.nodeName === undefined ? `it is ${JSON.stringify(pod?.status)}` : "");
  }
  check("again: nothing changes", ended(await put()));
  const plan = () => hubc(plane, ["plan", "--cluster", "--exit-code", "--on", "2026-10-05"], { cwd });
  check("what controllers have written is no drift", ended(await plan(), 0, "The cluster is as the program says."));
  kubectl("delete", "pod", hubPods()[0].metadata.name, "--grace-period=0", "--force");
  await until("the hub has a pod again", () => hubPods().some(({ status }) => status.phase === "Running"), [], 40);
  check("nor is a pod that was deleted, since it comes again", ended(await plan(), 0));
  kubectl("delete", "deployment", "hub");
  check("a deployment that was deleted is", ended(await plan(), 3, "! Deployment `hub`, which helm made, is gone"));
  check("and is made again", ended(await put()) || ended(await plan(), 0));
  plane.helm("uninstall", "runs", "runs", []);
  check("a release that was removed", ended(await plan(), 3, "+ the release runs is installed"));
  check("is installed again, with the homes that outlived it", ended(await put()) || ended(await plan(), 0));
  const claim = all("persistentvolumeclaims").find(({ metadata }) => metadata.name === "homes");
  check("by the same claim", claim?.metadata.uid === homes?.metadata.uid ? "" : "it is another one");
  kubectl("delete", "cronjob", "hubc-backup");
  check("a job that was deleted comes again", ended(await put(), 0, "+ CronJob `hubc-backup`") || ended(await plan(), 0));
}

async function makeNode(plane, name, pool) {
  const labels = { pool, "hub.jupyter.org/node-purpose": pool === "core" ? "core" : "user", "kubernetes.io/os": "linux" };
  await plane.ask("POST", "/api/v1/nodes", { apiVersion: "v1", kind: "Node", metadata: { name, labels }, spec: {} });
  const amounts = { memory: "64Gi", cpu: "16", pods: "100", "ephemeral-storage": "100Gi" };
  const status = { capacity: amounts, allocatable: amounts, conditions: [{ type: "Ready", status: "True" }] };
  await plane.ask("PATCH", `/api/v1/nodes/${name}/status`, { status }, "application/merge-patch+json");
  // A new node has a taint, which goes where a kubelet reports.
  await plane.ask("PATCH", `/api/v1/nodes/${name}`, { spec: { taints: null } }, "application/merge-patch+json");
}

/** What kubelets and a provisioner do: pods of jobs end well, others are ready, those that are to go, go; claims without a volume get one, and load balancers an address. */
function runPods(plane) {
  let isOver = false;
  const look = async () => {
    await makeVolumes(plane);
    await giveAddresses(plane);
    const { body } = await plane.ask("GET", "/api/v1/pods");
    for (const { metadata, spec, status } of body.items ?? []) {
      const path = `/api/v1/namespaces/${metadata.namespace}/pods/${metadata.name}`;
      if (metadata.deletionTimestamp !== undefined) await plane.ask("DELETE", `${path}?gracePeriodSeconds=0`);
      if (spec.nodeName === undefined || status.phase !== "Pending") continue;
      const isJob = metadata.ownerReferences?.some(({ kind }) => kind === "Job");
      const now = new Date().toISOString().replace(/\.\d+Z/, "Z");
      const conditions = ["Initialized", "ContainersReady", "Ready", "PodScheduled"].map((type) => ({ type, status: isJob && /Ready/.test(type) ? "False" : "True", lastTransitionTime: now }));
      const state = isJob ? { terminated: { exitCode: 0, startedAt: now, finishedAt: now } } : { running: { startedAt: now } };
      const containerStatuses = spec.containers.map(({ name, image }) => ({ name, image, imageID: "", ready: !isJob, started: !isJob, restartCount: 0, state }));
      await plane.ask("PATCH", `${path}/status`, { status: { phase: isJob ? "Succeeded" : "Running", startTime: now, conditions, containerStatuses } }, "application/merge-patch+json");
    }
  };
  const going = (async () => {
    while (!isOver) {
      await look();
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  })();
  return { end: () => ((isOver = true), going) };
}

async function makeVolumes(plane) {
  const { body } = await plane.ask("GET", "/api/v1/persistentvolumeclaims");
  for (const { metadata, spec, status } of body.items ?? []) {
    if (status.phase !== "Pending" || spec.volumeName !== undefined) continue;
    const claimRef = { namespace: metadata.namespace, name: metadata.name, uid: metadata.uid };
    const volume = { capacity: spec.resources.requests, accessModes: spec.accessModes, storageClassName: spec.storageClassName ?? "", claimRef, hostPath: { path: "/tmp/none" } };
    await plane.ask("POST", "/api/v1/persistentvolumes", { apiVersion: "v1", kind: "PersistentVolume", metadata: { name: `made-${metadata.uid}` }, spec: volume });
  }
}

async function giveAddresses(plane) {
  const { body } = await plane.ask("GET", "/api/v1/services");
  for (const { metadata, spec, status } of body.items ?? []) {
    if (spec.type !== "LoadBalancer" || status.loadBalancer?.ingress !== undefined) continue;
    const given = { loadBalancer: { ingress: [{ ip: "192.0.2.1" }] } };
    await plane.ask("PATCH", `/api/v1/namespaces/${metadata.namespace}/services/${metadata.name}/status`, { status: given }, "application/merge-patch+json");
  }
}
