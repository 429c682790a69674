// Bundles the compiler into dist/: cli.js, which starts fast since each command is a chunk that is loaded when it runs, and
// index.js, the library.

import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { bundleOptions } from "./bundle-options.mjs";
import { bundledPackages, licenceTexts } from "./bundled-packages.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const library = `${root}compiler/index.ts`;

rmSync(`${root}dist`, { recursive: true, force: true });
const result = await build({
  absWorkingDir: root,
  entryPoints: { cli: "compiler/cli/bin.ts", ...(existsSync(library) ? { index: library } : {}) },
  outdir: "dist",
  minify: true,
  metafile: true,
  ...bundleOptions,
});
chmodSync(`${root}dist/cli.js`, 0o755);
writeFileSync(`${root}dist/THIRD-PARTY.txt`, licenceTexts(bundledPackages(Object.keys(result.metafile.inputs))));
// Which files of the compiler are in which chunk: what the test of what a command loads reads.
mkdirSync(`${root}.build`, { recursive: true });
writeFileSync(`${root}.build/bundle.json`, JSON.stringify(result.metafile.outputs));

const sizes = Object.entries(result.metafile.outputs).sort(([, a], [, b]) => b.bytes - a.bytes);
if (process.argv.includes("--sizes")) {
  for (const [path, { bytes }] of sizes) console.log(`${String(Math.round(bytes / 1024)).padStart(6)} KiB  ${path}`);
}
