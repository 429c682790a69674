// Real nbgrader in servers mounted as the values say: a homework is released, handed in, collected, graded and given back, and
// nobody sees another's. It needs Linux, where a user may have namespaces.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { binOf, projectRoot } from "./setup.mjs";

/** `values`: those of the hub of the fixture `nbgrader` that has one course. */
export function checkNbgrader({ values, work }, sum) {
  const possible = spawnSync("unshare", ["--user", "--map-root-user", "--mount", "true"]);
  sum.check("nbgrader: this machine can mount folders for a test", possible.status === 0 ? "" : String(possible.stderr ?? possible.error));
  if (possible.status !== 0) return;
  const script = join(projectRoot, "test/integration/course/check_nbgrader.py");
  const done = spawnSync(join(binOf("nbgrader"), "python"), [script, values, join(work, "nbgrader")], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" },
  });
  for (const line of done.stdout.split("\n").filter((line) => line.startsWith("{"))) {
    const { title, problem } = JSON.parse(line);
    sum.check(title, problem);
  }
  sum.check("nbgrader: all checks were made", done.status === 0 ? "" : `the script ended with ${done.status}`);
}
