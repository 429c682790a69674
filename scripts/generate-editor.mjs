// Writes the grammars, snippets and word lists below editor/ anew, from the tokens and the vocabulary.
// usage: node scripts/generate-editor.mjs

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { imported } from "./bundler.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { generatedFiles } = await imported('export { generatedFiles } from "./editor/grammars/generated-files.ts";');
for (const [name, text] of Object.entries(generatedFiles())) {
  const path = `${root}editor/${name}`;
  const isCurrent = existsSync(path) && readFileSync(path, "utf8") === text;
  if (!isCurrent) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  console.log(`editor/${name}: ${isCurrent ? "up to date" : "written"}`);
}
