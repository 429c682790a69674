// What an edit costs in a campus of 500 files and 30,000 lines before any protocol: from the new text to the findings. CPU time of
// the main thread, so that other work on the machine counts less.
// usage: node scripts/bench-workspace.mjs [--edits N]

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundleProgram } from "./bundler.mjs";
import { campus } from "./campus.mjs";

const given = process.argv.indexOf("--edits");
const edits = given < 0 ? 200 : Number(process.argv[given + 1]);
const folder = mkdtempSync(join(tmpdir(), "hubc-bench-workspace-"));
await bundleProgram({ workspace: "compiler/workspace.ts" }, folder);
const { createWorkspace } = await import(pathToFileURL(join(folder, "workspace.js")).href);

/** Milliseconds that the main thread has run. */
const cpu = () => Number(readFileSync("/proc/self/schedstat", "utf8").split(" ")[0]) / 1e6;
const row = (what, figure) => console.log(`${what.padEnd(44)}${figure.padStart(24)}`);

const texts = campus(499, { split: true, full: true });
const [operator, ...courses] = Object.keys(texts);
const workspace = createWorkspace({ on: 20731 }); // 2026-10-05
const began = cpu();
for (const [path, text] of Object.entries(texts)) workspace.setFile(path, text);
workspace.examined();
row("first", `${(cpu() - began).toFixed(0)} ms`);

function measure(name, path, change) {
  const times = Array.from({ length: edits }, (_, n) => {
    const text = change(texts[path(n)], n);
    const before = cpu();
    workspace.setFile(path(n), text);
    workspace.examined();
    return cpu() - before;
  }).sort((a, b) => a - b);
  row(name, `${times[edits >> 1].toFixed(1)} / ${times[Math.floor(edits * 0.95)].toFixed(1)} ms`);
}

const course = (n) => courses[(n * 7) % courses.length];
measure("a value of a course: median / p95", course, (text, n) =>
  text.replace(/students *= \d+/, `students = ${n + 30}`),
);
measure("a comment in a course", course, (text, n) => `# ${n}\n${text}`);
measure("an unfinished line in a course", course, (text, n) =>
  text.replace("title     =", `title ${"x".repeat(n % 9)}`),
);
measure(
  "the file of the operator",
  () => operator,
  (text, n) => `# ${n}\n${text}`,
);
rmSync(folder, { recursive: true, force: true });
