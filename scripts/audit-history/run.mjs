// How much of what was wrong in hubs that run would have been found: each commit that mended something is audited in the version before it
// and in its own. Found is what is said before it and not after, at the lines that the commit changes, or in a file that it leaves as it was: the other
// half of what does not fit. What is gone elsewhere in a changed file is shown and does not count. Some commits of the list made a mistake that a
// later one mended ("brought" in commits.json): of these, found is what is said after and not before. Where one of the two versions can't be audited,
// nothing counts as found.
//
//   npm run --silent build && node scripts/audit-history/run.mjs REPOSITORY… [--commits FILE] [--only ID] [--all]
//
// REPOSITORY: a clone with its history, or its git directory. A commit that none of them has is said. `--all` shows what was found, not the count alone.

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = fileURLToPath(new URL(".", import.meta.url));
const program = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const { values: options, positionals: repositories } = parseArgs({
  allowPositionals: true,
  options: { commits: { type: "string" }, only: { type: "string" }, all: { type: "boolean" } },
});
if (repositories.length === 0)
  throw new Error("Name the repositories: clones with their history, or their git directories.");

const gitOf = (repository) => [
  "--git-dir",
  existsSync(join(repository, ".git")) ? join(repository, ".git") : repository,
];
const git = (repository, ...args) =>
  execFileSync("git", [...gitOf(repository), ...args], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "ignore"],
  });

/** Only what audit reads: values, and what lies around them. */
function audited(repository, revision) {
  const folder = mkdtempSync(join(tmpdir(), "hubc-history-"));
  try {
    const there = git(repository, "ls-tree", "--name-only", revision).split("\n");
    const wanted = ["deployments", "hub", "config", "helm-charts", "images"].filter((name) => there.includes(name));
    const archive = execFileSync("git", [...gitOf(repository), "archive", revision, "--", ...wanted], {
      maxBuffer: 2 ** 30,
    });
    execFileSync("tar", ["-x", "-C", folder], { input: archive, stdio: ["pipe", "ignore", "inherit"] });
    const { status, stdout, stderr } = spawnSync("node", [program, "audit", ".", "--format", "json"], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
      timeout: 120_000,
    });
    if (status !== 0 && status !== 1) return { findings: [], problem: stderr.trim().split("\n").at(-1) };
    return { findings: JSON.parse(stdout).diagnostics ?? [] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The lines at which a commit changes something, by file, before it or after; with some around them, since a finding may stand at the key above. */
function changedLines(repository, commit, side) {
  const lines = new Map();
  let file;
  for (const line of git(repository, "diff", "--unified=0", "--no-renames", `${commit}^`, commit).split("\n")) {
    if (line.startsWith(side === "before" ? "--- " : "+++ ")) file = line.replace(/^(?:---|\+\+\+) (?:[ab]\/)?/, "");
    const hunk = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? /.exec(line);
    if (hunk === null || file === undefined) continue;
    const [from, count = "1"] = side === "before" ? hunk.slice(1, 3) : hunk.slice(3, 5);
    lines.set(file, [...(lines.get(file) ?? []), [Number(from) - 6, Number(from) + Number(count) + 6]]);
  }
  return lines;
}

const placeOf = ({ file, span }) => ({ file, line: span.start.line });
const said = (finding) => `${finding.code} ${finding.message}`;

/** Where a finding stands that one version has and the other has not. */
function whereOf({ file, line }, lines) {
  const here = lines.get(file);
  if (here === undefined) return "other file";
  return here.some(([from, to]) => line >= from && line <= to) ? "near" : "elsewhere";
}

let found = 0;
let asked = 0;
const { commits, brought = [] } = JSON.parse(readFileSync(options.commits ?? join(here, "commits.json"), "utf8"));
for (const { kind, ids } of commits) {
  for (const id of ids.filter((one) => options.only === undefined || one.startsWith(options.only))) {
    const repository = repositories.find((one) => spawnSync("git", [...gitOf(one), "cat-file", "-e", id]).status === 0);
    if (repository === undefined) {
      process.stdout.write(`${id.slice(0, 9)}  none of the repositories has it\n`);
      continue;
    }
    asked += 1;
    const [before, after] = [audited(repository, `${id}^`), audited(repository, id)];
    const [wrong, right, side] = brought.includes(id) ? [after, before, "after"] : [before, after, "before"];
    const lines = changedLines(repository, id, side);
    const other = new Set(right.findings.map((one) => `${placeOf(one).file} ${said(one)}`));
    const problem = before.problem ?? after.problem;
    const gone = (problem === undefined ? wrong.findings : [])
      .filter((one) => !other.has(`${placeOf(one).file} ${said(one)}`))
      .map((one) => ({ ...one, where: whereOf(placeOf(one), lines) }));
    const isFound = gone.some(({ where }) => where !== "elsewhere");
    if (isFound) found += 1;
    const subject = git(repository, "log", "-1", "--format=%s", id).trim().slice(0, 60);
    const why = problem === undefined ? "" : ` (${problem.slice(0, 80)})`;
    process.stdout.write(`${id.slice(0, 9)}  ${isFound ? "found " : "missed"}  ${kind}: ${subject}${why}\n`);
    if (options.all)
      for (const one of gone.slice(0, 3))
        process.stdout.write(`             ${one.where}: ${placeOf(one).file}:${placeOf(one).line} ${said(one)}\n`);
  }
}
process.stdout.write(
  `${found} of ${asked} found in one version and not in the other (${Math.round((100 * found) / Math.max(1, asked))} %)\n`,
);
process.exitCode = asked === 0 ? 1 : 0;
