// What is written for each version of the chart, in the JupyterHub, KubeSpawner and authenticators that this version's hub image pins:
// `npm run test:charts`, for two programs in all versions, and `npm run test:charts -- --all` for all programs. `--charts FOLDER`, with a checkout
// of the chart's repository in FOLDER/<version>, has the chart's own jupyterhub_config.py read the values. Needs Python 3 with venv and the network.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildFor, programs, projectRoot } from "./programs.mjs";

const folder = join(projectRoot, ".cache/charts");
const options = process.argv.slice(2);
const charts = options.includes("--charts") ? options[options.indexOf("--charts") + 1] : undefined;
const few = new Set(["test/fixtures/programs/courses-by-choice", "test/fixtures/programs/nbgrader"]);
const chosen = options.includes("--all") ? programs : programs.filter(({ name }) => few.has(name));
let passed = 0;
let failed = 0;
for (const facts of JSON.parse(readFileSync(join(projectRoot, "compiler/knowledge/charts/versions.json"), "utf8")))
  await checkVersion(facts);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

async function checkVersion(facts) {
  const python = setUp(facts);
  const { version } = facts;
  const list = chosen.flatMap((program) => {
    const { errors, values } = buildFor(program, version, join(folder, "built"));
    // What needs a later chart is said, and nothing else.
    if (errors !== "" && !/^error\[(?!hub\/needs-chart)/m.test(errors)) return [];
    if (errors === "") return values.map((one) => ({ version, program: program.name, ...one }));
    console.log(`FAIL  chart ${version}: ${program.name}\n${errors}`);
    failed++;
    return [];
  });
  const path = join(folder, "built", `${version}.json`);
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
