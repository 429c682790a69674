// Bundles the compiler into dist/: cli.js, which starts fast since each command is a chunk that is loaded when it runs, and
// index.js, the library.

import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundledPackages, licenceTexts } from "./bundled-packages.mjs";
import { bundleProgram } from "./bundler.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const library = `${root}compiler/index.ts`;

rmSync(`${root}dist`, { recursive: true, force: true });
const entries = { cli: "compiler/cli/bin.ts", ...(existsSync(library) ? { index: library } : {}) };
const chunks = await bundleProgram(entries, `${root}dist`, { output: { minify: true } });
chmodSync(`${root}dist/cli.js`, 0o755);
const inputs = chunks.flatMap((chunk) => Object.keys(chunk.inputs));
writeFileSync(`${root}dist/THIRD-PARTY.txt`, licenceTexts(bundledPackages(inputs)));
// Which files of the compiler are in which chunk: what the test of what a command loads reads.
mkdirSync(`${root}.build`, { recursive: true });
const byPath = Object.fromEntries(chunks.map(({ path, ...chunk }) => [`dist/${path}`, chunk]));
writeFileSync(`${root}.build/bundle.json`, JSON.stringify(byPath));

if (process.argv.includes("--sizes")) {
  for (const { path, bytes } of chunks.sort((a, b) => b.bytes - a.bytes))
    console.log(`${String(Math.round(bytes / 1024)).padStart(6)} KiB  dist/${path}`);
}
