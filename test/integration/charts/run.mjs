// What is written for each version of the chart, in the JupyterHub, KubeSpawner and authenticators that this version's hub image pins:
// `npm run test:charts`, for a few programs in all versions, and `npm run test:charts -- --all` for all programs. `--charts FOLDER`, with a checkout
// of the chart's repository in FOLDER/<version>, has the chart's own jupyterhub_config.py read the values, and helm lint and render them with the
// chart itself. Needs Python 3 with venv and the network, and helm for `--charts`.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { helmProblems, packChart } from "./helm.mjs";
import { buildFor, isPart, programs, projectRoot } from "./programs.mjs";

const folder = join(projectRoot, ".cache/charts");
const options = process.argv.slice(2);
const charts = options.includes("--charts") ? options[options.indexOf("--charts") + 1] : undefined;
const few = new Set([
  "examples/data8",
  "examples/department",
  "test/fixtures/programs/courses-by-choice",
  "test/fixtures/programs/nbgrader",
]);
const chosen = options.includes("--all") ? programs : programs.filter(({ name }) => few.has(name));
// Outside the repository, where git says nothing of the copies.
const built = mkdtempSync(join(tmpdir(), "hubc-charts-"));
const table = [];
let passed = 0;
let failed = 0;
for (const facts of JSON.parse(readFileSync(join(projectRoot, "compiler/knowledge/charts/versions.json"), "utf8")))
  await checkVersion(facts);
rmSync(built, { recursive: true, force: true });
for (const row of table) console.log(row);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

async function checkVersion(facts) {
  const python = setUp(facts);
  const { version } = facts;
  let tooOld = 0;
  const list = chosen.flatMap((program) => {
    const { errors, values } = buildFor(program, version, built);
    // What needs a later chart is said, and nothing else.
    if (errorsOf(errors).length > 0 && errorsOf(errors).every(needsLater)) tooOld++;
    else if (errors !== "") fail(`chart ${version}: ${program.name}`, errors);
    return values.map((one) => ({ version, program: program.name, part: isPart(program), ...one }));
  });
  const rendered = charts === undefined ? "" : `${renderAll(version, list)} taken by helm lint and template, `;
  const loaded = loadAll(python, version, list.filter(({ part }) => !part));
  const later = tooOld === 0 ? "" : `; programs that need a later chart, which is said: ${tooOld}`;
  table.push(`chart ${version}: ${chosen.length} programs, ${list.length} releases; ${rendered}${loaded} loaded by the hub${later}`);
}

function errorsOf(text) {
  return text.split("\n").filter((line) => line.startsWith("error["));
}

function needsLater(line) {
  return line.startsWith("error[hub/needs-chart]") || line.includes(", which the project names: `");
}

function fail(title, problem) {
  console.log(`FAIL  ${title}: ${problem}`);
  failed++;
}

/** How many of the values helm takes with the chart of that version. */
function renderAll(version, list) {
  const chart = join(built, `chart-${version}`);
  packChart(join(charts, version), version, chart);
  const problems = list.map((one) => [one, helmProblems(chart, one.path)]);
  const taken = problems.filter(([, problem]) => problem === undefined).length;
  for (const [one, problem] of problems)
    if (problem !== undefined) fail(`chart ${version}: ${one.program}, ${one.release}`, problem);
  passed += taken;
  return taken;
}

/** How many of the values the hub of that version loads. */
function loadAll(python, version, list) {
  const path = join(built, `${version}.json`);
  writeFileSync(path, JSON.stringify(list));
  const script = join(projectRoot, "test/integration/charts/check_charts.py");
  const { stdout } = spawnSync(python, [script, path, ...(charts === undefined ? [] : [charts])], {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const lines = stdout.split("\n").filter((line) => /^(?:ok|FAIL) /.test(line));
  for (const line of lines) console.log(line);
  const ok = lines.filter((line) => line.startsWith("ok")).length;
  passed += ok;
  failed += Math.max(list.length - ok, list.length === 0 ? 1 : 0);
  return ok;
}

/** The Python of an environment that holds what the version's hub image pins (compiler/knowledge/charts/versions.json). */
function setUp({ version, kubernetes: _, ...packages }) {
  const venv = join(folder, `hub-${version}`);
  const names = Object.entries(packages).map(([name, one]) =>
    /^(?:jupyterhub|oauthenticator)$/.test(name) ? `${name}==${one}` : `jupyterhub-${name}==${one}`,
  );
  const wanted = [...names, "mwoauth==0.4.0", "PyYAML==6.0.2", "setuptools<81"].join("\n");
  const stamp = join(venv, "packages.txt");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
    console.log(`setup: installing the hub of chart ${version}`);
    mkdirSync(folder, { recursive: true });
    execFileSync("python3", ["-m", "venv", venv]);
    const args = ["install", "--quiet", "--disable-pip-version-check", ...wanted.split("\n")];
    execFileSync(join(venv, "bin/pip"), args, { stdio: "inherit" });
    writeFileSync(stamp, wanted);
  }
  return join(venv, "bin/python");
}
