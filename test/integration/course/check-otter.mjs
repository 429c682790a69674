// Real Otter makes an assignment from the emitted configuration, and grades what is handed in; the same by `otter generate`.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { notebook } from "./notebook.mjs";
import { binOf } from "./setup.mjs";

export function checkOtter({ grading, work }, sum) {
  for (const version of [6, 7]) {
    for (const name of readdirSync(grading)) checkAssignment({ version, name, grading, work }, sum);
  }
}

function checkAssignment({ version, name, grading, work }, sum) {
  const title = (what) => `Otter ${version}: ${name}: ${what}`;
  const config = readFileSync(join(grading, name, "assignment_config.yml"), "utf8");
  // The fixture's image has Otter 6, whose key Otter 7 refuses.
  const own = version === 6 ? config : config.replace(/^exclude_conda_defaults: true\n/m, "");
  if (version === 7) sum.check(title("the key is there that only Otter 6 knows"), own === config ? "it is not" : "");
  const folder = masterAt(join(work, `otter-${version}-${name}`), join(grading, name), own);
  const assigned = otter(version, folder, ["assign", "--no-pdfs", "master.ipynb", "dist"]);
  sum.check(title("otter assign takes the configuration, and its own solutions pass"), assigned.status === 0 ? "" : assigned.said);
  if (assigned.status !== 0) return;
  const zip = readdirSync(join(folder, "dist/autograder")).find((file) => file.endsWith(".zip"));
  sum.check(title("makes an autograder"), zip === undefined ? "there is no zip file" : "");
  if (zip === undefined) return;
  const path = join(folder, "dist/autograder", zip);
  const environment = member(path, "environment.yml");
  sum.check(title("that has the image's packages"), /numpy=1\.26/.test(environment) && /python=3\.11/.test(environment) ? "" : environment);
  sum.check(title("from conda-forge alone"), /^\s*-\s+defaults$/m.exec(environment)?.[0]);
  const settings = JSON.parse(member(path, "otter_config.json"));
  const emitted = JSON.parse(readFileSync(join(grading, name, "otter_config.json"), "utf8"));
  const lost = Object.entries(emitted).filter(([key, value]) => settings[key] !== value);
  sum.check(title("and what otter generate is told, too"), lost.length === 0 ? "" : JSON.stringify({ settings, emitted }));
  checkGrades({ version, folder, zip: path, title }, sum);
  checkGenerate({ version, folder, from: join(grading, name), title }, sum);

  const wrong = masterAt(join(work, `wrong-${version}-${name}`), join(grading, name), own.replace("generate:", "genrate:"));
  const refused = otter(version, wrong, ["assign", "--no-pdfs", "master.ipynb", "dist"]);
  sum.check(title("a key that Otter does not know would have been found"), refused.status === 0 ? "it was taken" : "");
}

/** The students' notebook, solved rightly and wrongly, by the autograder. */
function checkGrades({ version, folder, zip, title }, sum) {
  const student = JSON.parse(readFileSync(join(folder, "dist/student/master.ipynb"), "utf8"));
  for (const [answer, right] of [
    ["x = 2", true],
    ["x = 3", false],
  ]) {
    const solved = structuredClone(student);
    for (const cell of solved.cells) {
      const source = [cell.source].flat().join("");
      if (source.includes("x = ...")) cell.source = source.replace("x = ...", answer);
    }
    writeFileSync(join(folder, "master.ipynb"), JSON.stringify(solved));
    const graded = right ? "graded-right" : "graded-wrong";
    mkdirSync(join(folder, graded));
    const ran = otter(version, folder, ["run", "-a", zip, "-o", graded, "--no-logo", "master.ipynb"]);
    const results = join(folder, graded, "results.json");
    const tests = existsSync(results) ? JSON.parse(readFileSync(results, "utf8")).tests : [];
    const scored = tests.filter((one) => one.max_score > 0);
    const full = scored.length > 0 && scored.every((one) => one.score === one.max_score);
    sum.check(title(`\`${answer}\` is graded ${right ? "right" : "wrong"}`), ran.status === 0 && full === right ? "" : ran.said + JSON.stringify(tests));
  }
}

function checkGenerate({ version, folder, from, title }, sum) {
  const tests = join(folder, "dist/autograder/tests");
  const all = existsSync(tests) ? tests : join(folder, "own-tests");
  if (!existsSync(tests)) {
    mkdirSync(all);
    writeFileSync(join(all, "q1.py"), testFile);
  }
  cpSync(join(from, "otter_config.json"), join(folder, "otter_config.json"));
  const options = ["generate", "-t", all, "-o", "generated.zip", "-c", "otter_config.json", "-e", "environment.yml", "--no-requirements"];
  const made = otter(version, folder, options);
  sum.check(title("otter generate takes otter_config.json and environment.yml"), made.status === 0 ? "" : made.said);
}

const testFile = `OK_FORMAT = True
test = {"name": "q1", "points": 1, "suites": [{"cases": [{"code": ">>> x == 2\\nTrue"}], "scored": True, "setup": "", "teardown": "", "type": "doctest"}]}
`;

/** An assignment of one question, whose first cell names the configuration. */
function masterAt(folder, from, config) {
  mkdirSync(folder, { recursive: true });
  cpSync(join(from, "environment.yml"), join(folder, "environment.yml"));
  writeFileSync(join(folder, "assignment_config.yml"), config);
  const cells = [
    ["raw", "# ASSIGNMENT CONFIG\nconfig_file: assignment_config.yml"],
    ["markdown", "# An assignment"],
    ["raw", "# BEGIN QUESTION\nname: q1\npoints: 1"],
    ["markdown", "What is 1 + 1?"],
    ["raw", "# BEGIN SOLUTION"],
    ["code", "x = 2 # SOLUTION"],
    ["raw", "# END SOLUTION"],
    ["raw", "# BEGIN TESTS"],
    ["code", "assert x == 2"],
    ["raw", "# END TESTS"],
    ["raw", "# END QUESTION"],
  ];
  writeFileSync(join(folder, "master.ipynb"), notebook(cells));
  return folder;
}

function otter(version, cwd, args) {
  const bin = binOf(`otter-${version}`);
  const { status, stdout, stderr } = spawnSync(join(bin, "otter"), args, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, PATH: `${bin}:${process.env["PATH"]}`, VIRTUAL_ENV: join(bin, "..") },
  });
  return { status, said: stdout + stderr };
}

function member(zip, name) {
  return execFileSync("python3", ["-c", "import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]).decode())", zip, name], {
    encoding: "utf8",
  });
}
