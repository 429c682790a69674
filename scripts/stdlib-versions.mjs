// Which packages of the standard library have a newer series, and whether the newest go together:
//
//   node scripts/stdlib-versions.mjs            lists what is newer
//   node scripts/stdlib-versions.mjs --check    tries which of them solve with all others, and says which do not
//   node scripts/stdlib-versions.mjs --write    the same, and writes those that do into stdlib/
//
// Versions and what they demand are PyPI's, asked by pip, which needs Python 3 and the network. conda-forge mostly follows within days; it is
// not asked, so look there before a release. `npm run test:images` then solves and builds the images.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../stdlib", import.meta.url));
/** conda's names that PyPI has otherwise. */
const onPypi = { "jupyterhub-singleuser": "jupyterhub" };
/** Of the hub's own series, which the chart decides. */
const followsChart = new Set(["jupyterhub-singleuser"]);
/** What stdlib/README.md promises: every series runs here. */
const grounds = [
  { python: "3.13", beside: [] },
  { python: "3.11", beside: ["numpy==1.26.*"] },
];

const [mode = "--list"] = process.argv.slice(2);
if (!["--list", "--check", "--write"].includes(mode)) {
  console.error("usage: node scripts/stdlib-versions.mjs [--list | --check | --write]");
  process.exit(2);
}
const lines = linesOfLibrary();
const newer = lines.filter(({ name }) => !followsChart.has(name)).flatMap(newestOf);
for (const { file, name, series, newest } of newer) console.log(`${file}: ${name} ${series} -> ${newest}`);
if (newer.length === 0) console.log("every series is the newest");
if (mode !== "--list") {
  const taken = solvable();
  if (mode === "--write") write(taken);
}

/** Each line `name=series` of the conda blocks. */
function linesOfLibrary() {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".hub"))
    .flatMap((file) =>
      [...readFileSync(join(folder, file), "utf8").matchAll(/^ {4}([a-z0-9-]+)=(\d+\.\d+)$/gm)].map(
        ([, name, series]) => ({
          file,
          name,
          series,
        }),
      ),
    );
}

/** The line with its newest series, where that is another. A package that PyPI does not have ends the run. */
function newestOf(line) {
  const [{ python }] = grounds;
  const forPython = ["--python-version", python, "--only-binary=:all:"];
  const asked = pip(["index", "versions", "--disable-pip-version-check", ...forPython, onPypi[line.name] ?? line.name]);
  const newest = /^[^ ]+ \((\d+\.\d+)[^)]*\)/.exec(asked.stdout)?.[1];
  if (asked.status !== 0 || newest === undefined) {
    console.error(`PyPI says nothing of ${line.name}: ${asked.stderr.trim()}`);
    process.exit(1);
  }
  return newest === line.series ? [] : [{ ...line, newest }];
}

/** All newest where they go together; else one after the other, each that goes with what was taken before. */
function solvable() {
  if (problem(newer) === undefined) {
    console.log("all of them solve together");
    return newer;
  }
  const taken = [];
  for (const one of newer) {
    const why = problem([...taken, one]);
    if (why === undefined) taken.push(one);
    console.log(why === undefined ? `takes ${one.name} ${one.newest}` : `leaves ${one.name} ${one.series}: ${why}`);
  }
  return taken;
}

/** Why the library with these changes does not solve; undefined where it does. */
function problem(changes) {
  for (const { python, beside } of grounds) {
    const set = lines.map(({ name, series }) => {
      const version = changes.find((one) => one.name === name)?.newest ?? series;
      return { name: onPypi[name] ?? name, version };
    });
    const replaced = new Set(beside.map((line) => line.split("==")[0]));
    const wanted = set.filter(({ name }) => !replaced.has(name)).map(({ name, version }) => `${name}==${version}.*`);
    const solved = pip([
      ...[
        "install",
        "--dry-run",
        "--ignore-installed",
        "--quiet",
        "--disable-pip-version-check",
        "--only-binary=:all:",
      ],
      ...["--python-version", python, "--target", join(folder, "none"), ...wanted, ...beside],
    ]);
    if (solved.status !== 0)
      return `Python ${python}${beside.map((line) => `, ${line}`).join("")}: ${reasonIn(solved.stderr)}`;
  }
  return undefined;
}

/** The line of pip's that names the two that exclude each other, else its last. */
function reasonIn(said) {
  const all = said.split("\n").map((line) => line.trim());
  const errors = all.filter((line) => line.startsWith("ERROR:"));
  return errors[0]?.replace(/^ERROR: /, "").slice(0, 160) ?? all.at(-1) ?? "";
}

function write(taken) {
  for (const file of new Set(taken.map((one) => one.file))) {
    const path = join(folder, file);
    const text = taken
      .filter((one) => one.file === file)
      .reduce(
        (whole, { name, series, newest }) => whole.replace(`    ${name}=${series}\n`, `    ${name}=${newest}\n`),
        readFileSync(path, "utf8"),
      );
    writeFileSync(path, text);
    console.log(`wrote stdlib/${file}`);
  }
}

function pip(args) {
  return spawnSync("python3", ["-m", "pip", ...args], { encoding: "utf8", maxBuffer: 1 << 26 });
}
