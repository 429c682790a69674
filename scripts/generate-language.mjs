// Writes the generated parts of LANGUAGE.md and docs/diagnostics.md anew, from the vocabulary and the catalogue of diagnostics.
// usage: node scripts/generate-language.mjs

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { embedAssets } from "./embed-assets.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { outputFiles } = await build({
  absWorkingDir: root,
  stdin: {
    contents: `export { catalogue } from "./compiler/catalogue.ts";
      export { diagnosticsPage } from "./compiler/service/diagnostics-page.ts";
      export { referenceSections } from "./compiler/service/reference.ts";
      export { replaceGenerated } from "./compiler/service/generated-sections.ts";`,
    resolveDir: root,
  },
  bundle: true,
  write: false,
  format: "esm",
  platform: "node",
  plugins: [embedAssets.esbuild()],
});
const { catalogue, diagnosticsPage, referenceSections, replaceGenerated } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`
);
mkdirSync(`${root}docs`, { recursive: true });
write("LANGUAGE.md", (before) => replaceGenerated(before, referenceSections()));
write("docs/diagnostics.md", () => diagnosticsPage(catalogue));

function write(name, make) {
  const path = `${root}${name}`;
  const before = existsSync(path) ? readFileSync(path, "utf8") : "";
  const after = make(before);
  if (after !== before) writeFileSync(path, after);
  console.log(`${name}: ${after === before ? "up to date" : "written"}`);
}
