// The integration test on a real JupyterHub: `node test/integration/hub/run.mjs [VALUES]`. It needs python3, npm and,
// without VALUES, the built Stat 159 example. One line a check, then the sum; exit code 1 on a failure. About ten minutes
// on two cores.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { projectRoot, setUpHub, venvBin } from "./setup.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const values = resolve(process.argv[2] ?? join(projectRoot, "examples/stat159/out/hubs/stat159/prod/values.yaml"));

for (const needed of [values, join(projectRoot, "dist/cli.js")]) {
  if (existsSync(needed)) continue;
  console.error(`${needed} does not exist: build it first`);
  process.exit(1);
}
setUpHub();
const folder = mkdtempSync(join(tmpdir(), "hubc-hub-"));
const checks = [
  { title: "the hub's Python, by its own tests", script: "check_package.py", given: [], log: [] },
  { title: "the pods of Stat 159", script: "check_pod.py", given: [values], log: [] },
  {
    title: "the people of Stat 159",
    script: "check_people.py",
    given: [values, join(folder, "people")],
    log: ["people"],
  },
  {
    title: "other sign-ins",
    script: "check_sign_in.py",
    given: [values, join(folder, "sign-in")],
    log: ["sign-in/oauth", "sign-in/password"],
  },
  {
    title: "three courses on one hub, by group",
    script: "check_courses.py",
    given: [fixture("courses-by-group", "campus"), join(folder, "courses")],
    log: ["courses"],
  },
  {
    title: "courses by choice, and an exam",
    script: "check_choice.py",
    given: [fixture("courses-by-choice", "campus"), fixture("exam-day", "datahub"), join(folder, "choice")],
    log: ["choice/choice", "choice/exam"],
  },
  {
    title: "profiles with choices, and a hub without a course",
    script: "check_profiles.py",
    given: [fixture("permanent-hub", "department"), fixture("permanent-hub", "plain"), join(folder, "profiles")],
    log: ["profiles/profiles", "profiles/plain"],
  },
  {
    title: "keys of a form, a role, and a container beside every server",
    script: "check_forms.py",
    given: [process.execPath, join(projectRoot, "dist/cli.js"), join(folder, "forms")],
    log: ["forms/ruled", "forms/open"],
  },
  {
    title: "identity providers of CILogon",
    script: "check_providers.py",
    given: [fixture("sign-ins", "providers")],
    log: [],
  },
  {
    title: "a year of two hubs",
    script: "check_year.py",
    given: [join(here, "year"), join(projectRoot, "dist/cli.js"), join(folder, "year")],
    log: ["year/groups/hub", "year/choice/hub"],
    longestMinutes: 10,
  },
  {
    title: "exchanges of nbgrader",
    script: "check_nbgrader.py",
    given: [fixture("nbgrader", "stat20"), fixture("nbgrader", "campus")],
    log: [],
  },
  {
    title: "groups that come from sign-in",
    script: "check_sources.py",
    given: [program("groups-from-sign-in"), join(folder, "sources")],
    log: ["canvas", "github", "google", "lti", "oidc"].map((hub) => `sources/${hub}`),
  },
  {
    title: "every other way of signing in",
    script: "check_variants.py",
    given: [program("sign-in-variants"), join(folder, "variants")],
    log: ["openshift", "mediawiki", "lti", "lti-1-1", "ldap", "directory", "accounts", "workshop"].map(
      (hub) => `variants/${hub}`,
    ),
  },
  {
    title: "areas",
    script: "check_areas.py",
    given: [process.execPath, join(projectRoot, "dist/cli.js"), join(folder, "areas")],
    log: ["areas/hub-control", "areas/hub-own"],
  },
  {
    title: "who may enter, with configuration laid over the sign-in",
    script: "check_entry.py",
    given: [join(folder, "entry")],
    log: [],
  },
  {
    title: "values with a mistake",
    script: "check_mutations.py",
    given: [values, fixture("courses-by-group", "campus"), join(folder, "mutations")],
    log: [],
    longestMinutes: 15,
  },
];
const sum = { passed: 0, failed: 0 };
for (const check of checks) {
  console.log(`\n# ${check.title}`);
  const { code, text } = await runPython(check);
  const counts = /^(\d+) passed, (\d+) failed$/m.exec(text);
  sum.passed += Number(counts?.[1] ?? 0);
  // A script that ended before its sum has failed too, whatever its checks said.
  sum.failed += Number(counts?.[2] ?? 0) || (code === 0 && counts ? 0 : 1);
  if (code !== 0) for (const log of check.log) showLog(join(folder, log, "hub.log"));
}
rmSync(folder, { recursive: true, force: true });
console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed === 0 && sum.passed > 0 ? 0 : 1);

/** The hubs of a fixture. */
function program(name) {
  return join(projectRoot, "test/fixtures/programs", name, "expected/hubs");
}

/** The values of a fixture's `prod`, which the unit tests hold against what is compiled. */
function fixture(program, hub) {
  return join(projectRoot, `test/fixtures/programs/${program}/expected/hubs/${hub}/prod/values.yaml`);
}

function runPython({ script, given, longestMinutes = 5 }) {
  return new Promise((done) => {
    const child = spawn(join(venvBin, "python"), ["-u", join(here, script), ...given], {
      stdio: ["ignore", "pipe", "inherit"],
      timeout: longestMinutes * 60_000,
      env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" },
    });
    let text = "";
    child.stdout.setEncoding("utf8");
    child.stdout.on("data", (chunk) => {
      text += chunk;
      process.stdout.write(chunk.replace(/^\d+ passed, \d+ failed\n/m, ""));
    });
    child.on("close", (code) => done({ code, text }));
  });
}

function showLog(path) {
  if (existsSync(path)) console.log(`--- the end of ${path}\n${readFileSync(path, "utf8").slice(-4000)}`);
}
