// What the language server costs in a campus of 500 files and 30,000 lines, over its pipes, as an editor meets it.
// usage: node scripts/bench-lsp.mjs [--edits N] [--cli PATH]

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { campus } from "./campus.mjs";
import { startServer } from "./lsp-client.mjs";

const option = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);
const cli = option("--cli") ?? fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const edits = Number(option("--edits") ?? 10_000);
const starts = 5;
const files = campus(499, { split: true, full: true });
const folder = mkdtempSync(join(tmpdir(), "hubc-bench-lsp-"));
const uriOf = (path) => pathToFileURL(join(folder, path)).href;
const path = "courses/c00250.hub";
const uri = uriOf(path);
const textDocument = { uri };
const initializationOptions = { on: "2026-10-05" };

for (const [name, text] of Object.entries(files)) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

/** The median and the 95th percentile. */
function spread(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
  return { median: at(0.5), p95: at(0.95), most: sorted.at(-1) };
}

/** MiB that the process holds now. */
const memoryOf = ({ child }) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))[1]) / 1024;

const row = (what, figure, aim) => console.log(`${what.padEnd(38)} ${figure.padStart(30)}   ${aim}`);
const ms = ({ median, p95, most }) => `${median.toFixed(1)} / ${p95.toFixed(1)} / ${most.toFixed(1)} ms`;

/** Starts the server, and waits until it has told of the open document, then until it has told of a file that is not open. */
async function start() {
  const began = performance.now();
  const server = await startServer([cli, "lsp"], pathToFileURL(folder).href, { initializationOptions });
  server.notify("textDocument/didOpen", { textDocument: { uri, languageId: "hub", version: 1, text: files[path] } });
  await server.until(() => server.published.get(uri)?.version === 1);
  const first = performance.now() - began;
  await server.until(() => server.published.has(uriOf(wrong)));
  return { server, first, all: performance.now() - began };
}

async function timed(count, run) {
  const times = [];
  for (let n = 0; n < count; n++) {
    const began = performance.now();
    await run(n);
    times.push(performance.now() - began);
  }
  return spread(times);
}

const lines = Object.values(files).reduce((sum, text) => sum + text.split("\n").length - 1, 0);
console.log(`${Object.keys(files).length} files, ${lines} lines, node ${process.version}; median / p95 / most`);

// What is wrong in a file that is not open is told once all is checked.
const wrong = "courses/wrong.hub";
writeFileSync(join(folder, wrong), "group wrong { members = 3 }\n");
const startTimes = { first: [], all: [] };
for (let n = 0; n < starts; n++) {
  const { server, first, all } = await start();
  startTimes.first.push(first);
  startTimes.all.push(all);
  server.child.kill();
}
row("start to first diagnostics", ms(spread(startTimes.first)), "at most 1000 ms");
row("start to all diagnostics", ms(spread(startTimes.all)), "");

const { server } = await start();
rmSync(join(folder, wrong));
server.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uriOf(wrong), type: 3 }] });
await server.until(() => server.published.get(uriOf(wrong)).diagnostics.length === 0);
const source = files[path].split("\n");
const line = source.findIndex((text) => text.trim().startsWith("students"));
let version = 1;
let current = source[line];

/** Types a number of students, some of them wrong, and waits for what is said of it. */
async function edit(n) {
  version++;
  const text = n % 5 === 0 ? "  students  = many" : `  students  = ${30 + (n % 400)}`;
  const range = { start: { line, character: 0 }, end: { line, character: current.length } };
  current = text;
  server.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ range, text }] });
  await server.until(() => server.published.get(uri)?.version === version);
  const wrong = server.published.get(uri).diagnostics.length > 0;
  if (wrong !== (n % 5 === 0)) throw new Error(`edit ${n}: ${JSON.stringify(server.published.get(uri).diagnostics)}`);
}

/** An edit of which nobody waits for the diagnostics, then a request at the value that is typed. */
async function ask(method, n, more = {}) {
  version++;
  const text = `  students  = ${30 + (n % 400)}`;
  const range = { start: { line, character: 0 }, end: { line, character: current.length } };
  current = text;
  server.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ range, text }] });
  const began = performance.now();
  await server.request(method, { textDocument, position: { line, character: 6 }, ...more });
  const took = performance.now() - began;
  await server.until(() => server.published.get(uri)?.version === version);
  return took;
}

async function asked(method, more) {
  const times = [];
  for (let n = 0; n < 200; n++) times.push(await ask(method, n, more));
  return spread(times);
}

await timed(200, edit);
row("edit to diagnostics", ms(await timed(500, edit)), "p95 at most 120 ms");
row("completion right after an edit", ms(await asked("textDocument/completion")), "p95 at most 120 ms");
row("hover right after an edit", ms(await asked("textDocument/hover")), "p95 at most 120 ms");
row("definition right after an edit", ms(await asked("textDocument/definition")), "p95 at most 120 ms");
row(
  "references right after an edit",
  ms(await asked("textDocument/references", { context: { includeDeclaration: true } })),
  "",
);
row("semantic tokens right after an edit", ms(await asked("textDocument/semanticTokens/full")), "");

const before = memoryOf(server);
row("memory, with edits without a pause", `${before.toFixed(0)} MiB`, "at most 200 MiB");
const all = await timed(edits, edit);
const after = memoryOf(server);
row(`edit to diagnostics, ${edits} edits`, ms(all), "p95 at most 120 ms");
row(
  `memory after ${edits} edits`,
  `${after.toFixed(0)} MiB (${after < before ? "" : "+"}${(after - before).toFixed(0)})`,
  "no growth",
);
await new Promise((done) => setTimeout(done, 40_000));
row("memory after 40 s of rest", `${memoryOf(server).toFixed(0)} MiB`, "at most 200 MiB");
server.child.kill();
rmSync(folder, { recursive: true, force: true });
