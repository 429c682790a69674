// Writes the generated parts of LANGUAGE.md anew, from the vocabulary and the catalogue of diagnostics.
// usage: node scripts/generate-language.mjs

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { embedAssets } from "./embed-assets.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { outputFiles } = await build({
  absWorkingDir: root,
  stdin: {
    contents: `export { referenceSections } from "./compiler/service/reference.ts";
      export { replaceGenerated } from "./compiler/service/generated-sections.ts";`,
    resolveDir: root,
  },
  bundle: true,
  write: false,
  format: "esm",
  platform: "node",
  plugins: [embedAssets.esbuild()],
});
const { referenceSections, replaceGenerated } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`
);
const path = `${root}LANGUAGE.md`;
const before = readFileSync(path, "utf8");
const after = replaceGenerated(before, referenceSections());
if (after !== before) writeFileSync(path, after);
console.log(`LANGUAGE.md: ${after === before ? "up to date" : "written"}`);
