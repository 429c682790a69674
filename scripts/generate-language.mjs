// Writes the generated parts of LANGUAGE.md and docs/settings.md, docs/diagnostics.md and the diagrams of docs/grammar/ anew: from the vocabulary, the
// catalogue of diagnostics and the grammar.
// usage: node scripts/generate-language.mjs

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { embedAssets } from "./embed-assets.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { outputFiles } = await build({
  absWorkingDir: root,
  stdin: {
    contents: `export { diagnosticPages } from "./compiler/diagnostic-pages.ts";
      export { diagnosticsPage } from "./compiler/service/diagnostics-page.ts";
      export { grammarPictures, grammarSection } from "./editor/grammars/written-grammar.ts";
      export { languageSections, replaceGenerated, settingsSections } from "./compiler/service/reference.ts";`,
    resolveDir: root,
  },
  bundle: true,
  write: false,
  format: "esm",
  platform: "node",
  plugins: [embedAssets.esbuild()],
});
const {
  diagnosticPages,
  diagnosticsPage,
  grammarPictures,
  grammarSection,
  languageSections,
  replaceGenerated,
  settingsSections,
} = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
mkdirSync(`${root}docs/grammar`, { recursive: true });
const sections = new Map([...languageSections(), ["grammar", grammarSection()]]);
write("LANGUAGE.md", (before) => replaceGenerated(before, sections));
write("docs/settings.md", (before) => replaceGenerated(before, settingsSections()));
write("docs/diagnostics.md", () => diagnosticsPage(diagnosticPages));
for (const [name, svg] of grammarPictures()) write(name, () => svg);

function write(name, make) {
  const path = `${root}${name}`;
  const before = existsSync(path) ? readFileSync(path, "utf8") : "";
  const after = make(before);
  if (after !== before) writeFileSync(path, after);
  console.log(`${name}: ${after === before ? "up to date" : "written"}`);
}
