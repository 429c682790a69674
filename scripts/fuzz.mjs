// Random programs through check and build, many of them: what throws, hangs, fills the memory or writes a character that its format
// forbids is counted, and the first program of each fault is kept.
// usage: node scripts/fuzz.mjs [--values] [--count N] [--seed S] [--from N] [--programs FOLDER]… [--out FOLDER]

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { bundleProgram } from "./bundler.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const all = (name) => process.argv.flatMap((word, i) => (process.argv[i - 1] === name ? [word] : []));
const number = (name, fallback) => Number(all(name).at(-1) ?? fallback);
const count = number("--count", 10_000);
const seed = number("--seed", 1);
const first = number("--from", 0);
const kept = all("--out").at(-1);
/** Values files of hubs that run, through audit and import. */
const values = process.argv.includes("--values");
const folders = [join(root, "test/fixtures/programs"), join(root, "examples"), ...all("--programs")];
/** Seconds of this process that one program may take before the run goes on without it: the machine may be busy. */
const patience = 30;
const processSeconds = () => process.cpuUsage().user / 1e6;

mkdirSync(join(root, ".build"), { recursive: true });
const bundle = mkdtempSync(join(root, ".build/fuzz-"));
await bundleProgram({ worker: "test/fuzz/worker.ts" }, bundle, { output: { sourcemap: "inline" } });

const faults = new Map();
const totals = { programs: 0, built: 0, outputs: 0 };
const began = Date.now();

function found(at, fault, program) {
  const key = keyOf(fault);
  const times = (faults.get(key) ?? 0) + 1;
  faults.set(key, times);
  if (times > 1) return;
  console.log(`program ${at}: ${fault}`);
  if (kept === undefined || program === undefined) return;
  const folder = join(kept, `${seed}-${at}`);
  for (const [path, text] of [...program.files, ...program.assets, ["fault.txt", fault]]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    // Halves of pairs have no UTF-8: the program is made again by its number.
    writeFileSync(join(folder, path), text);
  }
}

/** The same for the same fault: a throw's place, or a fault's first words. */
function keyOf(fault) {
  const [, place] = /^a throw: [\s\S]*?\n {4}at (.*?) \(/.exec(fault) ?? [];
  const words = fault
    .split("\n")[0]
    .replace(/["`'].*/, "")
    .replace(/ at \d+$/, "")
    .replace(/\b\d+/g, "N")
    .slice(0, 80);
  return place === undefined ? words : `${words} at ${place}`;
}

function run(from, to) {
  return new Promise((resolve) => {
    const at = new Int32Array(new SharedArrayBuffer(4));
    at[0] = from;
    const worker = new Worker(join(bundle, "worker.js"), {
      workerData: { seed, from, to, folders, at, values },
      resourceLimits: { maxOldGenerationSizeMb: 1024, stackSizeMb: 1 },
    });
    let [seen, since] = [-1, processSeconds()];
    const end = (reason) => {
      clearInterval(watch);
      if (reason !== undefined) found(at[0], reason);
      resolve(reason === undefined ? to : at[0] + 1);
    };
    const watch = setInterval(() => {
      if (at[0] !== seen) [seen, since] = [at[0], processSeconds()];
      else if (processSeconds() - since > patience) {
        void worker.terminate();
        end(`hangs: no end after ${patience} s`);
      }
    }, 1000);
    worker.on("message", (message) => {
      if (message.fault !== undefined) return found(message.number, message.fault, message);
      totals.built += message.built;
      totals.outputs += message.outputs;
      const done = message.number + 1 - first;
      if (done % 10_000 === 0) console.log(line(done));
    });
    worker.on("error", (error) => end(`ends the process: ${error.stack ?? error.message}`));
    worker.on("exit", (code) => {
      if (code === 0) end(undefined);
    });
  });
}

function line(done) {
  const seconds = (Date.now() - began) / 1000;
  const sum = [...faults.values()].reduce((a, b) => a + b, 0);
  return `${done} programs of seed ${seed}: ${totals.built} built into ${totals.outputs} files, ${sum} faults of ${faults.size} kinds, ${seconds.toFixed(0)} s, ${(done / seconds).toFixed(0)} a second`;
}

let from = first;
while (from < first + count) from = await run(from, first + count);
rmSync(bundle, { recursive: true, force: true });
console.log(line(count));
for (const [key, times] of [...faults].sort(([, a], [, b]) => b - a))
  console.log(`${String(times).padStart(8)}  ${key}`);
process.exitCode = faults.size === 0 ? 0 : 1;
