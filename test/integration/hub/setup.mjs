// Brings the real JupyterHub that the integration test runs against: Python packages in .venv, the proxy in .cache/proxy.
// Running it again changes nothing when the pinned versions are already there, so the test itself starts with it.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's root: three folders up from this file. */
export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");

const venv = join(projectRoot, ".venv");
const proxyFolder = join(projectRoot, ".cache/proxy");

/** The Python that has JupyterHub, and the proxy's program. */
export const venvBin = join(venv, "bin");
export const proxyProgram = join(proxyFolder, "node_modules/.bin/configurable-http-proxy");

// What the hub image of chart 4.4.0 holds (hub 5.5, KubeSpawner 7.0, the authenticators, proxy 5.2), and a server for people
// to start.
const pythonPackages = [
  "jupyterhub==5.5.*",
  "jupyterhub-kubespawner==7.0.*",
  "oauthenticator[mediawiki,googlegroups]==17.4.*",
  "jupyterhub-ltiauthenticator==1.6.3",
  "jupyterhub-nativeauthenticator==1.3.*",
  "jupyterhub-ldapauthenticator==2.0.*",
  "jupyterlab==4.4.*",
  "PyYAML==6.0.*",
];
const proxyPackage = "configurable-http-proxy@5.2.0";

/** Makes sure that the hub's programs are installed, and says what it did. */
export function setUpHub() {
  setUpPython();
  setUpProxy();
}

function setUpPython() {
  const stamp = join(venv, "hubc-hub-packages.txt");
  const wanted = pythonPackages.join("\n");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) {
    console.log("setup: .venv is up to date");
    return;
  }
  if (!existsSync(join(venvBin, "pip"))) makeVenv();
  console.log(`setup: installing ${pythonPackages.join(" ")} into .venv`);
  run(join(venvBin, "pip"), ["install", "--quiet", "--disable-pip-version-check", ...pythonPackages]);
  writeFileSync(stamp, wanted);
}

/** Debian keeps venv's files in a package of their own, so as root it is installed when they are missing. */
function makeVenv() {
  run("python3", ["-c", "import sys; assert sys.version_info >= (3, 10), 'Python 3.10 or newer is needed'"]);
  try {
    run("python3", ["-c", "import ensurepip, venv"]);
  } catch {
    if (process.getuid?.() !== 0) throw new Error("setup: install python3-venv, then run this again");
    console.log("setup: installing python3-venv");
    run("apt-get", ["install", "--yes", "--quiet", "python3-venv"]);
  }
  console.log("setup: making .venv");
  rmSync(venv, { recursive: true, force: true });
  run("python3", ["-m", "venv", venv]);
}

function setUpProxy() {
  const stamp = join(proxyFolder, "installed.txt");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === proxyPackage) {
    console.log("setup: .cache/proxy is up to date");
    return;
  }
  console.log(`setup: installing ${proxyPackage} into .cache/proxy`);
  mkdirSync(proxyFolder, { recursive: true });
  run("npm", [
    "install",
    "--prefix",
    proxyFolder,
    "--no-save",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    proxyPackage,
  ]);
  writeFileSync(stamp, proxyPackage);
}

function run(program, args) {
  execFileSync(program, args, { cwd: projectRoot, stdio: ["ignore", "inherit", "inherit"] });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) setUpHub();
