// What other programs read of hubc, read by them: SARIF by Microsoft's validator, the action, the hook and the written workflows by
// their schemas, the action's and the hook's commands by running them, clusters in Bicep by two grammars. `node test/integration/formats/run.mjs`, three minutes.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { load } from "js-yaml";
import { report } from "../images/report.mjs";
import { cache, multitool, projectRoot, setUpFormats, venvBin } from "./setup.mjs";

setUpFormats();
execFileSync("node", ["scripts/bundle.mjs"], { cwd: projectRoot, stdio: "inherit" });
const folder = mkdtempSync(join(tmpdir(), "hubc-formats-"));
const { check, end } = report();
const cli = join(projectRoot, "dist/cli.js");

const sound = 'image notes extends std.jupyterlab {\n  pip {\n    altair==5.5.0\n  }\n}\n';
const broken = "image notes extends std.jupyterlab {\n  pip {\n    boken==2.4.3\n  }\n}\n";

await checkSarif();
checkSchemas();
checkAction();
checkHook();
checkBicep();
checkPython();
checkShippedPython();
rmSync(folder, { recursive: true, force: true });
end();

/** The tests that `npm test` skips on a machine without Python: what Python reads of hubc, and the programs that it is given to run. */
function checkPython() {
  const tests = readdirSync(join(projectRoot, "test"), { recursive: true })
    .filter((path) => path.endsWith(".test.ts"))
    .filter((path) => readFileSync(join(projectRoot, "test", path), "utf8").includes('support/python.ts"'));
  const results = join(folder, "python.json");
  const argv = ["node_modules/.bin/vitest", "run", "--reporter=json", `--outputFile=${results}`, ...tests.map((path) => join("test", path))];
  spawnSync("node", argv, { cwd: projectRoot, stdio: "inherit", env: { ...process.env, HUBC_PYTHON: join(venvBin, "python") } });
  const { testResults } = JSON.parse(readFileSync(results, "utf8"));
  check("the tests with Python are found", testResults.length === tests.length && tests.length > 3 ? "" : `${tests.length} files, ${testResults.length} run`);
  for (const { name, message, assertionResults } of testResults) {
    const notRun = assertionResults.filter(({ status, title }) => status !== "passed" && !(process.getuid() === 0 && title.includes("can't be read")));
    const problem = [message, ...notRun.map(({ title, status }) => `${status}: ${title}`)].filter((line) => line).join("\n");
    check(`with Python: ${relative(projectRoot, name)}`, assertionResults.length > 0 ? problem : "it has no test");
  }
}

/** The Python that hubc ships: how it is written, its types, and that its tests find every change of the hub's package. */
function checkShippedPython() {
  const run = (program, ...argv) => {
    const env = { ...process.env, PYTHONDONTWRITEBYTECODE: "1" };
    const { status, stdout, stderr } = spawnSync(join(venvBin, program), argv, { cwd: join(projectRoot, "python"), encoding: "utf8", env });
    return status === 0 ? "" : `${stdout}${stderr}`;
  };
  const cached = ["--cache-dir", join(cache, "mypy")];
  check("ruff has nothing to say of the shipped Python", run("ruff", "check", "--no-cache", "."));
  check("it is in ruff's layout", run("ruff", "format", "--no-cache", "--check", "."));
  check("its types hold", run("mypy", ...cached));
  check("no change of the hub's package goes unseen by its tests", run("python", "-m", "tests.mutate"));
}

/** Azure's own compiler is in no registry: the Bicep of the goldens, which are what is emitted, is read by Checkov's parser and by an editor's. */
function checkBicep() {
  const golden = readFileSync(join(projectRoot, "test/targets/provider/goldens/aks.txt"), "utf8");
  const bicep = /^>>> \S+cluster\.bicep\n([\s\S]*?)(?=^>>> )/m.exec(golden)?.[1] ?? "";
  const read = (text) => {
    const { status, stdout, stderr } = spawnSync(join(venvBin, "python"), [join(projectRoot, "test/integration/formats/read_bicep.py")], {
      input: text,
      encoding: "utf8",
    });
    return status === 0 ? JSON.parse(stdout) : { error: stderr.trim().split("\n").at(-1) };
  };
  const found = read(bicep);
  const names = Object.values(found.resources ?? {}).map(({ config }) => config.name);
  check("two grammars read the cluster in Bicep", found.error ?? (names.join(" ") === "hub users largememory1 largememory2" ? "" : `they read ${names}`));
  check("they find what is no Bicep", read(bicep.replace("targetScope = ", "targetScope ")).error ? "" : "they did not");
}

/** The logs of all programs of the catalogue, wrong and right. */
async function checkSarif() {
  const { catalogue, check: checkProgram, checkedDate, createSourceFile, loadTemplateReader, loadYamlReader, renderSarif } = await import(join(projectRoot, "dist/index.js"));
  const [readYaml, readTemplate] = await Promise.all([loadYamlReader(), loadTemplateReader()]);
  const logs = join(folder, "sarif");
  mkdirSync(logs);
  const programs = catalogue.filter(({ language }) => language !== "yaml").flatMap(({ wrong, right }) => [wrong, right]);
  let written = 0;
  for (const [index, text] of programs.entries()) {
    const files = [createSourceFile("courses/p q.hub", text)];
    const { diagnostics } = checkProgram({ files, assets: new Map(), readYaml, readTemplate }, { on: checkedDate("2026-10-05") });
    if (diagnostics.length === 0) continue;
    writeFileSync(join(logs, `${index}.sarif`), renderSarif(diagnostics, { pages: catalogue, version: "0.1.0" }));
    written += 1;
  }
  check("there are many logs with findings", written > 100 ? "" : `only ${written} of ${programs.length}`);
  const output = join(folder, "validated.sarif");
  // Its exit code says nothing: what it found is in the log that it writes.
  const run = spawnSync(multitool, ["validate", join(logs, "*.sarif"), "--output", output, "--log", "ForceOverwrite", "--level", "Error;Warning;Note"], {
    encoding: "utf8",
    // It says all that it finds on its standard output too, and is stopped where that is more than fits.
    maxBuffer: 2 ** 26,
    env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" },
  });
  if (!existsSync(output)) {
    check("Microsoft's validator reads the logs", `${run.stdout}${run.stderr}`);
    return;
  }
  const validated = JSON.parse(readFileSync(output, "utf8")).runs.flatMap((one) => one.results ?? []);
  const rules = new Map();
  for (const { ruleId, level, locations } of validated) {
    const key = `${level ?? "warning"} ${ruleId}`;
    rules.set(key, [...(rules.get(key) ?? []), locations?.[0]?.physicalLocation?.artifactLocation?.uri]);
  }
  const errors = [...rules].filter(([key]) => key.startsWith("error"));
  check("Microsoft's validator finds no error", errors.map(([key, places]) => `${key}: ${places.length}, first in ${places[0]}`).join("\n"));
  console.log(`      ${written} logs; of less weight: ${[...rules.keys()].filter((key) => !key.startsWith("error")).join(", ") || "nothing"}`);
  const bad = join(folder, "bad.sarif");
  writeFileSync(bad, readFileSync(join(logs, readdirSync(logs)[0]), "utf8").replace(/"endLine": \d+/, '"endLine": 0'));
  const judged = join(folder, "bad-validated.sarif");
  spawnSync(multitool, ["validate", bad, "--output", judged, "--log", "ForceOverwrite"], {
    env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" },
  });
  const results = existsSync(judged) ? JSON.parse(readFileSync(judged, "utf8")).runs.flatMap((one) => one.results ?? []) : [];
  const found = results.filter(({ level }) => level === "error");
  check("and does find one in a log that is broken on purpose", found.length > 0 ? "" : "it found nothing");
}

function checkSchemas() {
  const against = (schema, paths) => {
    if (paths.length === 0) return check(`some file for ${schema}`, "there is none");
    const run = spawnSync(join(venvBin, "check-jsonschema"), ["--builtin-schema", schema, ...paths], { encoding: "utf8" });
    return check(`${paths.length} by the schema ${schema}`, run.status === 0 ? "" : `${run.stdout}${run.stderr}`);
  };
  against("vendor.github-actions", [join(projectRoot, "action.yml")]);
  against("vendor.github-workflows", filesBelow((path) => /\/(?:expected|out)\/ci\/(.*\/)?github\/.*\.ya?ml$|\.github\/workflows\/.*\.ya?ml$|\/(textbook|site)\/.*(workflow|publish|pages)[^/]*\.ya?ml$/.test(path)));
  against("vendor.gitlab-ci", filesBelow((path) => /\.gitlab-ci\.ya?ml$/.test(path)));
  const hooks = spawnSync(join(venvBin, "pre-commit"), ["validate-manifest", join(projectRoot, ".pre-commit-hooks.yaml")], { encoding: "utf8" });
  check("the hooks are a manifest of pre-commit", hooks.status === 0 ? "" : `${hooks.stdout}${hooks.stderr}`);
}

/** The outputs of the examples and of the fixture programs that `wanted` picks. */
function filesBelow(wanted) {
  return ["examples", "test/fixtures/programs"].flatMap((top) =>
    readdirSync(join(projectRoot, top), { recursive: true, encoding: "utf8" })
      .map((path) => join(projectRoot, top, path))
      .filter(wanted),
  );
}

/** The steps of the composite action that are commands, run as the runner does, but for building hubc, which is built. */
function checkAction() {
  const { steps } = load(readFileSync(join(projectRoot, "action.yml"), "utf8")).runs;
  const step = steps.find(({ name }) => name === "Check");
  const run = (name, text, inputs = {}) => {
    const place = project(name, text);
    const all = { path: ".", on: "", sarif: "", ...inputs };
    const expand = (value) =>
      value.replace(/\$\{\{ (?:inputs\.(\w+)|github\.action_path) \}\}/g, (_, input) => (input === undefined ? projectRoot : all[input]));
    const env = Object.fromEntries(Object.entries(step.env).map(([key, value]) => [key, expand(value)]));
    // As GitHub runs `shell: bash`.
    return { place, ...spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run], { cwd: place, encoding: "utf8", env: { ...process.env, ...env } }) };
  };
  const good = run("action-good", sound);
  check("the action passes a sound program", good.status === 0 ? "" : `${good.stdout}${good.stderr}`);
  const bad = run("action-bad", broken, { on: "2026-10-05", sarif: "hubc.sarif" });
  const annotated = /^::error file=p\.hub,line=3,.*title=image\/unknown-package::/m.test(bad.stdout);
  check("the action fails on a broken one, with an annotation", bad.status === 1 && annotated ? "" : `exit ${bad.status}\n${bad.stdout}${bad.stderr}`);
  const log = join(bad.place, "hubc.sarif");
  check("and writes the log", existsSync(log) && JSON.parse(readFileSync(log, "utf8")).runs[0].results.length === 1 ? "" : "no log");
  const missing = run("action-missing", sound, { path: "nowhere", sarif: "hubc.sarif" });
  check("the action fails where there is nothing to check", missing.status === 2 ? "" : `exit ${missing.status}`);
}

/** The hook as pre-commit installs and runs it: from a repository of hubc, with Node's environment of its own. */
function checkHook() {
  const hubc = join(folder, "hubc");
  mkdirSync(hubc);
  const git = (cwd, ...args) => execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", ...args], { cwd, stdio: "pipe", encoding: "utf8" });
  const files = git(projectRoot, "ls-files", "-co", "--exclude-standard", "-z").split("\0").filter((path) => path !== "" && !path.startsWith("test/") && existsSync(join(projectRoot, path)));
  for (const path of files) cpSync(join(projectRoot, path), join(hubc, path), { recursive: true });
  git(hubc, "init", "-q", "-b", "main");
  git(hubc, "add", "-A");
  git(hubc, "commit", "-qm", "hubc");
  for (const [name, text, expected] of [["hook-good", sound, 0], ["hook-bad", broken, 1]]) {
    const place = project(name, text);
    git(place, "init", "-q", "-b", "main");
    git(place, "add", "-A");
    const run = spawnSync(join(venvBin, "pre-commit"), ["try-repo", hubc, "hubc-check", "--all-files", "--verbose"], {
      cwd: place,
      encoding: "utf8",
      env: { ...process.env, PRE_COMMIT_HOME: join(cache, "pre-commit") },
    });
    const said = expected === 0 || run.stdout.includes("image/unknown-package");
    check(`the hook ${expected === 0 ? "passes a sound program" : "fails on a broken one and says why"}`, run.status === expected && said ? "" : `exit ${run.status}\n${run.stdout}${run.stderr}`);
  }
}

/** A folder of its own with one file of text. */
function project(name, text) {
  const place = join(folder, name);
  mkdirSync(place);
  writeFileSync(join(place, "p.hub"), text);
  return place;
}
