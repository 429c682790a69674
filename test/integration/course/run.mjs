// The integration test of what stands beside a course's servers: `node test/integration/course/run.mjs`. The program course-side is built;
// Jupyter Book builds its book, and Otter makes and runs its assignments, with the releases on PyPI. It needs hubc built into dist/ (or HUBC_CLI),
// and Python 3.10 or later. One line a check, then the sum; exit code 1 on a failure. About three minutes, the first time six.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { report } from "../images/report.mjs";
import { checkBook } from "./check-book.mjs";
import { checkOtter } from "./check-otter.mjs";
import { projectRoot, setUpCourse } from "./setup.mjs";

const cli = resolve(process.env["HUBC_CLI"] ?? join(projectRoot, "dist/cli.js"));
if (!existsSync(cli)) {
  console.error(`${cli} does not exist: run \`npm run build\` first`);
  process.exit(1);
}

const started = Date.now();
setUpCourse();
const work = mkdtempSync(join(tmpdir(), "hubc-course-"));
try {
  const out = join(work, "out");
  const program = join(projectRoot, "test/fixtures/programs/course-side");
  execFileSync(process.execPath, [cli, "build", program, "--out", out, "--on", "2026-10-05"], { stdio: "ignore" });
  const course = join(out, "courses/data8");
  const sum = report();
  checkBook({ textbook: join(course, "textbook"), work }, sum);
  checkOtter({ grading: join(course, "grading"), work }, sum);
  console.log(`\n${Math.round((Date.now() - started) / 1000)} seconds`);
  sum.end();
} finally {
  rmSync(work, { recursive: true, force: true });
}
