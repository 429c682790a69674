// Writes the grammars, snippets and word lists below editor/ anew, from the tokens and the vocabulary.
// usage: node scripts/generate-editor.mjs

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { embedAssets } from "./embed-assets.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ["editor/grammars/generated-files.ts"],
  bundle: true,
  write: false,
  format: "esm",
  platform: "node",
  plugins: [embedAssets.esbuild()],
});
const { generatedFiles } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`
);
for (const [name, text] of Object.entries(generatedFiles())) {
  const path = `${root}editor/${name}`;
  const isCurrent = existsSync(path) && readFileSync(path, "utf8") === text;
  if (!isCurrent) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  console.log(`editor/${name}: ${isCurrent ? "up to date" : "written"}`);
}
