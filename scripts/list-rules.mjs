// Writes compiler/rules/rules.ts anew: each file of a folder of compiler/rules/ that exports a rule, in order of its path.
// usage: node scripts/list-rules.mjs

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../compiler/rules/", import.meta.url));
const rules = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .flatMap((path) => /^([a-z]+)[\\/]([a-z0-9-]+)\.ts$/.exec(path)?.slice(1).join("/") ?? [])
  .sort()
  .flatMap((path) => {
    const exported = readFileSync(`${folder}${path}.ts`, "utf8").matchAll(/^export const (\w+): Rule = /gm);
    return [...exported].map(([, name]) => ({ path, name }));
  });
// In the order that the formatter gives imports.
const imports = [
  ...rules.map(({ path, name }) => ({ path, line: `import { ${name} } from "./${path}.ts";` })),
  { path: "rule", line: 'import type { Rule } from "./rule.ts";' },
].sort((a, b) => (a.path < b.path ? -1 : 1));
const text = `// Every rule, in order of its path. Written by \`npm run generate\` from what is in the folders.

${imports.map(({ line }) => line).join("\n")}

export const rules: readonly Rule[] = [
${rules.map(({ name }) => `  ${name},`).join("\n")}
];
`;
const target = `${folder}rules.ts`;
const isNew = readFileSync(target, "utf8") !== text;
if (isNew) writeFileSync(target, text);
console.log(`compiler/rules/rules.ts: ${isNew ? "written" : "up to date"}`);
