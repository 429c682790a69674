// What can be said of the emitted files without building them: a linter reads the Dockerfiles, bash the scripts, pip the requirements, conda the
// environments.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load } from "js-yaml";
import { here, venvBin } from "./setup.mjs";

/** Rules of hadolint that do not hold here. */
const notHere = {
  DL3003: "a folder that is made for one command is no place for WORKDIR",
  SC2046: "the lines of apt.txt are meant to become words",
  DL3059: "each command of `run` is a step of its own, as it was written",
  DL3066: "the accounts `jovyan` and `root` of a base are known by name",
};

/** The Python of bases that an example leaves open. */
const pythonOfBase = { "jupyter/minimal-notebook:2023-03-06": "3.10" };

export function checkFiles(images, sum) {
  console.log("\n# the emitted files");
  for (const image of images) {
    sum.check(`hadolint is content with ${image.name}/Dockerfile`, lint(image));
    for (const script of ["smoke-test.sh", "binder/postBuild", "binder/start"]) checkScript(image, script, sum);
    checkRequirements(image, sum);
    checkBinder(image, sum);
  }
  checkEnvironments(images, sum);
  const bad = mkdtempSync(join(tmpdir(), "hubc-lint-"));
  writeFileSync(join(bad, "Dockerfile"), "FROM debian\nRUN cd /tmp\nCMD a\nCMD b\n");
  sum.check("hadolint finds what is wrong with a bad one", lint({ folder: bad }).includes("DL4003") ? "" : "it did not");
  rmSync(bad, { recursive: true });
}

/** conda reads every environment, on the hub, in Binder and of the autograder, as asking for what its lines say. */
function checkEnvironments(images, sum) {
  const places = ["environment.yml", "binder/environment.yml", "autograder/environment.yml"];
  const files = images.flatMap(({ folder }) => places.map((place) => join(folder, place)).filter((path) => existsSync(path)));
  const read = readEnvironments(files);
  const wrong = read.error ?? files.flatMap((path, i) => differences(path, read.environments[i])).join("\n");
  sum.check(`conda reads ${files.length} environments as they are meant`, files.length > 5 ? wrong : "too few");
  const bad = mkdtempSync(join(tmpdir(), "hubc-conda-"));
  writeFileSync(join(bad, "environment.yml"), "dependencies:\n  - numpy>=,<2\n");
  sum.check("conda refuses what is no version", readEnvironments([join(bad, "environment.yml")]).error ? "" : "it did not");
  rmSync(bad, { recursive: true });
}

function readEnvironments(files) {
  const { status, stdout, stderr } = spawnSync(join(venvBin, "python"), [join(here, "read_environment.py"), ...files], { encoding: "utf8" });
  return status === 0 ? { environments: JSON.parse(stdout) } : { error: stderr.slice(-1500) || `ended with ${status}` };
}

/** What the file says to a reader of YAML, and conda says otherwise. */
function differences(path, { channels, conda, pip }) {
  const file = load(readFileSync(path, "utf8"));
  const named = file.dependencies.flatMap((line) => (typeof line === "string" ? [/^(?:.*::)?([\w.-]+)/.exec(line)?.[1]?.toLowerCase()] : []));
  const listed = file.dependencies.flatMap((line) => (typeof line === "string" ? [] : line.pip));
  const same = (what, theirs, ours) => (JSON.stringify(theirs) === JSON.stringify(ours) ? [] : [`${path}: ${what} ${theirs}, not ${ours}`]);
  return [
    ...same("channels", channels, file.channels),
    ...same("packages", conda.map(({ name }) => name), named),
    ...same("pip lines", pip, listed),
  ];
}

function lint({ folder }) {
  const ignored = Object.keys(notHere).flatMap((rule) => ["--ignore", rule]);
  const { status, stdout, stderr } = spawnSync(join(venvBin, "hadolint"), ["--no-color", ...ignored, join(folder, "Dockerfile")], {
    encoding: "utf8",
  });
  return status === 0 && stdout === "" ? "" : `${stdout}${stderr}` || `ended with ${status}`;
}

function checkScript({ name, folder }, script, sum) {
  const path = join(folder, script);
  if (!existsSync(path)) return;
  const { status, stderr } = spawnSync("bash", ["-n", path], { encoding: "utf8" });
  const executable = (statSync(path).mode & 0o111) === 0o111;
  sum.check(`${name}/${script} is a program`, status !== 0 ? stderr : executable ? "" : "it is not executable");
}

/** pip chooses a version of every package that the lines ask for, and of all that those need, for the image's own Python. */
function checkRequirements({ name, folder, dockerfile }, sum) {
  const path = join(folder, "requirements.txt");
  if (!existsSync(path)) return;
  const lines = readFileSync(path, "utf8").split("\n");
  const remote = lines.filter((line) => /^[a-z+]+:\/\/|@ *[a-z+]+:\/\//.test(line));
  for (const line of remote) sum.skip(`pip resolves ${name}'s ${line}`, "it would be fetched from its repository");
  const python = pythonOf(folder, dockerfile);
  const scratch = mkdtempSync(join(tmpdir(), "hubc-pip-"));
  const kept = join(scratch, "requirements.txt");
  writeFileSync(kept, lines.filter((line) => !remote.includes(line)).join("\n"));
  const options = ["--dry-run", "--quiet", "--disable-pip-version-check", "--ignore-installed", "--report", join(scratch, "report.json")];
  // For another Python than its own, pip takes packages that are built already alone.
  const target = python === undefined ? [] : ["--python-version", python, "--only-binary=:all:", "--target", join(scratch, "target")];
  const { status, stderr } = spawnSync(join(venvBin, "pip"), ["install", ...options, ...target, "-r", kept], {
    encoding: "utf8",
    timeout: 5 * 60_000,
  });
  const chosen = status === 0 ? JSON.parse(readFileSync(join(scratch, "report.json"), "utf8")).install.length : 0;
  const title = `pip resolves ${name}/requirements.txt${python === undefined ? "" : ` for Python ${python}`}`;
  sum.check(`${title}: ${chosen} packages`, status === 0 && chosen > 0 ? "" : stderr || "pip found nothing to install");
  rmSync(scratch, { recursive: true });
}

/** repo2docker takes the folder for what it is, and plans to use each of its files. */
function checkBinder({ name, folder }, sum) {
  const binder = join(folder, "binder");
  if (!existsSync(binder)) return;
  const { status, stdout, stderr } = spawnSync(join(venvBin, "python"), [join(here, "plan_binder.py"), folder], { encoding: "utf8" });
  const wanted = {
    "environment.yml": '--file "binder/environment.yml"',
    postBuild: "RUN ./binder/postBuild\n",
    start: 'ENV R2D_ENTRYPOINT="${REPO_DIR}/binder/start"',
  };
  const apt = existsSync(join(binder, "apt.txt")) ? readFileSync(join(binder, "apt.txt"), "utf8").split("\n") : [];
  const packages = apt.filter((line) => line !== "" && !line.startsWith("#")).toSorted();
  const missing = [
    ...Object.entries(wanted).flatMap(([file, text]) => (existsSync(join(binder, file)) && !stdout.includes(text) ? [file] : [])),
    ...(packages.length > 0 && !stdout.includes(` ${packages.join(" ")} &&`) ? ["apt.txt"] : []),
  ];
  const kind = /^CondaBuildPack$/m.test(stdout) ? "" : `it is not taken for conda's: ${stdout.slice(0, 80)}`;
  sum.check(`repo2docker uses ${name}/binder`, status === 0 ? [kind, ...missing].filter((one) => one !== "").join(", ") : stderr);
}

function pythonOf(folder, dockerfile) {
  const said = /^ {2}- python=+(3\.\d+)/m.exec(readFileSync(join(folder, "environment.yml"), "utf8"))?.[1];
  return said ?? pythonOfBase[/^FROM (\S+)$/m.exec(dockerfile)?.[1] ?? ""];
}
