// The integration test of installing: `node test/integration/install/run.mjs`. Builds what is published (scripts/artefacts), installs each artefact
// where nothing else is, and compiles the Data 8 example with it, which has to give the committed files to the byte. It needs Linux, Python 3, root
// for the container (see test/integration/images) and the network. Names pick some: `npm git wheel single container materials extension`. One line
// a check, then the sum; exit code 1 on a failure. About a minute, and two more where the container's stand-in base has to be made.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { report } from "../images/report.mjs";
import { sameTree } from "./same-tree.mjs";

const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const artefacts = join(projectRoot, "artefacts");
const { name, version } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));
const repository = "https://github.com/example/hubc";
const work = mkdtempSync(join(tmpdir(), "hubc-install-"));
const sum = report();
/** A program that uses the library as its types say. */
const library = `
import { check, compile, createSourceFile, checkedDate, type Diagnostic } from "hubc";
const on = checkedDate("2026-10-05");
if (on === undefined) throw new Error("no date");
const sources = { files: [createSourceFile("a.hub", "course data8 { }\\n")], assets: new Map<string, string>() };
const found: readonly Diagnostic[] = check(sources, { on }).diagnostics;
if (found.length === 0) throw new Error("nothing was found in a wrong program");
if (typeof compile !== "function") throw new Error("compile is missing");
`;

const checks = { npm, git, wheel, single, container, materials, extension };
const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(checks);

try {
  run(process.execPath, ["scripts/artefacts/run.mjs", "--repository", repository], { cwd: projectRoot });
  for (const one of chosen) {
    await checks[one]().catch((error) => sum.check(`${one}: can be tried`, `${error.message}\n${error.stdout ?? ""}`));
  }
  checksums();
  sum.end();
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** From the package that `npm publish` would send: the command, the library and its types. */
async function npm() {
  const folder = emptyFolder("npm");
  run("npm", ["install", "--silent", "--no-audit", "--no-fund", join(artefacts, `${name}-${version}.tgz`)], { cwd: folder });
  const installed = readdirSync(join(folder, "node_modules")).filter((one) => !one.startsWith("."));
  sum.check("npm: installs nothing else", installed.join() === name ? "" : installed.join(", "));
  const said = JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8"));
  sum.check("npm: says where it lives", said.repository?.url === `git+${repository}.git` && said.bugs && said.homepage ? "" : JSON.stringify(said));
  compiles("npm", (args) => run(join(folder, "node_modules/.bin/hubc"), args));
  writeFileSync(join(folder, "use.mts"), library);
  const tsc = join(projectRoot, "node_modules/typescript/bin/tsc");
  sum.check("npm: its types are read by TypeScript", attempt(() => run(process.execPath, [tsc, "--module", "nodenext", "--strict", "--skipLibCheck", "false", "--types", "", "use.mts"], { cwd: folder })));
  sum.check("npm: its library runs", attempt(() => run(process.execPath, ["use.mjs"], { cwd: folder })));
}

/** From a git address: npm packs a clone of what is committed, and installs that. npm's own `install --global` of an address leaves a broken link. */
async function git() {
  const folder = emptyFolder("git");
  const prefix = join(folder, "global");
  const archive = run("npm", ["pack", "--silent", `git+file://${projectRoot}`], { cwd: folder }).trim();
  run("npm", ["install", "--silent", "--global", "--no-audit", "--no-fund", "--prefix", prefix, join(folder, archive)], { cwd: folder });
  compiles("git address", (args) => run(join(prefix, "bin/hubc"), args));
}

/** By pip into an environment of its own, without Node on the path. */
async function wheel() {
  const folder = emptyFolder("wheel");
  const venv = join(folder, "venv");
  run("python3", ["-m", "venv", venv]);
  const file = join(artefacts, `${name}-${version}-py3-none-any.whl`);
  run(join(venv, "bin/pip"), ["install", "--quiet", "--disable-pip-version-check", file, "uv==0.13.9"]);
  compiles("pip", (args) => run(join(venv, "bin/hubc"), args, { env: withoutNode() }));
  const code = exitCode(() => run(join(venv, "bin/python"), ["-m", "hubc", "no-such-command"], { env: withoutNode() }));
  sum.check("pip: its exit code is the program's", code === 2 ? "" : `it is ${code}`);
  const env = { ...process.env, UV_TOOL_DIR: join(folder, "tools"), UV_TOOL_BIN_DIR: join(folder, "bin"), UV_CACHE_DIR: join(folder, "cache"), UV_PYTHON_DOWNLOADS: "never" };
  run(join(venv, "bin/uv"), ["tool", "install", "--quiet", "--system-certs", "--python", join(venv, "bin/python"), file], { env });
  compiles("uv tool", (args) => run(join(folder, "bin/hubc"), args, { env: withoutNode() }));
}

/** One file in an empty folder, without Node on the path. */
async function single() {
  const folder = emptyFolder("single");
  const file = join(folder, "hubc");
  cpSync(join(artefacts, `${name}-${version}-linux-${process.arch}`), file);
  compiles("single file", (args) => run(file, args, { env: withoutNode() }));
}

/** Built by buildah on a stand-in for its base, and run as it says, in a chroot. */
async function container() {
  const { setUpImages } = await import("../images/setup.mjs");
  const { makeBase } = await import("../images/bases.mjs");
  const { buildah } = await import("../images/buildah.mjs");
  setUpImages();
  const folder = join(artefacts, "container");
  const [, base] = /^FROM (\S+)$/m.exec(readFileSync(join(folder, "Dockerfile"), "utf8"));
  makeBase(base.replace("docker.io/library/", ""));
  buildah(["bud", "--isolation", "chroot", "--pull-never", "--quiet", "--tag", "localhost/hubc-test/hubc", folder]);
  const { OCIv1 } = JSON.parse(buildah(["inspect", "--type", "image", "localhost/hubc-test/hubc"]));
  const { Entrypoint, User, WorkingDir } = OCIv1.config;
  sum.check("container: is nobody in particular, in the project's folder", User === "65534:65534" && WorkingDir === "/project" ? "" : `${User} ${WorkingDir}`);
  const id = buildah(["from", "--pull-never", "localhost/hubc-test/hubc"]);
  const mounted = emptyFolder("container");
  cpSync(join(projectRoot, "examples/data8"), join(mounted, "project"), { recursive: true });
  rmSync(join(mounted, "project/out"), { recursive: true });
  const options = ["--isolation", "chroot", "--user", "0:0", "--volume", `${mounted}/project:/project`];
  sum.check("container: compiles Data 8", attempt(() => {
    buildah(["run", ...options, id, "--", ...Entrypoint, "build", "--on", "2026-10-05", "--out", "out"]);
    return sameTree(join(mounted, "project/out"), join(projectRoot, "examples/data8/out"));
  }));
  buildah(["rm", id]);
}

/** Read by CycloneDX's own library, against its schema. */
async function materials() {
  const venv = join(emptyFolder("materials"), "venv");
  run("python3", ["-m", "venv", venv]);
  run(join(venv, "bin/pip"), ["install", "--quiet", "--disable-pip-version-check", "cyclonedx-python-lib[json-validation]==11.12.0"]);
  const program = "import sys; from cyclonedx.validation.json import JsonStrictValidator; from cyclonedx.schema import SchemaVersion; problem = JsonStrictValidator(SchemaVersion.V1_6).validate_str(open(sys.argv[1]).read()); print(problem or '', end='')";
  const file = join(artefacts, `${name}-${version}.cdx.json`);
  sum.check("bill of materials: is CycloneDX 1.6", run(join(venv, "bin/python"), ["-c", program, file]));
  const names = JSON.parse(readFileSync(file, "utf8")).components.map((one) => one.name);
  // What is bundled is known: the parser, the printer of templates, and a package that only some programs load.
  sum.check("bill of materials: names what is bundled", ["chevrotain", "handlebars", "js-yaml"].every((one) => names.includes(one)) && !names.includes("vitest") ? "" : names.join(", "));
}

/** The same program as in the npm package is in the extension. */
async function extension() {
  const folder = emptyFolder("extension");
  run("python3", ["-m", "zipfile", "-e", join(artefacts, `${name}-${version}.vsix`), folder]);
  compiles("extension's server", (args) => run(process.execPath, [join(folder, "extension/dist/server/cli.mjs"), ...args]));
}

function checksums() {
  sum.check("checksums: fit the artefacts", attempt(() => run("sha256sum", ["--check", "--quiet", "--strict", "SHA256SUMS"], { cwd: artefacts })));
}

/** Compiles Data 8 with it, from a copy without what was compiled before. */
function compiles(title, hubc) {
  const folder = emptyFolder(`data8 ${title}`);
  const project = join(folder, "data8");
  cpSync(join(projectRoot, "examples/data8"), project, { recursive: true });
  rmSync(join(project, "out"), { recursive: true });
  sum.check(`${title}: says its version`, attempt(() => (hubc(["--version"]) === `hubc ${version}\n` ? "" : hubc(["--version"]))));
  sum.check(`${title}: compiles Data 8`, attempt(() => {
    hubc(["build", project, "--on", "2026-10-05", "--out", join(folder, "out")]);
    return sameTree(join(folder, "out"), join(projectRoot, "examples/data8/out"));
  }));
}

function emptyFolder(title) {
  const folder = join(work, title);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A path on which there is no Node. */
function withoutNode() {
  const folder = emptyFolder("no-node");
  if (existsSync(join(folder, "node"))) throw new Error("there is a node");
  return { PATH: folder, HOME: folder };
}

/** Gives what it prints. @throws Error with what it said where it fails. */
function run(program, args, options = {}) {
  return execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 27, timeout: 8 * 60_000, ...options });
}

function exitCode(work) {
  try {
    work();
    return 0;
  } catch (error) {
    return error.status;
  }
}

/** The problem that it gives or ends with; none where it gives nothing. */
function attempt(work) {
  try {
    return work();
  } catch (error) {
    return `${error.message}\n${error.stdout ?? ""}`;
  }
}
