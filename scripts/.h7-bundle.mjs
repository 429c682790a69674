// Bundles the compiler into dist/: cli.js, which starts fast since each command is a chunk that is loaded when it runs, and
// index.js, the library.

import { chmodSync, existsSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { embedAssets } from "./embed-assets.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const library = `${root}compiler/index.ts`;

rmSync(`/tmp/h7/dist`, { recursive: true, force: true });
const result = await build({
  absWorkingDir: root,
  entryPoints: { cli: "compiler/cli/bin.ts", ...(existsSync(library) ? { index: library } : {}) },
  outdir: "/tmp/h7/dist",
  entryNames: "[name]",
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  minify: true,
  legalComments: "linked",
  logLevel: "warning",
  metafile: true,
  plugins: [embedAssets.esbuild()],
});
chmodSync(`/tmp/h7/dist/cli.js`, 0o755);

const sizes = Object.entries(result.metafile.outputs).sort(([, a], [, b]) => b.bytes - a.bytes);
if (process.argv.includes("--sizes")) {
  for (const [path, { bytes }] of sizes) console.log(`${String(Math.round(bytes / 1024)).padStart(6)} KiB  ${path}`);
}
