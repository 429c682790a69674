// What hubc costs: CPU seconds (user and system, of the whole process) and peak memory, beside `node -e 0`, in one run.
// usage: node scripts/bench.mjs [--runs N] [--keep] [--only WORDS]

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { campus } from "./campus.mjs";
import { coursesOnOneHub, hubsOfOneCourse } from "./many-hubs.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const cli = join(root, "dist/cli.js");
const option = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);
const runs = Number(option("--runs") ?? 5);
const only = option("--only");
const work = mkdtempSync(join(tmpdir(), "hubc-bench-"));
const figures = join(work, "figures.json");
const probe = join(work, "probe.cjs");

// Counted by the operating system until the process leaves; what tearing down takes after that is in neither figure.
writeFileSync(
  probe,
  `process.on("exit", () => require("fs").writeFileSync(process.env.HUBC_BENCH_FIGURES, JSON.stringify(process.resourceUsage())));`,
);

const environment = { ...process.env, HUBC_BENCH_FIGURES: figures };
delete environment.NODE_EXTRA_CA_CERTS;
delete environment.NODE_OPTIONS;

function measure(argv) {
  rmSync(figures, { force: true });
  const { status, stderr } = spawnSync(process.execPath, ["--require", probe, ...argv], {
    env: environment,
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
  });
  if (!existsSync(figures)) return { failed: stderr.trim().split("\n")[0] ?? `exit ${status}` };
  const usage = JSON.parse(readFileSync(figures, "utf8"));
  return {
    cpu: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
    memory: usage.maxRSS / 1024,
    ...(status === 0 ? {} : { failed: `exit ${status}: ${stderr.trim().split("\n").at(-1)}` }),
  };
}

function project(name, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(work, name, path)), { recursive: true });
    writeFileSync(join(work, name, path), text);
  }
  return join(work, name);
}

const one = existsSync(join(root, "examples/data8"))
  ? join(root, "examples/data8")
  : project("one", campus(1, { split: false }));
const inOne = project("1000-in-one", campus(1000, { split: false }));
const inMany = project("1000-in-many", campus(1000, { split: true }));
const large = project("5000-in-one", campus(5000, { split: false }));
const grown = [100, 200].map((count) => ({
  onOneHub: project(`${count}-on-one-hub`, coursesOnOneHub(count)),
  hubs: project(`${count}-hubs`, hubsOfOneCourse(count)),
}));
const on = ["--on", "2026-10-05"];
const check = (path) => [cli, "check", path, ...on];
const build = (path) => [cli, "build", path, ...on, "--out", join(work, "out")];

const cases = [
  { name: "node -e 0", argv: ["-e", "0"] },
  { name: "hubc --version", argv: [cli, "--version"] },
  { name: "check, 1 course", argv: check(one), aim: "node + 0.06 s" },
  { name: "build, 1 course", argv: build(one), aim: "node + 0.06 s" },
  { name: "check, 1,000 courses in 1 file", argv: check(inOne), aim: "0.4 s, 150 MiB" },
  { name: "build, 1,000 courses in 1 file", argv: build(inOne), aim: "0.4 s, 150 MiB" },
  { name: "check, 1,000 courses in 1,000 files", argv: check(inMany), aim: "0.4 s, 150 MiB" },
  { name: "build, 1,000 courses in 1,000 files", argv: build(inMany), aim: "0.4 s, 150 MiB" },
  {
    name: "check, 5,000 courses",
    argv: check(large),
    aim: "5.5 × 1,000 courses",
    beside: "check, 1,000 courses in 1 file",
  },
  {
    name: "build, 5,000 courses",
    argv: build(large),
    aim: "5.5 × 1,000 courses",
    beside: "build, 1,000 courses in 1 file",
  },
  { name: "build, 1 hub of 100 courses by group", argv: build(grown[0].onOneHub) },
  {
    name: "build, 1 hub of 200 courses by group",
    argv: build(grown[1].onOneHub),
    aim: "2.2 × 100 courses",
    beside: "build, 1 hub of 100 courses by group",
  },
  { name: "build, 100 hubs", argv: build(grown[0].hubs) },
  { name: "build, 200 hubs", argv: build(grown[1].hubs), aim: "2.2 × 100 hubs", beside: "build, 100 hubs" },
];

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const results = new Map();

console.log(`node ${process.version}, ${process.arch}, ${runs} runs each; CPU seconds: least / median\n`);
console.log(`${"".padEnd(38)}${"CPU s".padStart(15)}${"MiB".padStart(8)}   aim`);
for (const { name, argv, aim = "", beside } of cases) {
  if (only !== undefined && !name.includes(only)) continue;
  const samples = [];
  for (let run = 0; run < runs; run += 1) {
    rmSync(join(work, "out"), { recursive: true, force: true });
    samples.push(measure(argv));
  }
  const failed = samples.find((sample) => sample.failed !== undefined)?.failed;
  const measured = samples.filter((sample) => sample.cpu !== undefined);
  if (measured.length === 0) {
    console.log(`${name.padEnd(38)}${"—".padStart(15)}   ${failed}`);
    process.exitCode = 1;
    continue;
  }
  const cpu = {
    least: Math.min(...measured.map((sample) => sample.cpu)),
    median: median(measured.map((sample) => sample.cpu)),
  };
  const memory = median(measured.map((sample) => sample.memory));
  results.set(name, cpu.median);
  const times = results.has(beside) ? ` (now ${(cpu.median / results.get(beside)).toFixed(1)} ×)` : "";
  const over =
    aim.startsWith("node +") && results.has("node -e 0")
      ? ` (now + ${(cpu.median - results.get("node -e 0")).toFixed(2)} s)`
      : "";
  const figuresText = `${cpu.least.toFixed(3)} / ${cpu.median.toFixed(3)}`;
  console.log(`${name.padEnd(38)}${figuresText.padStart(15)}${memory.toFixed(0).padStart(8)}   ${aim}${times}${over}`);
  if (failed === undefined) continue;
  console.log(`${"".padEnd(38)}   ${failed}`);
  process.exitCode = 1;
}
if (process.argv.includes("--keep")) console.log(`\nkept in ${work}`);
else rmSync(work, { recursive: true, force: true });
