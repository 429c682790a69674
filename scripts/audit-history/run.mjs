// How much of what was wrong in hubs that run would have been found: each commit that mended something is audited in the version before it
// and in its own. Found is what stands at the lines that the commit changes, before it and not after.
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
    spawnSync("tar", ["-x", "-C", folder], { input: archive, stdio: ["pipe", "ignore", "ignore"] });
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

/** The lines before the commit at which it changes something, by file; with some around them, since a finding may stand at the key above. */
function changedLines(repository, commit) {
  const lines = new Map();
  let file;
  for (const line of git(repository, "diff", "--unified=0", "--no-renames", `${commit}^`, commit).split("\n")) {
    if (line.startsWith("--- ")) file = line.replace(/^--- (?:a\/)?/, "");
    const [, from, count = "1"] = /^@@ -(\d+)(?:,(\d+))? /.exec(line) ?? [];
    if (from === undefined || file === undefined) continue;
    lines.set(file, [...(lines.get(file) ?? []), [Number(from) - 6, Number(from) + Number(count) + 6]]);
  }
  return lines;
}

const placeOf = ({ file, span }) => ({ file, line: span.start.line });
const said = (finding) => `${finding.code} ${finding.message}`;

let found = 0;
let asked = 0;
const { commits } = JSON.parse(readFileSync(options.commits ?? join(here, "commits.json"), "utf8"));
for (const { kind, ids } of commits) {
  for (const id of ids.filter((one) => options.only === undefined || one.startsWith(options.only))) {
    const repository = repositories.find((one) => spawnSync("git", [...gitOf(one), "cat-file", "-e", id]).status === 0);
    if (repository === undefined) {
      process.stdout.write(`${id.slice(0, 9)}  none of the repositories has it\n`);
      continue;
    }
    asked += 1;
    const [before, after] = [audited(repository, `${id}^`), audited(repository, id)];
    const lines = changedLines(repository, id);
    const later = new Set(after.findings.map((one) => `${placeOf(one).file} ${said(one)}`));
    const gone = before.findings.filter((one) => {
      const { file, line } = placeOf(one);
      const isNear = (lines.get(file) ?? []).some(([from, to]) => line >= from && line <= to);
      return isNear && !later.has(`${file} ${said(one)}`);
    });
    if (gone.length > 0) found += 1;
    const subject = git(repository, "log", "-1", "--format=%s", id).trim().slice(0, 60);
    const why = before.problem === undefined ? "" : ` (${before.problem.slice(0, 80)})`;
    process.stdout.write(`${id.slice(0, 9)}  ${gone.length > 0 ? "found " : "missed"}  ${kind}: ${subject}${why}\n`);
    if (options.all)
      for (const one of gone.slice(0, 3))
        process.stdout.write(`             ${placeOf(one).file}:${placeOf(one).line} ${said(one)}\n`);
  }
}
process.stdout.write(
  `${found} of ${asked} found before and not after (${Math.round((100 * found) / Math.max(1, asked))} %)\n`,
);
