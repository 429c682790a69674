// What PyPI has, asked by pip; and what goes together there, by uv. conda-forge builds from the same releases, mostly within days.
import { tmpdir } from "node:os";
import { join } from "node:path";
import { must, run } from "./tools.mjs";

/** Names that PyPI has otherwise than conda-forge. */
const onPypi = { "jupyterhub-singleuser": "jupyterhub" };

function nameOnPypi(name) {
  return onPypi[name] ?? name;
}

/** The newest release of each package, whatever it demands of others: its version by conda's name. A package that PyPI does not have ends the run. */
export function newestReleases(names, python) {
  const { status, stdout, stderr } = compile(["--no-deps"], python, names);
  if (status !== 0) throw new Error(reasonIn(stderr));
  const versions = versionsIn(stdout);
  return new Map(names.map((name) => [name, versions.get(name)]));
}

/** What a release demands by its metadata. `pin` is `name==1.2.3`, the name as conda has it. */
export function metadataOf(pin, python) {
  const report = must("pip", [
    ...["install", "--dry-run", "--ignore-installed", "--no-deps", "--quiet", "--disable-pip-version-check"],
    ...["--only-binary=:all:", "--python-version", python, "--target", join(tmpdir(), "never-written")],
    ...["--report", "-", pypiRequirement(pin)],
  ]);
  const [{ metadata }] = JSON.parse(report).install;
  const { version, requires_python: requiresPython, requires_dist: requiresDist = [] } = metadata;
  return { name: pin.split("==")[0], version, requiresPython, requiresDist };
}

/** What uv chooses for each set, up to the first that does not solve. */
export async function solveOnPypi(jobs) {
  const answers = [];
  for (const job of jobs) {
    const answer = solveOne(job);
    answers.push(answer);
    if ("reason" in answer) break;
  }
  return answers;
}

function solveOne({ python, lines }) {
  const { status, stdout, stderr } = compile([], python, lines);
  return status === 0 ? { versions: versionsIn(stdout) } : { reason: reasonIn(stderr) };
}

function compile(options, python, lines) {
  const platform = ["--python-version", python, "--python-platform", "x86_64-manylinux_2_28"];
  const quiet = ["--quiet", "--no-config", "--no-header", "--no-annotate", "--only-binary", ":all:"];
  const requirements = lines.map((line) => `${pypiRequirement(line)}\n`).join("");
  return run("uv", ["pip", "compile", ...quiet, ...platform, ...options, "-"], requirements);
}

/** The versions that uv names, by conda's name where that is another. */
function versionsIn(pins) {
  const condaNames = new Map(Object.entries(onPypi).map(([conda, pypi]) => [pypi, conda]));
  return new Map(
    [...pins.matchAll(/^([a-z0-9._-]+)==(\S+)/gm)].map(([, name, version]) => [condaNames.get(name) ?? name, version]),
  );
}

/** conda's `name=1.2` is any release of the series. */
function pypiRequirement(line) {
  const [, name, versions] = /^([a-z0-9-]+)(.*)$/.exec(line);
  return `${nameOnPypi(name)}${versions.replace(/^=(\d.*)$/, "==$1.*")}`;
}

/** uv's explanation, on one line. */
function reasonIn(said) {
  return said
    .replace(/[\s│╰╭─▶×]+/g, " ")
    .trim()
    .slice(0, 400);
}

export function normalised(name) {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}
