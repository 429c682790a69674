// A control plane of its own for a test: etcd, kube-apiserver and, where asked for, kube-controller-manager and kube-scheduler, on free ports of this
// machine, in a folder that goes away with it. There are no nodes but objects, and nothing runs.
import { execFileSync, spawn } from "node:child_process";
import { createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { request as httpsRequest } from "node:https";
import { createServer } from "node:net";
import { join } from "node:path";
import { bin, projectRoot, tools } from "./setup.mjs";

/** Everything of a secret that the server is asked for and answers is in the log, so that a test can look for values. */
const auditPolicy = `apiVersion: audit.k8s.io/v1
kind: Policy
omitStages: ["RequestReceived"]
rules:
  - level: RequestResponse
    resources: [{ group: "", resources: ["secrets"] }]
  - level: Metadata
`;

/** Starts it in `folder`. `kubectl(args, input)` is for its admin; `end()` stops it. */
export async function startControlPlane(folder, { controllers = false } = {}) {
  mkdirSync(folder, { recursive: true });
  const [clientPort, peerPort, apiPort] = await freePorts(3);
  const children = [];
  const start = (program, args) => {
    const log = openSync(join(folder, `${program.split("/").at(-1)}.log`), "a");
    const child = spawn(program, args, { stdio: ["ignore", log, log] });
    children.push(child);
    return child;
  };
  const etcd = `http://127.0.0.1:${clientPort}`;
  start("etcd", [
    ...["--data-dir", join(folder, "etcd"), "--unsafe-no-fsync", "--listen-client-urls", etcd, "--advertise-client-urls", etcd],
    ...["--listen-peer-urls", `http://127.0.0.1:${peerPort}`, "--log-level", "error"],
  ]);
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const file = (name, text) => {
    writeFileSync(join(folder, name), text, { mode: 0o600 });
    return join(folder, name);
  };
  const key = file("accounts.key", privateKey.export({ type: "pkcs8", format: "pem" }));
  const pub = file("accounts.pub", publicKey.export({ type: "spki", format: "pem" }));
  const admin = randomBytes(16).toString("hex");
  const auditLog = join(folder, "audit.log");
  const issuer = "https://kubernetes.default.svc";
  start(join(bin, "kube-apiserver"), [
    ...["--etcd-servers", etcd, "--secure-port", String(apiPort), "--bind-address", "127.0.0.1", "--advertise-address", "127.0.0.1"],
    ...["--cert-dir", join(folder, "certs"), "--service-cluster-ip-range", "10.0.0.0/24", "--authorization-mode", "RBAC"],
    ...["--service-account-issuer", issuer, "--service-account-key-file", pub, "--service-account-signing-key-file", key],
    ...["--token-auth-file", file("tokens.csv", `${admin},admin,admin,system:masters\n`)],
    ...["--audit-policy-file", file("audit.yaml", auditPolicy), "--audit-log-path", auditLog],
    // Nothing but a controller makes accounts, and there may be none.
    ...["--disable-admission-plugins", "ServiceAccount"],
  ]);
  const server = `https://127.0.0.1:${apiPort}`;
  const kubeconfig = (name, token, context = "test", cluster = context, address = server) =>
    file(name, kubeconfigText({ server: address, token, context, cluster }));
  const adminConfig = kubeconfig("admin.kubeconfig", admin);
  const kubectl = (args, input) =>
    execFileSync(join(tools, "kubectl"), ["--kubeconfig", adminConfig, ...args], { encoding: "utf8", input, stdio: ["pipe", "pipe", "pipe"], maxBuffer: 2 ** 28 });
  /** helm as somebody beside hubc runs it, with the stand-in of the chart. */
  const helm = (verb, release, namespace, more) => {
    const chart = verb === "upgrade" ? [join(projectRoot, "test/integration/cluster/chart")] : [];
    const words = [verb, release, ...chart, "--namespace", namespace, "--kubeconfig", adminConfig, ...more];
    return execFileSync(join(tools, "helm"), words, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  };
  await until("the API server is ready", () => kubectl(["get", "--raw", "/readyz"]) === "ok", children);
  if (controllers) {
    // Nodes are objects that no kubelet keeps alive, so nobody may call them dead.
    start(join(bin, "kube-controller-manager"), [
      ...["--kubeconfig", adminConfig, "--service-account-private-key-file", key, "--use-service-account-credentials=false"],
      ...["--leader-elect=false", "--secure-port=0", "--controllers=*,-node-lifecycle-controller"],
    ]);
    start(join(bin, "kube-scheduler"), ["--kubeconfig", adminConfig, "--leader-elect=false", "--secure-port=0"]);
  }
  return {
    server,
    adminConfig,
    adminToken: admin,
    kubeconfig,
    kubectl,
    helm,
    kubectlProgram: join(tools, "kubectl"),
    /** The objects that a chart makes of values. */
    helmTemplate: (release, namespace, chart, values) => {
      const made = execFileSync(join(tools, "helm"), ["template", release, chart, "--namespace", namespace, "--values", values], { encoding: "utf8", maxBuffer: 2 ** 27 });
      const script = "import json,sys,yaml; print(json.dumps([d for d in yaml.safe_load_all(sys.stdin) if d]))";
      return JSON.parse(execFileSync("python3", ["-c", script], { input: made, encoding: "utf8", maxBuffer: 2 ** 27 }));
    },
    /** A request of the admin's; the answer as data. */
    ask: (method, path, body, type = "application/json") => askServer({ server, token: admin, method, path, body, type }),
    auditLog: () => readFileSync(auditLog, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line)),
    /** A token of an account, as the server makes them, that ended or ends in so many seconds. */
    accountToken: (namespace, name, seconds = 3600) => {
      const account = JSON.parse(kubectl(["get", "serviceaccount", name, "--namespace", namespace, "--output", "json"]));
      const now = Math.floor(Date.now() / 1000);
      const from = Math.min(now, now + seconds - 60);
      return signed(privateKey, {
        aud: [issuer],
        iss: issuer,
        sub: `system:serviceaccount:${namespace}:${name}`,
        iat: from,
        nbf: from,
        exp: now + seconds,
        "kubernetes.io": { namespace, serviceaccount: { name, uid: account.metadata.uid } },
      });
    },
    async end() {
      for (const child of children.reverse()) {
        const ended = child.exitCode !== null || new Promise((resolve) => child.once("exit", resolve));
        child.kill("SIGKILL");
        await ended;
      }
    },
  };
}

function askServer({ server, token, method, path, body, type }) {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": type };
    const sent = httpsRequest(server + path, { method, headers, rejectUnauthorized: false }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part) => (text += part));
      response.on("end", () => resolve({ code: response.statusCode, body: JSON.parse(text) }));
    });
    sent.on("error", reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** In place of controllers and nodes: says of every Deployment and StatefulSet that it is as it should be, until it is ended. */
export function makeReady(plane, isReady = () => true) {
  let ended = false;
  const look = async () => {
    for (const kind of ["deployments", "statefulsets"]) {
      const { body } = await plane.ask("GET", `/apis/apps/v1/${kind}`);
      for (const { metadata, spec, status = {} } of body.items ?? []) {
        if (status.observedGeneration === metadata.generation || !isReady(metadata)) continue;
        const replicas = spec.replicas ?? 1;
        if (kind === "deployments") await makeReplicaSet(plane, { metadata, spec, replicas });
        const counts = { observedGeneration: metadata.generation, replicas, readyReplicas: replicas, updatedReplicas: replicas, availableReplicas: replicas };
        const conditions = ["Available", "Progressing"].map((type) => ({ type, status: "True", reason: "NewReplicaSetAvailable" }));
        const path = `/apis/apps/v1/namespaces/${metadata.namespace}/${kind}/${metadata.name}/status`;
        await plane.ask("PATCH", path, { status: kind === "deployments" ? { ...counts, conditions } : counts }, "application/merge-patch+json");
      }
    }
    const { body } = await plane.ask("GET", "/api/v1/persistentvolumeclaims");
    for (const { metadata, spec, status = {} } of body.items ?? []) {
      if (status.phase === "Bound") continue;
      const bound = { phase: "Bound", accessModes: spec.accessModes, capacity: spec.resources.requests };
      await plane.ask("PATCH", `/api/v1/namespaces/${metadata.namespace}/persistentvolumeclaims/${metadata.name}/status`, { status: bound }, "application/merge-patch+json");
    }
  };
  const loop = (async () => {
    while (!ended) {
      await look().catch(() => undefined); // the server may be stopped by the test
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  })();
  return {
    end: async () => {
      ended = true;
      await loop;
    },
  };
}

/** As the deployment's controller makes one for each template; helm looks for the one that fits. */
async function makeReplicaSet(plane, { metadata, spec, replicas }) {
  const path = `/apis/apps/v1/namespaces/${metadata.namespace}/replicasets`;
  const name = `${metadata.name}-${metadata.generation}-${metadata.uid.slice(0, 8)}`;
  const own = { "pod-template-hash": String(metadata.generation) };
  const template = { ...spec.template, metadata: { ...spec.template.metadata, labels: { ...spec.template.metadata.labels, ...own } } };
  const ownerReferences = [{ apiVersion: "apps/v1", kind: "Deployment", name: metadata.name, uid: metadata.uid, controller: true }];
  const selector = { matchLabels: { ...spec.selector.matchLabels, ...own } };
  await plane.ask("POST", path, { apiVersion: "apps/v1", kind: "ReplicaSet", metadata: { name, labels: template.metadata.labels, ownerReferences }, spec: { replicas, selector, template } });
  await plane.ask("PATCH", `${path}/${name}/status`, { status: { replicas, readyReplicas: replicas, availableReplicas: replicas, observedGeneration: 1 } }, "application/merge-patch+json");
}

/** JSON is YAML. */
function kubeconfigText({ server, token, context, cluster }) {
  return JSON.stringify({
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name: cluster, cluster: { server, "insecure-skip-tls-verify": true } }],
    users: [{ name: context, user: { token } }],
    contexts: [{ name: context, context: { cluster, user: context } }],
    "current-context": context,
  });
}

function signed(key, claims) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const head = `${part({ alg: "RS256" })}.${part(claims)}`;
  return `${head}.${createSign("RSA-SHA256").update(head).sign(key, "base64url")}`;
}

async function freePorts(count) {
  const servers = await Promise.all(
    Array.from({ length: count }, () => new Promise((resolve) => {
      const one = createServer().listen(0, "127.0.0.1", () => resolve(one));
    })),
  );
  const ports = servers.map((one) => one.address().port);
  await Promise.all(servers.map((one) => new Promise((resolve) => one.close(resolve))));
  return ports;
}

/** Waits until `isSo` is; what it throws meanwhile is that it is not yet. */
export async function until(what, isSo, children = [], seconds = 120) {
  let last;
  for (let i = 0; i < seconds * 5; i++) {
    const dead = children.find(({ exitCode }) => exitCode !== null);
    if (dead) throw new Error(`${dead.spawnfile} has ended with ${dead.exitCode}`);
    try {
      if (await isSo()) return;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${seconds} seconds, and not yet: ${what}. ${last ?? ""}`);
}
