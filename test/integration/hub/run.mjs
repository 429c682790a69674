// The integration test on a real JupyterHub: `node test/integration/hub/run.mjs [VALUES]`. It needs python3, npm and,
// without VALUES, the built Stat 159 example. One line a check, then the sum; exit code 1 on a failure. About one minute,
// the first time two.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { projectRoot, setUpHub, venvBin } from "./setup.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const values = resolve(process.argv[2] ?? join(projectRoot, "examples/stat159/out/hubs/stat159/prod/values.yaml"));
const longestMinutes = 3;

if (!existsSync(values)) {
  console.error(`${values} does not exist: build the example first`);
  process.exit(1);
}
setUpHub();
const folder = mkdtempSync(join(tmpdir(), "hubc-hub-"));
const checks = [
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
    given: [join(folder, "sign-in")],
    log: ["sign-in/oauth", "sign-in/password"],
  },
];
const sum = { passed: 0, failed: 0 };
for (const check of checks) {
  console.log(`\n# ${check.title}`);
  const { code, text } = await runPython(check.script, check.given);
  const counts = /^(\d+) passed, (\d+) failed$/m.exec(text);
  sum.passed += Number(counts?.[1] ?? 0);
  // A script that ended before its sum has failed too, whatever its checks said.
  sum.failed += Number(counts?.[2] ?? 0) || (code === 0 && counts ? 0 : 1);
  if (code !== 0) for (const log of check.log) showLog(join(folder, log, "hub.log"));
}
rmSync(folder, { recursive: true, force: true });
console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed === 0 && sum.passed > 0 ? 0 : 1);

function runPython(script, given) {
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
