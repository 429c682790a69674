// Writes the generated parts of LANGUAGE.md and docs/settings.md, docs/diagnostics.md and the diagrams of docs/grammar/ anew: from the vocabulary, the
// catalogue of diagnostics and the grammar.
// usage: node scripts/generate-language.mjs

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { imported } from "./bundler.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const {
  diagnosticPages,
  diagnosticsPage,
  grammarPictures,
  grammarSection,
  languageSections,
  replaceGenerated,
  settingsSections,
} = await imported(
  `export { diagnosticPages } from "./compiler/diagnostic-pages.ts";
  export { diagnosticsPage } from "./compiler/service/diagnostics-page.ts";
  export { grammarPictures, grammarSection } from "./editor/grammars/written-grammar.ts";
  export { languageSections, replaceGenerated, settingsSections } from "./compiler/service/reference.ts";`,
);
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
