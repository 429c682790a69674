// Writes compiler/rules/rules.ts anew: each file of a folder of compiler/rules/ that exports a rule, in order of its path.
// usage: node scripts/list-rules.mjs

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../compiler/rules/", import.meta.url));
const rules = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .flatMap((path) => /^([a-z]+)[\\/]([a-z0-9-]+)\.ts$/.exec(path)?.slice(1).join("/") ?? [])
  .sort()
  .flatMap((path) => {
    const exported = readFileSync(`${folder}${path}.ts`, "utf8").matchAll(
      /^export const (\w+)(?:: Rule = | = defineRule)/gm,
    );
    return [...exported].map(([, name]) => ({ path, name }));
  });
const text = `// Every rule, in order of its path. Written by \`npm run generate\` from what is in the folders.

${rules.map(({ path, name }) => `export { ${name} } from "./${path}.ts";`).join("\n")}
`;
const target = `${folder}rules.ts`;
const isNew = readFileSync(target, "utf8") !== text;
if (isNew) writeFileSync(target, text);
console.log(`compiler/rules/rules.ts: ${isNew ? "written" : "up to date"}`);
