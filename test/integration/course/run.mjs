// The integration test of what stands beside a course's servers: `node test/integration/course/run.mjs`. The program course-side is built;
// Jupyter Book builds its book, Otter makes and runs its assignments, nbgitpuller opens links, and nbgrader takes a homework round, with the releases on PyPI. It needs hubc built into dist/ (or HUBC_CLI),
// and Python 3.10 or later. One line a check, then the sum; exit code 1 on a failure. About five minutes, the first time nine.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { report } from "../images/report.mjs";
import { checkBook } from "./check-book.mjs";
import { checkLinks } from "./check-links.mjs";
import { checkNbgrader } from "./check-nbgrader.mjs";
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
  build("course-side", out);
  const course = join(out, "courses/data8");
  const sum = report();
  checkBook({ textbook: join(course, "textbook"), work }, sum);
  checkOtter({ grading: join(course, "grading"), work }, sum);
  await checkLinks({ build: buildFolder, work }, sum);
  const graded = join(work, "graded");
  build("nbgrader", graded);
  checkNbgrader({ values: join(graded, "hubs/stat20/prod/values.yaml"), work }, sum);
  console.log(`\n${Math.round((Date.now() - started) / 1000)} seconds`);
  sum.end();
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Builds a program of the tests. */
function build(program, out) {
  buildFolder(join(projectRoot, "test/fixtures/programs", program), out);
}

function buildFolder(folder, out) {
  execFileSync(process.execPath, [cli, "build", folder, "--out", out, "--on", "2026-10-05"], { stdio: "ignore" });
}
